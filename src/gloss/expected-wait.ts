/** Times of so many translations are kept in mind. */
const mostKept = 8;

/**
 * How long an answer waits for its translations: as long as it may where they mostly come in that time,
 * and hardly at all where they do not, since then waiting makes every answer late for nothing.
 */
export class ExpectedWait {
	readonly #times: number[] = [];

	/** A failure is told as a time without end. */
	took(ms: number): void {
		this.#times.push(ms);
		if (this.#times.length > mostKept) this.#times.shift();
	}

	/** Milliseconds to wait, at most `most`; `least` where nothing is known or nothing comes in time. */
	of(most: number, least: number): number {
		const inTime = this.#times.filter((ms) => ms <= most).length;
		const last = this.#times.at(-1);
		return last !== undefined && last <= most && 2 * inTime >= this.#times.length ? most : least;
	}
}
