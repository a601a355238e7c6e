import type { Clock } from "../domain/ports.ts";

/** Failures in a row after which nothing is asked for a while, and how long that is at first and at most. */
const mostFailures = 4;
const firstRestMs = 15_000;
const longestRestMs = 600_000;

/** What is down is left alone: after some failures it rests, then one try decides. */
export class CircuitBreaker {
	readonly #now: Clock;
	#failures = 0;
	#restMs = firstRestMs;
	#restsUntil = 0;
	#isTrying = false;

	constructor(now: Clock) {
		this.#now = now;
	}

	/** Whether it may be asked now; who was told so says how it went, or takes it back. */
	take(): boolean {
		if (this.#failures < mostFailures) return true;
		if (this.#now() < this.#restsUntil || this.#isTrying) return false;
		this.#isTrying = true;
		return true;
	}

	/** Nobody can tell how it went: whoever asked had gone. */
	takeBack(): void {
		this.#isTrying = false;
	}

	/** True where it was resting before. */
	succeeded(): boolean {
		const rested = this.#failures >= mostFailures;
		this.#failures = 0;
		this.#restMs = firstRestMs;
		this.#isTrying = false;
		return rested;
	}

	/** Milliseconds that it rests from now on, where this was the failure too many. */
	failed(): number | null {
		this.#failures++;
		if (this.#failures < mostFailures) return null;
		// Those that were under way when the rest began say nothing new.
		if (!this.#isTrying && this.#failures > mostFailures) return null;
		this.#isTrying = false;
		const rest = this.#restMs;
		this.#restsUntil = this.#now() + rest;
		this.#restMs = Math.min(longestRestMs, 2 * rest);
		return rest;
	}
}
