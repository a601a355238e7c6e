import type { Act } from "../../../domain/sets/acts.ts";
import type { Agreement } from "../../../language/words/arabic-verbs.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";

/** One place where the sentence names a source. Positions are indexes of units. */
export type Frame = {
	/** First unit of the frame. */
	at: number;
	/** First unit of what is said. */
	content: number;
	kind: "verb" | "participle" | "according" | "noun" | "passive";
	/**
	 * `quote`: what is said is the quotation that begins at `content`; `object`: a noun phrase;
	 * `behind`: the clause that the verb stands in.
	 */
	mode: "clause" | "quote" | "object" | "behind";
	speaker: SpeakerPhrase | null;
	agreement: Agreement | null;
	via: SpeakerPhrase[];
	act: Act;
	negated: boolean;
	/** Goes on with the frame before it: has a conjunction, or is a participle. */
	peer: boolean;
	present: boolean;
	/** The subject stands before the verb and begins the clause at this unit. */
	clauseFrom: number;
	/** The speaker is the antecedent of a relative clause. */
	relative: boolean;
};

/** A frame at `at` whose content begins at `content`; what is special about it is passed in. */
export function frame(at: number, content: number, special: Partial<Frame>): Frame {
	return {
		at,
		content,
		kind: "verb",
		mode: "clause",
		speaker: null,
		agreement: null,
		via: [],
		act: "asserts",
		negated: false,
		peer: false,
		present: false,
		clauseFrom: at,
		relative: false,
		...special,
	};
}

/** Where the frame or the clause around it begins. */
export function frameStart(f: Frame): number {
	return Math.min(f.at, f.clauseFrom);
}
