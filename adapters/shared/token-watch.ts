import type { IsnadError } from "../../src/domain/errors.ts";

/** What a platform says of the token: it takes it, refuses it (with the sentence), or nothing that counts. */
export type TokenAnswer = "taken" | "unknown" | IsnadError;

export type TokenWatchParts = {
	/** Asks the platform whose token it is; never rejects. */
	ask(signal: AbortSignal): Promise<TokenAnswer>;
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	/** Told once where the platform refuses the token for good. */
	onRefused(error: IsnadError): void;
	/** Before each question, in milliseconds. */
	pausesMs?: readonly number[];
};

/** Refused so often within ten seconds, a token is refused for good. */
const defaultPausesMs = [1_000, 3_000, 6_000];

/**
 * One refusal of a token ends nothing: platforms, and what stands before them, refuse good tokens now
 * and then. Only a platform that says so each time it is asked has no more to do with the bot.
 */
export class TokenWatch {
	readonly #parts: TokenWatchParts;
	readonly #over = new AbortController();
	#isAsking = false;

	constructor(parts: TokenWatchParts) {
		this.#parts = parts;
	}

	/** A request was refused for its token. */
	suspect(): void {
		if (this.#over.signal.aborted || this.#isAsking) return;
		this.#isAsking = true;
		void this.#ask().finally(() => {
			this.#isAsking = false;
		});
	}

	/** Asks and tells nothing any more. */
	stop(): void {
		this.#over.abort();
	}

	async #ask(): Promise<void> {
		const { ask, sleep, onRefused, pausesMs = defaultPausesMs } = this.#parts;
		const { signal } = this.#over;
		let refusal: IsnadError | null = null;
		for (const pauseMs of pausesMs) {
			await sleep(pauseMs, signal);
			if (signal.aborted) return;
			const answer = await ask(signal);
			if (signal.aborted) return;
			// Where nobody can tell, the next refused request begins anew.
			if (answer === "taken" || answer === "unknown") return;
			refusal = answer;
		}
		if (refusal === null) return;
		this.#over.abort();
		onRefused(refusal);
	}
}
