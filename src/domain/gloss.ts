import type { Answer, Gloss } from "./answer.ts";
import type { Language } from "./sets/languages.ts";

/** An answer with what glosses there are by now, and the same with those that come later. */
export type GlossedAnswer = {
	answer: Answer;
	/** Null where nothing more came, or nothing more was waited for. It never rejects. */
	later: Promise<Answer | null> | null;
};

/**
 * How long an answer may wait for its glosses, in milliseconds. `patient`: nobody waits for it, so that it
 * does wait where nothing says that they come in that time.
 */
export type GlossWait = { ms: number; patient?: true };

export interface Glosser {
	/** It never rejects. */
	gloss(answer: Answer, wait: GlossWait): Promise<GlossedAnswer>;
	/** The gloss of one quotation, once it is there; null where there is none. It never rejects. */
	one(quote: string, language: Language): Promise<Gloss | null>;
}
