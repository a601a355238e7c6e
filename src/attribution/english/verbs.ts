import { fold } from "../../language/text/normalise.ts";
import { ingForm, thirdPerson } from "../../language/words/english-verbs.ts";
import type { EnglishVerb } from "./grammar-data.ts";

export type VerbForm = {
	verb: EnglishVerb;
	form: "past" | "base" | "present" | "participle";
	/** The words after the first: out, on. */
	particle: string[];
};

/** Every folded form of the reporting verbs, by its first word; longer verbs before shorter ones. */
export function verbForms(verbs: readonly EnglishVerb[]): Map<string, VerbForm[]> {
	const forms = new Map<string, VerbForm[]>();
	const add = (text: string, verb: EnglishVerb, form: VerbForm["form"]) => {
		const [first = "", ...particle] = fold(text).split(" ");
		const list = forms.get(first) ?? [];
		if (list.some((f) => f.verb === verb && f.form === form && same(f.particle, particle))) return;
		list.push({ verb, form, particle });
		list.sort((a, b) => b.particle.length - a.particle.length);
		forms.set(first, list);
	};
	for (const verb of verbs) {
		for (const past of verb.past) add(past, verb, "past");
		for (const base of [verb.base, ...(verb.variants ?? [])]) {
			const [first = "", ...rest] = base.split(" ");
			const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
			add(base, verb, "base");
			add(thirdPerson(first) + tail, verb, "present");
			for (const ing of verb.ing ?? [ingForm(first) + tail]) add(ing, verb, "participle");
		}
	}
	return forms;
}

function same(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((w, i) => w === b[i]);
}
