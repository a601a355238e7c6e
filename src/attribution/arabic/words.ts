import { fold } from "../../language/text/normalise.ts";
import { indefinite } from "../../language/words/arabic-clitics.ts";
import { arabicShape } from "../../language/words/arabic-shape.ts";
import type { WordClasses } from "../../language/words/word-classes.ts";
import { WordKnowledge } from "../../language/words/word-knowledge.ts";
import type { Head } from "../head-data.ts";
import {
	addKnown,
	addLists,
	addPeople,
	type KnownNames,
	type PeopleNames,
	stringsOf,
} from "../word-lists.ts";
import type { ArabicVerb } from "./grammar-data.ts";
import { verbForms } from "./verbs.ts";

/** The preposition that is written onto what it leads, as frames of verbs name it. */
const by = "ب";

export type ArabicWordData = {
	verbs: readonly ArabicVerb[];
	heads: readonly Head[];
	markers: Readonly<Record<string, unknown>>;
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
	const words = new WordKnowledge(arabicShape(classes));
	addLists(words, markers);
	for (const [form, [first]] of verbForms(verbs)) {
		if (first) words.addCue(form, `${first.form}:${first.verb.act}`, first.agreement);
		if (first?.verb.excludes) words.addRoles({ excludes: [form] });
		if (first?.verb.frames.has(by)) words.addRoles({ takesBy: [form] });
		if (first?.object) words.addRoles({ carriesObject: [form] });
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
	words.addStates(nisbas(known));
	return words;
}

/** روسيا → روسي, الصين → صيني: Arabic makes the adjective of a state from its name by one ending. */
function nisbas(known: KnownNames): [string, string][] {
	return [...known].flatMap(({ kind, name, entity }): [string, string][] => {
		if (kind !== "state" || name.includes(" ") || !/^\p{Script=Arabic}/u.test(name)) return [];
		const stem = indefinite(fold(name).trim()).replace(/(?:يا|يه|ه|ا)$/u, "");
		return stem.length > 2 ? [[`${stem}ي`, entity ?? name]] : [];
	});
}
