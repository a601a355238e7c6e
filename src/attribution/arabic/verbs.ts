import { fold } from "../../language/text/normalise.ts";
import { folded } from "../sentence/units.ts";
import type { ArabicVerb } from "./grammar-data.ts";

/** m: masculine singular, f: feminine singular (also a group), p: plural, d: dual. */
export type Agreement = "m" | "f" | "p" | "d";

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

const objectPronouns = ["ه", "ها", "هم", "هما"];

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
		for (const [text, agreement] of pastForms(verb.past)) {
			add(text, { verb, form: "past", agreement, object: false });
			for (const p of objectPronouns)
				add(withObject(text) + p, { verb, form: "past", agreement, object: true });
		}
		if (!verb.pastOnly) {
			for (const [text, agreement] of presentForms(verb.present)) {
				add(text, { verb, form: "present", agreement, object: false });
				for (const p of objectPronouns)
					add(withObject(text) + p, { verb, form: "present", agreement, object: true });
			}
		}
		if (verb.participle) {
			for (const [text, agreement] of participleForms(verb.participle))
				add(text, { verb, form: "participle", agreement, object: false });
		}
		if (verb.speechNoun) {
			for (const [suffix, agreement] of [
				["ه", "m"],
				["ها", "f"],
				["هم", "p"],
				["هما", "d"],
			] as const)
				add(verb.speechNoun + suffix, { verb, form: "speechNoun", agreement, object: false });
		}
	}
	return forms;
}

function pastForms(past: string): [string, Agreement][] {
	const weak = /[ىا]$/u.test(past);
	const stem = weak ? past.slice(0, -1) : past;
	// قال، نفى، دعا: the long last vowel falls before ت and وا.
	return [
		[past, "m"],
		[`${stem}ت`, "f"],
		[`${stem}وا`, "p"],
		[weak ? `${stem}يا` : `${stem}ا`, "d"],
		[`${stem}تا`, "d"],
	];
}

function presentForms(present: string): [string, Agreement][] {
	const rest = present.slice(1);
	const stem = /[يوى]$/u.test(rest) ? rest.slice(0, -1) : rest;
	return [
		[present, "m"],
		[`ت${rest}`, "f"],
		[`ي${stem}ون`, "p"],
		[`ي${rest}ان`, "d"],
		[`ت${rest}ان`, "d"],
	];
}

function participleForms(participle: string): [string, Agreement][] {
	const weak = participle.endsWith("ي");
	const stem = weak ? participle.slice(0, -1) : participle;
	return [
		[`${participle}ا`, "m"],
		[`${participle}ة`, "f"],
		[`${stem}ين`, "p"],
	];
}

/** Before a pronoun a final ى is written ا, and the silent alef of وا falls. */
function withObject(form: string): string {
	return form.replace(/ى$/u, "ا").replace(/وا$/u, "و");
}
