import type { Clock } from "../domain/ports.ts";

const windowMs = 60_000;
/** People remembered at most: beyond, those who asked longest ago are forgotten. */
const mostPeople = 10_000;

/** Counts questions a person in the last minute. */
export class QuestionLimit {
	readonly #most: number;
	readonly #now: Clock;
	readonly #asked = new Map<string, number[]>();

	/** `most` questions a person in any sixty seconds. */
	constructor(most: number, now: Clock) {
		this.#most = most;
		this.#now = now;
	}

	/** 0 where the person may ask, and the question is counted; else the milliseconds to wait. */
	take(person: string): number {
		const now = this.#now();
		// A clock that was set back must not keep anybody waiting for more than the window.
		const times = (this.#asked.get(person) ?? []).filter((at) => at > now - windowMs && at <= now);
		const [oldest = now] = times;
		if (times.length >= this.#most) return Math.max(1, oldest + windowMs - now);
		times.push(now);
		this.#asked.delete(person);
		this.#asked.set(person, times);
		if (this.#asked.size > mostPeople) {
			const [first] = this.#asked.keys();
			if (first !== undefined) this.#asked.delete(first);
		}
		return 0;
	}
}
