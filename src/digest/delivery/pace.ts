import type { Clock } from "../../domain/ports.ts";
import type { PlatformName, Rate } from "../../domain/sets/platforms.ts";

/** Waits so long, or less where the signal fires. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Channels whose last message is remembered; those long past are forgotten. */
const mostRemembered = 5_000;

/** Keeps the posts of this process within the platforms' rates. */
export class Pace {
	readonly #rates: Record<PlatformName, Rate>;
	readonly #now: Clock;
	/** When a channel or a platform is free again, and how long it was to wait. */
	readonly #free = new Map<string, { at: number; waitMs: number }>();

	constructor(rates: Record<PlatformName, Rate>, now: Clock) {
		this.#rates = rates;
		this.#now = now;
	}

	/** Milliseconds until a message may go to the channel; 0 where it may now, and its turn is taken. */
	take(platform: PlatformName, channel: string): number {
		const own = `${platform} ${channel}`;
		const wait = Math.max(this.#left(own), this.#left(platform));
		if (wait > 0) return wait;
		const { channelMs, anywhereMs } = this.#rates[platform];
		this.#keep(own, channelMs);
		this.#keep(platform, anywhereMs);
		return 0;
	}

	/** The same for a request that puts no message into a channel. */
	takeRequest(platform: PlatformName): number {
		const wait = this.#left(platform);
		if (wait === 0) this.#keep(platform, this.#rates[platform].anywhereMs);
		return wait;
	}

	/** The platform asks to wait: nothing goes there meanwhile. */
	hold(platform: PlatformName, waitMs: number): void {
		this.#keep(platform, waitMs);
	}

	/** Milliseconds until anything may go to the platform. */
	left(platform: PlatformName): number {
		return this.#left(platform);
	}

	#left(key: string): number {
		const { at, waitMs } = this.#free.get(key) ?? { at: 0, waitMs: 0 };
		const left = Math.max(0, at - this.#now());
		// More than it ever was: the clock was set back.
		return left > waitMs ? 0 : left;
	}

	#keep(key: string, waitMs: number): void {
		// A platform that asked to wait is not free again because another message went before.
		const longer = Math.max(waitMs, this.#left(key));
		this.#free.delete(key);
		this.#free.set(key, { at: this.#now() + longer, waitMs: longer });
		const oldest = this.#free.keys().next().value;
		if (this.#free.size > mostRemembered && oldest !== undefined) this.#free.delete(oldest);
	}
}
