import type { Answer } from "./answer.ts";
import type { Incoming } from "./chat.ts";
import type { ErrorCode } from "./errors.ts";
import type { PlatformName } from "./sets/platforms.ts";
import type { ProgramOperation } from "./sets/program-operations.ts";
import type { DeliveryEnd } from "./state/delivery-ledger.ts";
import type { TranslationOutcome } from "./translator.ts";

/** An answer by what it answers; whatever gets no answer by what the person did. */
export type CountedCommand = Answer["command"] | Incoming["kind"];

/**
 * What a person got: an answer in which the articles say it, one in which they do not, a quotation, a
 * notice (help, what was set, a refusal), none since they ask too much, none since something failed.
 */
export type AnswerOutcome =
	| "answered"
	| "not_in_corpus"
	| "shown"
	| "notice"
	| "limited"
	| "failed";

/** By which way another program asks. */
export type ProgramDoor = "api" | "mcp";

/** What another program got; `refused`: what it asked cannot be answered as it was asked. */
export type ProgramOutcome =
	| "answered"
	| "not_in_corpus"
	| "shown"
	| "unchanged"
	| "refused"
	| "limited"
	| "stopped"
	| "failed";

/**
 * What is counted and timed, passed in like the log. Everything that tells counts apart is of a closed
 * set: never a question, a channel, a person or an address. All times are seconds.
 */
export interface Metrics {
	answered(
		of: { platform: PlatformName; command: CountedCommand; outcome: AnswerOutcome },
		seconds: number,
	): void;
	/** Another program asked; `none`: it was turned away, or is told of the doors themselves. */
	asked(
		of: { door: ProgramDoor; operation: ProgramOperation | "none"; outcome: ProgramOutcome },
		seconds: number,
	): void;
	/** A platform was told that what it delivered has arrived, or could not be told any more. */
	acknowledged(of: { platform: PlatformName; outcome: "taken" | "lost" }, seconds: number): void;
	searched(seconds: number): void;
	/** A search thread ended by itself; it is started again. */
	searchEnded(): void;
	/** A digest or an alert came to its end so long after it was due. */
	delivered(of: { platform: PlatformName; outcome: DeliveryEnd["state"] }, late: number): void;
	/** A source was looked at. */
	looked(outcome: "read" | "failed"): void;
	/** A text was wanted in another language: a gloss, or a question. */
	translated(
		of: { what: "gloss" | "question"; outcome: TranslationOutcome },
		seconds: number,
	): void;
	storeFailed(code: ErrorCode): void;
	/** A line that somebody should see. `unexpected`: the program itself is at fault. */
	logged(of: { level: "warn" | "error"; unexpected: boolean }): void;
}

/** For whatever is measured by nobody. */
export const noMetrics: Metrics = {
	answered() {},
	asked() {},
	acknowledged() {},
	searched() {},
	searchEnded() {},
	delivered() {},
	looked() {},
	translated() {},
	storeFailed() {},
	logged() {},
};
