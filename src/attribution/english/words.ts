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
	const { pronouns, stateAdjectives } = markers as {
		pronouns?: Record<string, string | null>;
		stateAdjectives?: { state: string; forms: string[] }[];
	};
	words.addStates(stateForms(known));
	for (const { state, forms } of stateAdjectives ?? [])
		words.addStates(forms.map((form) => [form.toLowerCase(), state]));
	for (const [word, agreement] of Object.entries(pronouns ?? {})) {
		words.add(`pronoun:${agreement ?? "it"}`, [word]);
	}
	for (const [form, forms] of verbForms(verbs)) {
		const [first] = forms;
		if (first) words.addCue(form, `${first.form}:${first.verb.act}`);
		for (const { verb, particle } of forms)
			if (verb.excludes) words.addRoles(exclusionRoles(form, particle));
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

/** doubted; ruled with "out" behind it. */
const exclusionRoles = (form: string, particle: readonly string[]) =>
	particle.length === 0
		? { excludes: [form] }
		: { excludesWith: [form], excludesBehind: particle.slice(0, 1) };

/** Russia → Russian: what English makes of names in "a". */
function stateForms(known: KnownNames): [string, string][] {
	return [...known].flatMap(({ kind, name, entity }): [string, string][] =>
		kind === "state" && /^[a-z]{3,}a$/u.test(name) ? [[`${name}n`, entity ?? name]] : [],
	);
}
