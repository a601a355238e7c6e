import { plainForm } from "../../language/words/english-verbs.ts";
import {
	addKnown,
	addLists,
	addPeople,
	type KnownNames,
	type PeopleNames,
} from "../arabic/words.ts";
import type { Head } from "../head-data.ts";
import { WordKnowledge, type WordShape } from "../sequence/word-knowledge.ts";
import type { EnglishVerb } from "./grammar-data.ts";
import { verbForms } from "./verbs.ts";

const shapeWith = (dictionary: ReadonlyMap<string, string>): WordShape => ({
	splits(word) {
		const out = [{ clitics: "", stem: word }];
		if (word.endsWith("'s")) out.push({ clitics: "'s", stem: word.slice(0, -2) });
		if (word.endsWith(".")) out.push({ clitics: ".", stem: word.slice(0, -1) });
		return out;
	},
	guess(text, word) {
		if (/^\p{N}/u.test(word)) return "number";
		if (!/\p{L}/u.test(word)) return word;
		if (/^\p{Lu}/u.test(text)) return word.endsWith("'s") ? "Name's" : "Name";
		if (word.endsWith("ly")) return "ly";
		if (word.endsWith("ing")) return "ing";
		if (word.endsWith("ed")) return "ed";
		if (/(tion|ment|ness|ity|ship|ism|ance|ence|er|or|ist)s?$/.test(word)) return "noun";
		return word.endsWith("s") ? "s" : "word";
	},
	agreement: () => "",
	parts: (word) =>
		dictionary.get(word.replace(/'s$/u, "")) ?? dictionary.get(plainForm(word)) ?? "",
});

/** The parts of speech of the English words of the lexicon: v, n, a, x. */
export function englishParts(tables: readonly string[]): Map<string, string> {
	const parts = new Map<string, string>();
	for (const line of tables.flatMap((table) => table.split("\n"))) {
		const [pos = "", english = ""] = line.split("\t");
		if (!/^[vnax]$/.test(pos)) continue;
		for (const word of english.split("|")) {
			const before = parts.get(word) ?? "";
			if (!word.includes(" ") && !before.includes(pos)) parts.set(word, before + pos);
		}
	}
	return parts;
}

export type EnglishWordData = {
	verbs: readonly EnglishVerb[];
	heads: readonly Head[];
	markers: Readonly<Record<string, unknown>>;
	dictionary: ReadonlyMap<string, string>;
	people: PeopleNames;
	known: KnownNames;
};

export function englishWords({
	verbs,
	heads,
	markers,
	dictionary,
	people,
	known,
}: EnglishWordData): WordKnowledge {
	const words = new WordKnowledge(shapeWith(dictionary));
	addLists(words, markers);
	const { pronouns } = markers as { pronouns?: Record<string, string | null> };
	for (const [word, agreement] of Object.entries(pronouns ?? {})) {
		words.add(`pronoun:${agreement ?? "it"}`, [word]);
	}
	for (const [form, [first]] of verbForms(verbs)) {
		if (first) words.addCue(form, `${first.form}:${first.verb.act}`);
	}
	words.addCue("according", "according:asserts");
	for (const head of heads) {
		words.add(`head:${head.kind}${head.title ? ":title" : ""}`, head.singular);
		words.add(`heads:${head.kind}`, head.plural ?? []);
	}
	addPeople(words, people, "en");
	addKnown(words, known);
	return words;
}
