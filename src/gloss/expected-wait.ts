import type { Clock } from "../domain/ports.ts";

/** Times of so many translations are kept in mind. */
const mostKept = 8;
/** Milliseconds that a translation may take beyond what the last ones took. */
const slackMs = 40;
/** What is kept is there by then; an answer waits no longer where nothing more is to be expected. */
const leastMs = 25;

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

	/** Gives what is to be called once the translation has come, or has failed. */
	begin(): (outcome: "came" | "failed") => void {
		const begun = [this.#now()];
		this.#underWay.add(begun);
		return (outcome) => {
			this.#underWay.delete(begun);
			const ms = this.#now() - (begun[0] ?? 0);
			this.#times.push(outcome === "came" ? ms : Number.POSITIVE_INFINITY);
			if (this.#times.length > mostKept) this.#times.shift();
		};
	}

	/** Milliseconds to wait, at most `most`. */
	of(most: number): number {
		const least = Math.min(leastMs, most);
		const inTime = this.#times.filter((ms) => ms <= most);
		const last = this.#times.at(-1);
		if (last === undefined || last > most || 2 * inTime.length < this.#times.length) return least;
		const usual = Math.max(...inTime) + slackMs;
		const isOverdue = [...this.#underWay].some(([begun = 0]) => this.#now() - begun >= usual);
		return isOverdue ? least : Math.min(most, usual);
	}
}
