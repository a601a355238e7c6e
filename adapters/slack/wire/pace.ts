/** Resolves after so many milliseconds, at once when the signal fires. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/**
 * One thing at a time in each channel, in the order in which it came, with a gap between the end of
 * one and the start of the next: Slack takes one message a second a channel.
 */
export class ChannelPace {
	readonly #gapMs: number;
	readonly #now: () => number;
	readonly #sleep: Sleep;
	/** Channels at work or in their gap; others are forgotten. */
	readonly #channels = new Map<
		string,
		{ last: Promise<unknown>; waiting: number; freeAt: number }
	>();

	constructor(gapMs: number, now: () => number, sleep: Sleep) {
		this.#gapMs = gapMs;
		this.#now = now;
		this.#sleep = sleep;
	}

	/** Channels that are remembered. */
	get size(): number {
		return this.#channels.size;
	}

	run<T>(channel: string, work: () => Promise<T>): Promise<T> {
		this.#forget();
		const entry = this.#channels.get(channel) ?? {
			last: Promise.resolve(),
			waiting: 0,
			freeAt: 0,
		};
		this.#channels.set(channel, entry);
		entry.waiting++;
		const done = entry.last.then(async () => {
			const wait = Math.min(entry.freeAt - this.#now(), this.#gapMs);
			if (wait > 0) await this.#sleep(wait);
			try {
				return await work();
			} finally {
				entry.freeAt = this.#now() + this.#gapMs;
				entry.waiting--;
			}
		});
		entry.last = done.catch(() => undefined);
		return done;
	}

	#forget(): void {
		const now = this.#now();
		for (const [channel, { waiting, freeAt }] of this.#channels) {
			if (waiting > 0 || freeAt > now) continue;
			this.#channels.delete(channel);
		}
	}
}
