import { fold } from "../../language/text/normalise.ts";
import {
	type Agreement,
	beforePronoun,
	imperfectForms,
	participleForms,
	perfectForms,
	suffixedPronouns,
} from "../../language/words/arabic-verbs.ts";
import { folded } from "../sentence/units.ts";
import type { ArabicVerb } from "./grammar-data.ts";

export type ReportingVerb = Omit<ArabicVerb, "frames" | "needsWord"> & {
	/** Folded, as prepositions of the text are compared with them. */
	frames: ReadonlySet<string>;
	needsWord: ReadonlySet<string> | undefined;
};

export type VerbForm = {
	verb: ReportingVerb;
	form: "past" | "present" | "participle" | "speechNoun";
	agreement: Agreement;
	/** Carries an object pronoun: وصفه, تنكرها. */
	object: boolean;
};

/** Every folded form of the reporting verbs. Later entries do not displace earlier ones. */
export function verbForms(verbs: readonly ArabicVerb[]): Map<string, VerbForm[]> {
	const forms = new Map<string, VerbForm[]>();
	const add = (text: string, form: VerbForm) => {
		const key = fold(text);
		const list = forms.get(key);
		if (list) list.push(form);
		else forms.set(key, [form]);
	};
	for (const entry of verbs) {
		const verb: ReportingVerb = {
			...entry,
			frames: folded(entry.frames),
			needsWord: entry.needsWord && folded(entry.needsWord),
		};
		for (const [text, agreement] of perfectForms(verb.past)) {
			add(text, { verb, form: "past", agreement, object: false });
			for (const [p] of suffixedPronouns)
				add(beforePronoun(text) + p, { verb, form: "past", agreement, object: true });
		}
		if (!verb.pastOnly) {
			for (const [text, agreement] of imperfectForms(verb.present)) {
				add(text, { verb, form: "present", agreement, object: false });
				for (const [p] of suffixedPronouns)
					add(beforePronoun(text) + p, { verb, form: "present", agreement, object: true });
			}
		}
		if (verb.participle) {
			for (const [text, agreement] of participleForms(verb.participle))
				add(text, { verb, form: "participle", agreement, object: false });
		}
		if (verb.speechNoun) {
			for (const [suffix, agreement] of suffixedPronouns)
				add(verb.speechNoun + suffix, { verb, form: "speechNoun", agreement, object: false });
		}
	}
	return forms;
}
