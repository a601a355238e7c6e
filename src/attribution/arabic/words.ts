import type { WordClasses } from "../../language/words/word-classes.ts";
import type { Head } from "../head-data.ts";
import { type NameWords, WordKnowledge, type WordShape } from "../sequence/word-knowledge.ts";
import type { ArabicVerb } from "./grammar-data.ts";
import { verbForms } from "./verbs.ts";

type Lists = Readonly<Record<string, unknown>>;

const conjunction = /^[وف](?=.{2})/u;
const preposition = /^[بلك](?=.{2})/u;

/** The clitics that a word may carry, the fewest first. */
const shapeWith = (classes: WordClasses): WordShape => ({
	splits(word) {
		const out = [{ clitics: "", stem: word }];
		const bare = word.startsWith("ال") && word.length > 3 ? word.slice(2) : "";
		if (bare) out.push({ clitics: "ال", stem: bare });
		for (const [clitic, rest] of leads(word)) {
			out.push({ clitics: clitic, stem: rest });
			if (rest.startsWith("ال") && rest.length > 3)
				out.push({ clitics: `${clitic}ال`, stem: rest.slice(2) });
		}
		if (word.startsWith("لل") && word.length > 3) out.push({ clitics: "لال", stem: word.slice(2) });
		return out;
	},
	guess(text, word) {
		if (/^\p{N}/u.test(word)) return "number";
		if (!/\p{L}/u.test(word)) return word;
		if (/^\p{Script=Latin}/u.test(word)) return "latin";
		if (/^[وف]?[بك]?ال/u.test(word) || word.startsWith("لل"))
			return /ي[هنو]?ن?$/u.test(word) ? "the-nisba" : "the";
		if (/ا[\u064B]?$/u.test(text) && /ً/u.test(text)) return "accusative";
		if (/(يه|ات)$/u.test(word)) return "feminine";
		if (/^س?[يتن]\p{L}{3}$/u.test(word)) return "imperfect";
		if (/ه$/u.test(word)) return "h";
		if (/ي$/u.test(word)) return "y";
		if (/ت$/u.test(word)) return "t";
		return "word";
	},
	agreement(word) {
		if (/(وا|ون|ين)$/u.test(word)) return "p";
		if (/ت$/u.test(word) || /^[وف]?ت\p{L}{3}/u.test(word)) return "f";
		return /^[وف]?ي\p{L}{3}/u.test(word) ? "m" : "";
	},
	parts(word) {
		const bare = conjunction.test(word) && !classes.isNoun(word) ? word.slice(1) : word;
		return [
			classes.isNoun(word) ? "N" : "",
			classes.isAdjective(word) ? "A" : "",
			classes.isPast(bare) ? "P" : "",
			classes.isPresent(bare) ? "R" : "",
			classes.isFunction(bare) ? "F" : "",
		].join("");
	},
});

function leads(word: string): [string, string][] {
	const out: [string, string][] = [];
	if (conjunction.test(word)) {
		out.push([word.slice(0, 1), word.slice(1)]);
		const rest = word.slice(1);
		if (preposition.test(rest)) out.push([word.slice(0, 2), rest.slice(1)]);
	}
	if (preposition.test(word)) out.push([word.slice(0, 1), word.slice(1)]);
	return out;
}

/** Names that people bear, in both scripts. */
export type PeopleNames = {
	given: readonly { name: string; sex: string; script: string }[];
	family: readonly { name: string; script: string }[];
	around: NameWords;
};

/** Names of states, bodies, people and outlets that the data knows, by their kind. */
export type KnownNames = Iterable<{ kind: string; name: string }>;

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

export type ArabicWordData = {
	verbs: readonly ArabicVerb[];
	heads: readonly Head[];
	markers: Lists;
	classes: WordClasses;
	people: PeopleNames;
	known: KnownNames;
};

export function arabicWords({
	verbs,
	heads,
	markers,
	classes,
	people,
	known,
}: ArabicWordData): WordKnowledge {
	const words = new WordKnowledge(shapeWith(classes));
	addLists(words, markers);
	for (const [form, [first]] of verbForms(verbs)) {
		if (first) words.addCue(form, `${first.form}:${first.verb.act}`, first.agreement);
	}
	for (const accord of stringsOf(markers["accordingTo"])) words.addCue(accord, "according:asserts");
	for (const head of heads) {
		words.add(`head:${head.kind}${head.title ? ":title" : ""}`, head.singular);
		words.add(`heads:${head.kind}`, head.plural ?? []);
	}
	const list = (name: string) => stringsOf(markers[name]);
	words.add("pronoun:m", list("masculinePronouns"));
	words.add("pronoun:f", list("femininePronouns"));
	words.add("pronoun:p", list("pluralPronouns"));
	for (const honour of list("honours")) {
		words.add("pronoun:m", [`${honour}ه`]);
		words.add("pronoun:f", [`${honour}ها`]);
	}
	words.addNamesakes(list("namesakes"));
	addPeople(words, people, "ar");
	addKnown(words, known);
	return words;
}

/** Every list of plain words, under its own name, in the order of the file. */
export function addLists(words: WordKnowledge, markers: Lists): void {
	for (const [name, value] of Object.entries(markers)) {
		words.add(name, stringsOf(value));
		if (Array.isArray(value)) {
			for (const row of value) if (row && typeof row === "object") words.add(name, formsOf(row));
		}
	}
}

function stringsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

function formsOf(row: object): string[] {
	return "forms" in row ? stringsOf(row.forms) : [];
}
