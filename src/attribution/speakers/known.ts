import type { SpeakerKind } from "../../domain/article.ts";

/** Somebody or something that an article names or lets speak. */
export type Known = {
	kind: SpeakerKind;
	/** The fullest form that the article gives, and its words as they are compared. */
	name: string;
	words: readonly string[];
	/** Named by a title or a description alone, so far. */
	described: boolean;
	/** Described as several people. */
	many: boolean;
	/** Words of titles and descriptions that it was given. */
	titles: Set<string>;
	/** What sorts of body or post its name and titles told: firm, court, governor. */
	sorts: Set<string>;
	/** States by whose adjective it was titled: the Russian president; of a body, also those in its name. */
	states: Set<string>;
	/** Its words hold a noun for bodies (the embassy), and nobody spoke for it who may be meant by "she". */
	body: boolean;
	/** Sex or number as far as the text shows it: m, f, p. */
	agreement: string;
	/** Where it was named or spoke last: passage, and a counter over the article. */
	passage: number;
	order: number;
	/** How often it was named. */
	times: number;
	/** Claims so far. */
	spoke: number;
	lastSpoke: number;
};

/** How a claim names who said it. */
export type SpeakerMention = {
	printed: "name" | "description" | "pronoun" | "nothing";
	/** Words of the name and of what stands around it, as they are compared. */
	words: readonly string[];
	titles: readonly string[];
	agreement: string;
	/** What sorts of body or post the words tell. */
	sorts: readonly string[];
	/** Words around the name, or of the description, that are written as names are. */
	proper: readonly string[];
	definite: boolean;
	/** The kind of the first word, as the lists of the language have it. */
	head: string;
	passage: number;
	/** A description of several people. */
	many?: boolean;
	/** The claim goes on in quotation marks without a word of saying. */
	goesOn: boolean;
	/** The company, الشركة: whichever body was named before. */
	anyBody?: boolean;
	/** States whose adjective stands among the titles, and in the name. */
	states?: readonly string[];
	statesInName?: readonly string[];
	/** The words hold a noun for bodies, or one for whoever speaks for them. */
	body?: boolean;
	spokenFor?: boolean;
	/** Of a pronoun: whether it stands for a person, a thing, or either. */
	stands?: "person" | "thing";
	/** سموه, معاليه: the honour whose bearer is meant, as it is compared. */
	honour?: string;
	/** The words say that somebody spoken of before is meant: "the same source". */
	again: boolean;
	/** One or some of those who were spoken of: أحدهما. */
	ofThem?: boolean;
	/** The passage before is a question: the claim stands in an answer. */
	asked?: boolean;
};

/** The relation of two lists of name words. */
export function relationOf(mine: readonly string[], theirs: readonly string[]): string {
	if (mine.length === 0 || theirs.length === 0) return "none";
	const shared = mine.filter((w) => theirs.includes(w)).length;
	if (shared === 0) return "none";
	if (shared === mine.length && shared === theirs.length) return "equal";
	if (shared === mine.length) return mine.at(-1) === theirs.at(-1) ? "ending" : "within";
	if (shared === theirs.length) return "longer";
	return "partly";
}

/** Whether words that describe somebody tell a sort that is known of one: 2 they do, 3 another one, 1 none is known, 0 none told. */
export function sortFit({ printed, sorts }: SpeakerMention, one: Known): number {
	if (printed !== "description" || sorts.length === 0) return 0;
	if (one.sorts.size === 0) return 1;
	return sorts.some((sort) => one.sorts.has(sort)) ? 2 : 3;
}

/** Of a longer article only so many, the last named, can be meant. */
export const mostKnown = 60;
