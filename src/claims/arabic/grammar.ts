import { fold } from "../../language/normalise.ts";
import type { WordClasses } from "../../language/word-classes.ts";
import type { ArabicMarkers, ArabicVerb, Head } from "../data.ts";
import type { NamedEntity, NameTable } from "../names.ts";
import type { OutletNames } from "../phrase.ts";
import { folded } from "../units.ts";
import { type VerbForm, verbForms } from "./verbs.ts";

/** The attribution data of Arabic, compiled for look-up by folded word. */
export type ArabicGrammar = {
	verbs: Map<string, VerbForm[]>;
	heads: Map<string, { head: Head; plural: boolean; lemma: string }>;
	entities: NameTable<NamedEntity>;
	outlets: OutletNames;
	words: WordClasses;
	complementisers: Set<string>;
	negations: Set<string>;
	accordingTo: Set<string>;
	accordingPhrases: string[][];
	relayVerbs: Set<string>;
	reportedIn: Set<string>;
	openers: Set<string>;
	auxiliaries: Set<string>;
	prepositions: Set<string>;
	stops: Set<string>;
	insideNames: Set<string>;
	quantifiers: Set<string>;
	contentBreaks: Set<string>;
	coordinators: Set<string>;
	hedges: Set<string>;
	strongHedges: Set<string>;
	earlier: Set<string>;
	silence: Set<string>;
	claimNouns: Map<string, ArabicMarkers["claimNouns"][number]["act"]>;
	claimNounLinks: Set<string>;
	denialOpeners: string[][];
	passives: { sure: boolean; forms: Set<string>; act: ArabicMarkers["passives"][number]["act"]; needs: Set<string> }[];
	speechPhrases: { first: Set<string>; second: Set<string> }[];
	futureParticles: Set<string>;
	selfWords: Set<string>;
	readiness: Set<string>;
	adjuncts: string[][];
	notFuture: Set<string>;
	issues: Set<string>;
	plans: Set<string>;
	ahead: Set<string>;
	contrast: Set<string>;
	notComplement: Set<string>;
	media: Set<string>;
};

export function arabicGrammar(
	data: { verbs: readonly ArabicVerb[]; heads: readonly Head[]; markers: ArabicMarkers },
	entities: NameTable<NamedEntity>,
	outlets: OutletNames,
	words: WordClasses,
): ArabicGrammar {
	const m = data.markers;
	const heads: ArabicGrammar["heads"] = new Map();
	for (const head of data.heads) {
		const lemma = fold(head.singular[0] ?? "");
		for (const form of head.singular) setOnce(heads, form, { head, plural: false, lemma });
		// The dual is regular: مصدران, مصدرين, شاهدتان.
		for (const form of head.singular) {
			const stem = form.endsWith("ة") ? `${form.slice(0, -1)}ت` : form;
			for (const ending of ["ان", "ين"]) setOnce(heads, stem + ending, { head, plural: true, lemma });
		}
		for (const form of head.plural ?? []) setOnce(heads, form, { head, plural: true, lemma });
	}
	return {
		verbs: verbForms(data.verbs),
		heads,
		entities,
		outlets,
		words,
		complementisers: folded(m.complementisers),
		negations: folded(m.negations),
		accordingTo: folded(m.accordingTo),
		accordingPhrases: m.accordingPhrases.map((p) => fold(p).split(" ")),
		relayVerbs: folded(m.relayVerbs),
		reportedIn: folded(m.reportedIn),
		openers: folded(m.sentenceOpeners),
		auxiliaries: folded(m.auxiliaries),
		prepositions: folded(m.prepositions),
		stops: folded(m.stops),
		insideNames: folded(m.insideNames),
		quantifiers: folded(m.quantifiers),
		contentBreaks: folded(m.contentBreaks),
		coordinators: folded(m.coordinators),
		hedges: folded(m.hedges),
		strongHedges: folded(m.strongHedges),
		earlier: folded(m.earlier),
		silence: folded(m.silence),
		claimNouns: new Map(m.claimNouns.flatMap((n) => n.forms.map((f) => [fold(f), n.act] as const))),
		claimNounLinks: folded(m.claimNounLinks),
		passives: m.passives.map((p) => ({
			sure: p.sure === true,
			forms: folded(p.forms),
			act: p.act,
			needs: folded(p.needs),
		})),
		speechPhrases: m.speechVerbPhrases.map((p) => ({
			first: folded(p.first),
			second: folded(p.second),
		})),
		denialOpeners: m.denialOpeners.map((p) => fold(p).split(" ")),
		futureParticles: folded(m.futureParticles),
		selfWords: folded(m.selfWords),
		readiness: folded(m.readiness),
		adjuncts: m.adjuncts.map((p) => fold(p).split(" ")),
		notFuture: folded(m.notFuture),
		issues: folded(m.issues),
		plans: folded(m.plans),
		ahead: folded(m.ahead),
		contrast: folded(m.contrast),
		notComplement: folded(m.notComplement),
		media: folded(m.media),
	};
}

function setOnce<T>(map: Map<string, T>, form: string, value: T): void {
	const key = fold(form);
	if (!map.has(key)) map.set(key, value);
	const definite = `ال${key}`;
	if (!key.startsWith("ال") && !map.has(definite)) map.set(definite, value);
}

/** The word without a conjunction glued to its front, where the rest is a word that is known. */
export function withoutConjunction(word: string, known: (rest: string) => boolean): string {
	if (known(word)) return word;
	if (/^[وف]/.test(word) && word.length > 3 && known(word.slice(1))) return word.slice(1);
	return word;
}
