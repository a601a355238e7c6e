import type { WordKnowledge } from "../language/words/word-knowledge.ts";
import type { NameWords } from "../language/words/word-roles.ts";

/** Names that people bear, in both scripts. */
export type PeopleNames = {
	given: readonly { name: string; sex: string; script: string }[];
	family: readonly { name: string; script: string }[];
	around: NameWords;
};

/** Names of states, bodies, people and outlets that the data knows, by their kind; `entity`: whose name it is. */
export type KnownNames = Iterable<{ kind: string; name: string; entity?: string }>;

/** A name of one word is a list of its own; of longer ones their first word shows where they may begin. */
export function addKnown(words: WordKnowledge, known: KnownNames): void {
	for (const { kind, name } of known) {
		const [first = "", ...rest] = name.split(" ");
		words.add(rest.length === 0 ? `known:${kind}` : `begins:${kind}`, [first]);
	}
}

export function addPeople(
	words: WordKnowledge,
	{ given, family, around }: PeopleNames,
	script: string,
): void {
	words.addNameWords(around);
	for (const { name, sex, script: own } of given)
		if (own === script && !name.includes(" ")) words.addName(name, sex);
	for (const { name, script: own } of family)
		if (own === script)
			for (const word of name.split(" ")) if (word.length > 2) words.addName(word, "");
}

/** Every list of plain words, under its own name, in the order of the file. */
export function addLists(words: WordKnowledge, markers: Readonly<Record<string, unknown>>): void {
	for (const [name, value] of Object.entries(markers)) {
		words.add(name, stringsOf(value));
		if (Array.isArray(value)) {
			for (const row of value) if (row && typeof row === "object") words.add(name, formsOf(row));
		}
	}
}

export function stringsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

function formsOf(row: object): string[] {
	return "forms" in row ? stringsOf(row.forms) : [];
}
