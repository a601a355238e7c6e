import type { Article } from "./article.ts";
import type { IsnadError } from "./errors.ts";

/** Milliseconds since the epoch; passed in, so that tests decide what time it is. */
export type Clock = () => number;

/** Structured lines for operators. Never a token, never the text of a question. */
export type Logger = (
	level: "debug" | "info" | "warn" | "error",
	msg: string,
	fields?: Record<string, string | number | boolean | null>,
) => void;

/**
 * Runs work as one request: every line that is logged in it, also later, carries its id. `id`: a new
 * one where it is absent.
 */
export type AsRequest = <T>(work: () => T, id?: string) => T;

/** The corpus as it is served: what could be read, and what could not and why. */
export type Corpus = {
	articles: Article[];
	/** Damaged files: named, left out, the others served. */
	problems: { file: string; error: IsnadError }[];
	/** Of everything that is served, hex; a snapshot of the index carries it. */
	hash: string;
};
