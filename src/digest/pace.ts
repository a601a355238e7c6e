import type { PlatformName } from "../domain/chat.ts";
import type { Clock } from "../domain/ports.ts";
import type { Rate } from "./limits.ts";

/** Waits so long, or less where the signal fires. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Keeps the posts of this process within the platforms' rates. */
export class Pace {
	readonly #rates: Record<PlatformName, Rate>;
	readonly #now: Clock;
	readonly #free = new Map<string, number>();

	constructor(rates: Record<PlatformName, Rate>, now: Clock) {
		this.#rates = rates;
		this.#now = now;
	}

	/** Milliseconds until a message may go to the channel; 0 where it may now, and its turn is taken. */
	take(platform: PlatformName, channel: string): number {
		const now = this.#now();
		const { channelMs, anywhereMs } = this.#rates[platform];
		const [own, all] = [`${platform} ${channel}`, platform];
		// A clock that was set back must not make anybody wait for longer than the interval.
		const left = (key: string, ms: number) => {
			const at = this.#free.get(key) ?? 0;
			return at - now > Math.max(ms, this.#held.get(key) ?? 0) ? 0 : Math.max(0, at - now);
		};
		const wait = Math.max(left(own, channelMs), left(all, anywhereMs));
		if (wait > 0) return wait;
		this.#set(own, now + channelMs, 0);
		this.#set(all, now + anywhereMs, 0);
		return 0;
	}

	/** The platform asks to wait: nothing goes there meanwhile. */
	hold(platform: PlatformName, ms: number): void {
		this.#set(platform, this.#now() + ms, ms);
	}

	readonly #held = new Map<string, number>();

	#set(key: string, at: number, held: number): void {
		this.#free.delete(key);
		this.#free.set(key, at);
		if (held > 0) this.#held.set(key, held);
		else this.#held.delete(key);
		// Channels long past are forgotten, the oldest first.
		if (this.#free.size > mostRemembered) {
			const oldest = this.#free.keys().next().value;
			if (oldest !== undefined) this.#free.delete(oldest);
		}
	}
}

const mostRemembered = 5_000;
