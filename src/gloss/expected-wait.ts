import type { Clock } from "../domain/ports.ts";

/** Times of so many translations are kept in mind. */
const mostKept = 8;
/** What a translation may take beyond the middle one of the last: a share of it, and milliseconds. */
const slack = { share: 0.25, ms: 30 };
/** What is kept is there by then; an answer waits no longer where nothing more is to be expected. */
const leastMs = 20;

/**
 * How long an answer waits for its translations: as long as the last ones took and a little more, and
 * hardly at all where they fail, or where one that is under way takes longer already. So a translator
 * that turns slow keeps no answer back for longer than it was used to be waited for.
 */
export class ExpectedWait {
	readonly #now: Clock;
	readonly #times: number[] = [];
	readonly #underWay = new Set<number[]>();

	constructor(now: Clock) {
		this.#now = now;
	}

	/** Gives what is to be called once the translation has come, or has failed. What came at once is not noted. */
	begin(): (outcome: "came" | "failed") => void {
		const begun = [this.#now()];
		this.#underWay.add(begun);
		return (outcome) => {
			this.#underWay.delete(begun);
			const ms = this.#now() - (begun[0] ?? 0);
			// What came at once was kept, most likely, and says nothing of how long one takes that is made.
			if (outcome === "came" && ms <= leastMs) return;
			this.#times.push(outcome === "came" ? ms : Number.POSITIVE_INFINITY);
			if (this.#times.length > mostKept) this.#times.shift();
		};
	}

	/** Milliseconds to wait, at most `most`, but for what is kept. */
	of(most: number): number {
		const inTime = this.#times.filter((ms) => ms <= most);
		const last = this.#times.at(-1);
		if (last === undefined || last > most || 2 * inTime.length < this.#times.length) return leastMs;
		const middle = inTime.toSorted((a, b) => a - b)[Math.floor(inTime.length / 2)] ?? 0;
		const usual = middle * (1 + slack.share) + slack.ms;
		const isOverdue = [...this.#underWay].some(([begun = 0]) => this.#now() - begun >= usual);
		return isOverdue ? leastMs : Math.max(leastMs, Math.min(most, usual));
	}
}
