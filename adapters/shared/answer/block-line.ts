import type { Citation } from "../../../src/domain/answer.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";

/** One line of an answer: one language, whatever the platform makes of it. */
export type BlockLine = {
	role:
		| "heading"
		/** An article, over what is cited of it. */
		| "source"
		/** The same at the foot, for what is cited of it by its mark alone. */
		| "legend"
		| "item"
		| "quote"
		| "context"
		| "place"
		| "counter"
		| "note"
		| "count";
	/** Stands before the text and is told from it: a number and a name, a day, a title. */
	strong?: string;
	text: string;
	/** Of the line itself: quotations keep their own. */
	language: Language;
	/** For `quote`: whether the words are the source's, and belong in quotation marks. */
	verbatim?: boolean;
	/** Set off by so many steps: a counterpart stands under its claim. */
	indent: number;
	/** The page behind `strong`, or behind a `place`. */
	url?: string;
};

/** The page of ours behind a citation, where there is one. */
export function pageOf({ reader }: Pick<Citation, "reader">): { url?: string } {
	return reader === undefined ? {} : { url: reader };
}

/** A line that no quotation and no page belongs to. */
export function plain(role: BlockLine["role"], text: string, language: Language): BlockLine {
	return { role, text, language, indent: 0 };
}
