import type { Language } from "./sets/languages.ts";

/** A field that holds what cannot be taken, and why, in the reader's language. */
export type FieldProblem<Field extends string = string> = { field: Field; text: string };

/** The fields of the form of a digest, in their order. */
export const digestFields = ["topic", "when", "at", "days", "zone", "language", "empty"] as const;
export type DigestField = (typeof digestFields)[number];

/** What is entered, as it was typed or chosen; days with commas between them. Untrusted like all text. */
export type DigestEntry = Record<DigestField, string>;

/** Fields of which one of a list, or for `days` several, are chosen. */
export type DigestChoiceField = "when" | "days" | "language" | "empty";

/** The form of a digest, filled in. */
export type DigestForm = {
	language: Language;
	/** The id of the one that is changed; null for a new one. */
	of: string | null;
	entry: DigestEntry;
	choices: Record<DigestChoiceField, { value: string; label: string }[]>;
};

/** Longest topic with its filters that a form takes. */
export const longestEntry = 1_000;

/** What a form holds, as `/digest` reads it. A field that is empty says nothing. */
export function digestOrder(of: string | null, entry: DigestEntry): string {
	const said = digestFields.flatMap((field) => {
		const value = entry[field].replace(/\s+/g, " ").trim();
		if (!value) return [];
		// Marks that would end the value early become others.
		return field === "topic"
			? [`topic:«${value.replace(/[«»]/g, '"')}»`]
			: [`${field}:"${value.replace(/"/g, "'")}"`];
	});
	return [of === null ? "subscribe" : `edit ${of}`, ...said].join(" ");
}
