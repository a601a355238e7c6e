import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { fold } from "../../language/text/normalise.ts";
import { withoutConjunction, withoutLongProclitic } from "../../language/words/arabic-clitics.ts";
import type { WordClasses } from "../../language/words/word-classes.ts";
import type { Head } from "../head-data.ts";
import { folded } from "../sentence/units.ts";
import type { OutletNames } from "../speaker-phrase.ts";
import type { ArabicMarkers, ArabicVerb } from "./grammar-data.ts";
import { type VerbForm, verbForms } from "./verbs.ts";

type Lists = {
	[K in keyof ArabicMarkers as ArabicMarkers[K] extends string[] ? K : never]: ArabicMarkers[K];
};
type Act = ArabicMarkers["claimNouns"][number]["act"];

export type KnownHead = { head: Head; plural: boolean; lemma: string };
export type Passive = {
	sure: boolean;
	act: Act;
	needs: Set<string>;
	distant: Set<string>;
};

/** The attribution data of Arabic, compiled for look-up by folded word. */
export type ArabicGrammar = {
	verbs: Map<string, VerbForm[]>;
	heads: Map<string, KnownHead>;
	entities: NameTable<NamedEntity>;
	outlets: OutletNames;
	words: WordClasses;
	/** Every plain list of the markers, by its name there. */
	is: Record<keyof Lists, Set<string>>;
	/** Phrases of several words, split, by their first word. */
	phrases: Record<"accordingPhrases" | "adjuncts" | "denialOpeners", Map<string, string[][]>>;
	/** Relaying verbs, and the preposition before whom they relay. */
	relayVerbs: Map<string, string>;
	claimNouns: Map<string, Act>;
	/** By form; several may share one. */
	passives: Map<string, Passive[]>;
	speechPhrases: { first: Set<string>; second: Set<string> }[];
	/** Whether the word may open a frame: most words do not. */
	mayOpenFrame(word: string): boolean;
	/** Whether a noun phrase ends before the word, whatever it may be besides. */
	endsNounPhrase(word: string): boolean;
};

export function arabicGrammar(
	data: { verbs: readonly ArabicVerb[]; heads: readonly Head[]; markers: ArabicMarkers },
	entities: NameTable<NamedEntity>,
	outlets: OutletNames,
	words: WordClasses,
): ArabicGrammar {
	const m = data.markers;
	const plain: Omit<ArabicGrammar, "mayOpenFrame" | "endsNounPhrase"> = {
		verbs: verbForms(data.verbs),
		heads: headForms(data.heads),
		entities,
		outlets,
		words,
		is: wordSets(m),
		phrases: {
			accordingPhrases: phrasesOf(m.accordingPhrases),
			adjuncts: phrasesOf(m.adjuncts),
			denialOpeners: phrasesOf(m.denialOpeners),
		},
		relayVerbs: byForm(m.relayVerbs, (v) => fold(v.link)),
		claimNouns: byForm(m.claimNouns, (n) => n.act),
		passives: passiveForms(m),
		speechPhrases: m.speechVerbPhrases.map((p) => ({
			first: folded(p.first),
			second: folded(p.second),
		})),
	};
	const { is } = plain;
	const ends = [
		is.prepositions,
		is.negations,
		is.auxiliaries,
		is.stops,
		is.complementisers,
		is.coordinators,
		is.accordingTo,
	];
	const endings = new Set(ends.flatMap((set) => [...set]));
	return {
		...plain,
		mayOpenFrame: rememberedWord((word) => opensFrame(plain, word)),
		endsNounPhrase: (word) => endings.has(word),
	};
}

/** The words that the readers of `frames.ts` look up first, with what they take off before. */
function opensFrame(
	g: Pick<ArabicGrammar, "is" | "phrases" | "relayVerbs" | "passives" | "claimNouns" | "verbs">,
	word: string,
): boolean {
	const bare = withoutConjunction(word);
	const forms = [word, bare, bare.replace(/ت$/, ""), withoutLongProclitic(word)];
	const tables = [
		g.is.accordingTo,
		g.phrases.accordingPhrases,
		g.relayVerbs,
		g.is.reportedIn,
		g.passives,
		g.claimNouns,
		g.verbs,
	];
	return tables.some((table) => forms.some((form) => table.has(form)));
}

function wordSets(m: ArabicMarkers): ArabicGrammar["is"] {
	const lists = Object.entries(m).filter((entry): entry is [keyof Lists, string[]] =>
		entry[1].every((w: unknown) => typeof w === "string"),
	);
	return Object.fromEntries(lists.map(([key, list]) => [key, folded(list)])) as ArabicGrammar["is"];
}

function phrasesOf(phrases: readonly string[]): Map<string, string[][]> {
	return Map.groupBy(
		phrases.map((phrase) => fold(phrase).split(" ")),
		([first = ""]) => first,
	);
}

function byForm<T extends { forms: string[] }, V>(
	entries: readonly T[],
	value: (entry: T) => V,
): Map<string, V> {
	return new Map(entries.flatMap((e) => e.forms.map((form) => [fold(form), value(e)] as const)));
}

function passiveForms(m: ArabicMarkers): Map<string, Passive[]> {
	const out = new Map<string, Passive[]>();
	for (const { forms, act, needs, distant = [], sure = false } of m.passives) {
		const passive = { sure, act, needs: folded(needs), distant: folded(distant) };
		for (const form of folded(forms)) out.set(form, [...(out.get(form) ?? []), passive]);
	}
	return out;
}

function headForms(heads: readonly Head[]): Map<string, KnownHead> {
	const out = new Map<string, KnownHead>();
	for (const head of heads) {
		const lemma = fold(head.singular[0] ?? "");
		for (const form of head.singular) addHead(out, form, { head, plural: false, lemma });
		for (const form of head.singular)
			if (/[^ةاىي]$/.test(form)) addHead(out, `${form}ا`, { head, plural: false, lemma });
		// The dual is regular: مصدران, مصدرين, شاهدتان.
		for (const form of head.singular) {
			const stem = form.endsWith("ة") ? `${form.slice(0, -1)}ت` : form;
			for (const ending of ["ان", "ين"]) addHead(out, stem + ending, { head, plural: true, lemma });
		}
		for (const form of head.plural ?? []) addHead(out, form, { head, plural: true, lemma });
	}
	return out;
}

/** With and without the article; an earlier entry is not displaced. */
function addHead(heads: Map<string, KnownHead>, form: string, value: KnownHead): void {
	const key = fold(form);
	if (!heads.has(key)) heads.set(key, value);
	const definite = `ال${key}`;
	if (!key.startsWith("ال") && !heads.has(definite)) heads.set(definite, value);
}
