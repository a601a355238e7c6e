import type { Language } from "./sets/languages.ts";

/** What can be said in the form behind "This is wrong", in its order. One row each. */
export const wrongChoices = {
	/** `claim`: only where the item is a claim; `value`: what the field for a new value is read as. */
	speaker: { claim: true, value: "text" },
	act: { claim: true, value: "act" },
	day: { claim: true, value: "text" },
	via: { claim: true, value: "text" },
	outlet: { claim: false, value: "text" },
	hide_claim: { claim: true, value: null },
	hide_passage: { claim: false, value: null },
	hide_article: { claim: false, value: null },
	merge: { claim: true, value: "text" },
	alias: { claim: true, value: "text" },
	split: { claim: true, value: null },
} as const satisfies Record<string, { claim: boolean; value: "text" | "act" | null }>;

export type WrongChoice = keyof typeof wrongChoices;
export const wrongChoiceKeys = Object.keys(wrongChoices) as WrongChoice[];

/** Stands before the id of the other claim of a pair that is no contradiction. */
export const unpairMark = "unpair:";

/** What an operator entered; untrusted like all text. */
export type WrongEntry = {
	/** A `WrongChoice`, or `unpair:` with a claim's id. */
	what: string;
	/** The new value, where the choice takes one. */
	value: string;
	/** The act, where that is what was wrong. */
	act: string;
	why: string;
};

/** The form for one item of an answer: for operators alone. */
export type WrongForm = {
	language: Language;
	/** The words in question, as they are quoted. */
	quote: string;
	/** Who is said to have said it; empty where nobody is. */
	speaker: string;
	choices: { value: string; label: string }[];
	acts: { value: string; label: string }[];
};

/** A field that holds what cannot be taken, and why, in the operator's language. */
export type WrongField = { field: keyof WrongEntry; text: string };
