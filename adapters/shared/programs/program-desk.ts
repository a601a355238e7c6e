import { IsnadError } from "../../../src/domain/errors.ts";
import type { ProgramDoor, ProgramOutcome } from "../../../src/domain/metrics.ts";
import type { ProgramOperation } from "../../../src/domain/sets/program-operations.ts";
import { Turns } from "../turns.ts";
import { type Failure, failureOf, outcomeOf } from "./failure.ts";
import { operations } from "./operations.ts";
import type { ProgramParts } from "./program-parts.ts";

/** Questions that are answered at once, so that programs hold up nobody who asks in a chat. */
const mostAnswers = 2;
/** Of those that wait for their turn; more would wait longer than anybody does. */
const mostWaiting = 100;

export type Asking = {
	door: ProgramDoor;
	/** The id of the token that is asked with; null on a machine where none is needed. */
	token: string | null;
	/** Fires where nobody waits for the answer any more. */
	signal: AbortSignal;
};

export type Outcome = { result: Record<string, unknown> } | { failure: Failure };

/** Where every program asks, whichever door it came by: one queue, one count, one line in the log. */
export class ProgramDesk {
	readonly #parts: ProgramParts;
	readonly #turns = new Turns(mostAnswers);
	#waiting = 0;
	/** Told once nothing is being answered. */
	readonly #idle: (() => void)[] = [];

	constructor(parts: ProgramParts) {
		this.#parts = parts;
	}

	/** Never throws: what goes wrong is told. Nothing that was asked is logged. */
	async ask(operation: ProgramOperation, entry: unknown, asking: Asking): Promise<Outcome> {
		const begun = this.#parts.now();
		try {
			const { result, answered } = await this.#inTurn(operation, entry, asking.signal);
			const outcome = answered === null ? "shown" : answered ? "answered" : "not_in_corpus";
			this.note(operation, asking, { outcome, begun });
			return { result };
		} catch (error) {
			const failure = failureOf(error);
			this.note(operation, asking, { outcome: outcomeOf(failure), begun, code: failure.code });
			return { failure };
		}
	}

	/** Resolves once everything that was asked is answered. */
	async idle(): Promise<void> {
		if (this.#waiting === 0) return;
		await new Promise<void>((resolve) => this.#idle.push(resolve));
	}

	/** Counts what became of a request, also of one that was turned away before it was asked. */
	note(
		operation: ProgramOperation | "none",
		{ door, token }: Pick<Asking, "door" | "token">,
		{ outcome, begun, code }: { outcome: ProgramOutcome; begun: number; code?: string },
	): void {
		const { metrics, log, now } = this.#parts;
		const ms = Math.max(0, now() - begun);
		metrics.asked({ door, operation, outcome }, ms / 1_000);
		log(outcome === "failed" ? "error" : "debug", "A program was answered.", {
			...{ door, operation, outcome, token, ms },
			...(code === undefined ? {} : { code }),
		});
	}

	async #inTurn(operation: ProgramOperation, entry: unknown, signal: AbortSignal) {
		if (this.#waiting >= mostWaiting)
			throw new IsnadError(
				"too_many_requests",
				"Too many questions wait for an answer: ask again in a few seconds.",
			);
		this.#waiting++;
		try {
			return await this.#turns.run(async () => {
				if (signal.aborted)
					throw new IsnadError("stopped", "The request was given up before its turn came.");
				return operations[operation].ask(entry, this.#parts);
			});
		} finally {
			this.#waiting--;
			if (this.#waiting === 0) for (const tell of this.#idle.splice(0)) tell();
		}
	}
}
