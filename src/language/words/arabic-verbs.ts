/** m: masculine singular, f: feminine singular (also a group), p: plural, d: dual. */
export type Agreement = "m" | "f" | "p" | "d";

/**
 * The perfect in its third persons, from the masculine singular, the feminine second. `weak`: its
 * last letter is a long vowel, which falls before ت and وا: قال, نفى, دعا.
 */
export function perfectForms(
	perfect: string,
	weak: boolean = /[ىا]$/.test(perfect),
): [form: string, agreement: Agreement][] {
	const stem = weak ? perfect.slice(0, -1) : perfect;
	return [
		[perfect, "m"],
		[`${stem}ت`, "f"],
		[`${stem}وا`, "p"],
		[weak ? `${stem}يا` : `${stem}ا`, "d"],
		[`${stem}تا`, "d"],
	];
}

/** The imperfect in its third persons, from the masculine singular. */
export function imperfectForms(imperfect: string): [form: string, agreement: Agreement][] {
	const rest = imperfect.slice(1);
	const stem = /[يوى]$/.test(rest) ? rest.slice(0, -1) : rest;
	return [
		[imperfect, "m"],
		[`ت${rest}`, "f"],
		[`ي${stem}ون`, "p"],
		[`ي${rest}ان`, "d"],
		[`ت${rest}ان`, "d"],
	];
}

/** The active participle where it is no subject's name: مؤكدا, مؤكدة, مؤكدين. */
export function participleForms(participle: string): [form: string, agreement: Agreement][] {
	const stem = participle.endsWith("ي") ? participle.slice(0, -1) : participle;
	return [
		[`${participle}ا`, "m"],
		[`${participle}ة`, "f"],
		[`${stem}ين`, "p"],
	];
}

/** The pronouns of third persons that are written onto a word. */
export const suffixedPronouns: readonly [pronoun: string, agreement: Agreement][] = [
	["ه", "m"],
	["ها", "f"],
	["هم", "p"],
	["هما", "d"],
];

/** Before a pronoun a final ى is written ا, and the silent alef of وا falls. */
export function beforePronoun(form: string): string {
	return form.replace(/ى$/, "ا").replace(/وا$/, "و");
}

/**
 * The imperfect in its other persons, from the form with ي: يكتب → تكتب, نكتب, اكتب. Empty for a
 * word that is no such form.
 */
export function otherPersons(word: string): string[] {
	if (word.length < 4 || !word.startsWith("ي")) return [];
	const rest = word.slice(1);
	return [`ت${rest}`, `ن${rest}`, `ا${rest}`];
}

/** What may stand before an imperfect: a conjunction, then the mark of the future or of purpose. */
const imperfect = /^[وف]?[سل]?([يتنا])(.{3,})$/u;

/**
 * The form with ي that an imperfect of another person or time may go back to: ستنسحب, لتنسحب, ننسحب →
 * ينسحب; undefined for a word that is no such form. By its letters alone: a list must know the result.
 */
export function withYa(word: string): string | undefined {
	const [, , rest] = imperfect.exec(word) ?? [];
	return rest === undefined || word.startsWith("ال") ? undefined : `ي${rest}`;
}

/** What may stand before an imperfect's person, and the persons that are looked for behind it. */
const personsBehind = [
	["", "يتنا"],
	["س", "يتن"],
	["ل", "يت"],
	["ف", "يت"],
] as const;

/** How an imperfect is written in all persons, in the future and behind لـ, from the form with ي. */
export function imperfectSpellings(word: string): string[] {
	if (word.length < 4 || !word.startsWith("ي")) return [];
	const rest = word.slice(1);
	return personsBehind.flatMap(([lead, persons]) =>
		[...persons].map((person) => `${lead}${person}${rest}`),
	);
}

/** Endings of the perfect's third persons beside the masculine singular and the dual. */
const perfectEndings = perfectForms("").flatMap(([ending, who]) =>
	"fp".includes(who) ? [ending] : [],
);

/**
 * How a folded perfect is written in its other persons, from the masculine singular: اعلن → اعلنت, اعلنوا. A
 * long vowel at its end may be a hamza's or may fall: بدا → بدات, دعا → دعت.
 */
export function perfectSpellings(word: string): string[] {
	if (word.length < 3) return [];
	const stems = /[اي]$/u.test(word) ? [word, word.slice(0, -1)] : [word];
	return stems.flatMap((stem) => perfectEndings.map((ending) => stem + ending));
}

/** What a perfect of another person may go back to: اعلنت → اعلن, دعت → دعا. By its letters alone. */
export function perfectBases(word: string): string[] {
	const ending = perfectEndings.find((one) => word.length >= one.length + 2 && word.endsWith(one));
	if (!ending) return [];
	const stem = word.slice(0, -ending.length);
	return [stem, `${stem}ا`, `${stem}ي`].filter((base) => base.length > 2);
}

/**
 * The participle that news use as a noun, from the form with ي of a verb with four letters and more behind it:
 * يعتقل → معتقل, يتضرر → متضرر. Of shorter ones it is a place as often: مكتب.
 */
export function participleOf(imperfect: string): string | undefined {
	return /^ي.{4,}$/u.test(imperfect) ? `م${imperfect.slice(1)}` : undefined;
}

/**
 * Without what stands at its end in a construct or before a pronoun: مراسلو → مراسلون, زيارته → زياره.
 * By its letters alone.
 */
export function beforeConstruct(word: string): string[] {
	const out: string[] = [];
	if (/.{4}و$/u.test(word)) out.push(`${word}ن`, word.slice(0, -1));
	const owned = /^(.{3,})ت(?:ه|ها|هم|نا)$/u.exec(word);
	if (owned) out.push(`${owned[1]}ه`);
	return out;
}

/** Letters that the spoken passive puts before a verb, and that its persons put behind it at most. */
const passiveLead = 2;
const mostBehind = 2;

/**
 * What a passive of the spoken language may go back to: انباعت → باع, اتقتل → قتل. By its length and
 * first letter alone: a list must know the result.
 */
export function spokenPassives(word: string): string[] {
	const rest = word.startsWith("ا") ? word.slice(passiveLead) : "";
	return Array.from({ length: mostBehind + 1 }, (_, n) => rest.slice(0, rest.length - n))
		.reverse()
		.filter((form) => form.length > passiveLead);
}
