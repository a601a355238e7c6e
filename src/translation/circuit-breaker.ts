import type { Clock } from "../domain/ports.ts";

/** Failures in a row after which nothing is asked for a while, and how long that is at first and at most. */
const mostFailures = 4;
const firstRestMs = 15_000;
const longestRestMs = 600_000;

/** The number of a try that was let through, from 1. */
export type Taken = number;

/** What is down is left alone: after some failures it rests, then one try decides. */
export class CircuitBreaker {
	readonly #now: Clock;
	#failures = 0;
	#restMs = firstRestMs;
	#restsUntil = 0;
	#tries = 0;
	#trial: Taken | null = null;

	constructor(now: Clock) {
		this.#now = now;
	}

	/** Null where it may not be asked now; who may says how it went, or takes it back. */
	take(): Taken | null {
		if (this.#failures < mostFailures) return ++this.#tries;
		if (this.#now() < this.#restsUntil || this.#trial) return null;
		this.#trial = ++this.#tries;
		return this.#trial;
	}

	/** Nobody can tell how it went: whoever asked had gone. */
	takeBack(taken: Taken): void {
		if (taken === this.#trial) this.#trial = null;
	}

	/** True where it was resting before. */
	succeeded(): boolean {
		const rested = this.#failures >= mostFailures;
		this.#failures = 0;
		this.#restMs = firstRestMs;
		this.#trial = null;
		return rested;
	}

	/** Milliseconds that it rests from now on, where this was the failure too many. */
	failed(taken: Taken): number | null {
		const isTrial = taken === this.#trial;
		if (isTrial) this.#trial = null;
		this.#failures++;
		if (this.#failures < mostFailures) return null;
		// Those that were under way when the rest began say nothing new.
		if (!isTrial && this.#failures > mostFailures) return null;
		const rest = this.#restMs;
		this.#restsUntil = this.#now() + rest;
		this.#restMs = Math.min(longestRestMs, 2 * rest);
		return rest;
	}
}
