import { englishShape } from "../../language/words/english-shape.ts";
import { WordKnowledge } from "../../language/words/word-knowledge.ts";
import type { Head } from "../head-data.ts";
import { addKnown, addLists, addPeople, type KnownNames, type PeopleNames } from "../word-lists.ts";
import type { EnglishVerb } from "./grammar-data.ts";
import { verbForms } from "./verbs.ts";

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
	const words = new WordKnowledge(englishShape(dictionary));
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
