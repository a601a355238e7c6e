import type { Clock } from "../../domain/ports.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Timing } from "./rates.ts";

/** What failed: a post, or only a question to the platform. */
export type Failed = "post" | "question";

type Trouble = {
	strikes: number;
	failed: Failed;
	/** When it failed last. */
	at: number;
	/** Whether it has said since then that it is there. */
	isReached: boolean;
	/** Channels in which posts failed. */
	channels: Set<string>;
};

type RestParts = {
	now: Clock;
	random(): number;
	timing: Pick<Timing, "restMs" | "longestRestMs">;
};

/**
 * How long a platform that fails is left alone: longer each time that it fails again, and never two
 * processes for the same time. While it is in trouble one digest is tried at a time.
 */
export class Rests {
	readonly #parts: RestParts;
	readonly #troubles = new Map<PlatformName, Trouble>();

	constructor(parts: RestParts) {
		this.#parts = parts;
	}

	/**
	 * Milliseconds that the platform is to be left alone. `begun`: when the request was made that
	 * failed; those that were under way together count as one failure. `channel`: of a post.
	 */
	strike(platform: PlatformName, failed: Failed, begun: number, channel?: string): number {
		const before = this.#troubles.get(platform);
		const isAnother = !before || begun >= before.at;
		const strikes = (before?.strikes ?? 0) + (isAnother ? 1 : 0);
		const channels = before?.channels ?? new Set();
		if (failed === "post" && channel !== undefined) channels.add(channel);
		const at = this.#parts.now();
		this.#troubles.set(platform, { strikes, failed, at, isReached: false, channels });
		const { restMs, longestRestMs } = this.#parts.timing;
		const doubled = Math.min(restMs * 2 ** Math.min(strikes - 1, 20), longestRestMs);
		return Math.round(doubled * (1 + this.#parts.random() / 2));
	}

	/** It says that it is there; the first answer to what is due ends its trouble. */
	reached(platform: PlatformName): void {
		const trouble = this.#troubles.get(platform);
		if (!trouble) return;
		trouble.isReached = true;
		if (trouble.failed === "post") return;
		// It was away as a whole, and no channel is to blame.
		trouble.strikes = 0;
		trouble.channels.clear();
	}

	/** It answered as it should. */
	end(platform: PlatformName): void {
		this.#troubles.delete(platform);
	}

	isInTrouble(platform: PlatformName): boolean {
		return this.#troubles.has(platform);
	}

	/** Whether it is to be asked first if it is there. */
	isInDoubt(platform: PlatformName): boolean {
		return this.#troubles.get(platform)?.isReached === false;
	}

	/** Whether a post into the channel failed since the platform last answered as it should. */
	hasFailed(platform: PlatformName, channel: string): boolean {
		return this.#troubles.get(platform)?.channels.has(channel) ?? false;
	}
}
