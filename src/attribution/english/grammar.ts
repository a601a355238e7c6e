import type { Act } from "../../domain/sets/acts.ts";
import { withOriginEnding } from "../../identity/countries.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { fold } from "../../language/text/normalise.ts";
import { folded } from "../sentence/units.ts";
import type { OutletNames } from "../speaker-phrase.ts";
import type { EnglishHead, EnglishMarkers, EnglishVerb } from "./grammar-data.ts";
import { type VerbForm, verbForms } from "./verbs.ts";

export type HeadEntry = { head: EnglishHead; plural: boolean; lemma: string };

type ListKey = {
	[K in keyof EnglishMarkers]: EnglishMarkers[K] extends string[] ? K : never;
}[keyof EnglishMarkers];

/** The attribution data of English, compiled for look-up by folded word. */
export type EnglishGrammar = {
	verbs: Map<string, VerbForm[]>;
	heads: Map<string, HeadEntry>;
	/** Heads that count only at the end of a capitalised name. */
	namedHeads: Map<string, HeadEntry>;
	entities: NameTable<NamedEntity>;
	outlets: OutletNames;
	/** The word lists of the markers, by their key. */
	is: Record<ListKey, Set<string>>;
	pronouns: Map<string, "m" | "f" | "p" | null>;
	claimNouns: Map<string, Act>;
	passives: Map<string, { act: Act; needs: Set<string> }>;
	/** Adjectives of states: iranian. */
	stateAdjectives: Map<string, NamedEntity>;
};

export type EnglishData = {
	verbs: readonly EnglishVerb[];
	heads: readonly EnglishHead[];
	markers: EnglishMarkers;
};

export function englishGrammar(
	data: EnglishData,
	entities: NameTable<NamedEntity>,
	outlets: OutletNames,
): EnglishGrammar {
	const m = data.markers;
	const is = {} as Record<ListKey, Set<string>>;
	for (const [key, value] of Object.entries(m)) {
		if (Array.isArray(value) && value.every((v) => typeof v === "string"))
			is[key as ListKey] = folded(value as string[]);
	}
	const passives: EnglishGrammar["passives"] = new Map();
	for (const { forms, act, needs } of m.passives)
		for (const form of forms) passives.set(fold(form), { act, needs: folded(needs) });
	return {
		verbs: verbForms(data.verbs),
		heads: headTable(data.heads.filter((h) => !h.named)),
		namedHeads: headTable(data.heads.filter((h) => h.named)),
		entities,
		outlets,
		is,
		pronouns: new Map(Object.entries(m.pronouns)),
		claimNouns: new Map(m.claimNouns.flatMap((n) => n.forms.map((f) => [fold(f), n.act] as const))),
		passives,
		stateAdjectives: stateAdjectives(m, entities),
	};
}

function headTable(heads: readonly EnglishHead[]): Map<string, HeadEntry> {
	const table = new Map<string, HeadEntry>();
	const add = (form: string, entry: HeadEntry) => {
		const key = fold(form);
		if (!table.has(key)) table.set(key, entry);
	};
	for (const head of heads) {
		const lemma = fold(head.singular[0] ?? "");
		for (const form of head.singular) add(form, { head, plural: false, lemma });
		for (const form of head.plural ?? []) add(form, { head, plural: true, lemma });
	}
	return table;
}

/**
 * Adjectives of states. English derives most from the name by an ending (Iran → Iranian,
 * Japan → Japanese); the others are listed and stand first, as do the shorter endings, so that
 * Nigerian is of Nigeria and not of Niger.
 */
function stateAdjectives(
	m: EnglishMarkers,
	entities: NameTable<NamedEntity>,
): Map<string, NamedEntity> {
	const out = new Map<string, NamedEntity>();
	const add = (form: string, state: NamedEntity) => {
		const key = fold(form).replace(/\.$/, "");
		if (!out.has(key)) out.set(key, state);
	};
	for (const { state, forms } of m.stateAdjectives) {
		const words = fold(state).split(/\s+/);
		const hit = entities.match(words, 0);
		if (hit && hit.length === words.length) for (const form of forms) add(form, hit.value);
	}
	const states = [...entities.entries()].filter(
		({ words, value }) =>
			value.kind === "state" &&
			words.length === 1 &&
			words[0] === fold(value.en) &&
			/^[a-z]/.test(words[0]),
	);
	for (const ending of m.stateAdjectiveEndings) {
		for (const { words, value } of states) {
			for (const form of withOriginEnding(words[0] ?? "", ending)) add(form, value);
		}
	}
	return out;
}
