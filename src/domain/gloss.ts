import type { Answer, Gloss } from "./answer.ts";
import type { Quotation } from "./quotation.ts";
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

/** Machine translations beside quotations: they are marked, and neither searched nor cited. Nothing of it rejects. */
export interface Glosser {
	/** Milliseconds from the question on that an answer may wait for it, as the operator set it. */
	readonly waitMs: number;
	/** Of its quotations, and of what stands against them. */
	gloss(answer: Answer, wait: GlossWait): Promise<GlossedAnswer>;
	/** The same of a quotation in its place, without what comes later. */
	quotation(quotation: Quotation, wait: GlossWait): Promise<Quotation>;
	/** The gloss of one quotation, once it is there; null where there is none. */
	one(quote: string, language: Language): Promise<Gloss | null>;
	/** The same where it was made before: nothing is sent, and nothing waited for. */
	kept(quote: string, language: Language): Promise<Gloss | null>;
}
