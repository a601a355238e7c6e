import { coarse } from "../../frames/coarse.ts";
import type { SourceWords, Stretch } from "../../frames/parts.ts";
import { ownerOf } from "../../frames/source/in-own-words.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { SpeakerMention } from "../known.ts";
import { comparedWord, comparedWords, hasLetters } from "../names/compared.ts";
import { isArabic, isListed, sexOfTitle } from "../names/name-words.ts";
import { pronounAt } from "./pronouns.ts";

/** Words that tell who is meant, of what stands around a name. */
function titleWords(view: PassageView, source: SourceWords): string[] {
	const out: string[] = [];
	for (let t = source.from; t < source.to; t++) {
		if (source.name && t >= source.name.from && t < source.name.to) continue;
		const facts = view.facts[t];
		const word = view.tokens[t]?.word ?? "";
		if (!facts || !hasLetters(word) || small.has(facts.kind)) continue;
		out.push(comparedWord(word));
	}
	return out;
}

const small = new Set([
	"prepositions",
	"articles",
	"conjunctions",
	"stops",
	"relatives",
	"insideNames",
	"coordinators",
]);

/** What a claim's passage prints of its speaker. `cue`: the words of saying, `contentFrom`: where it begins. */
function mentionOf(
	view: PassageView,
	source: SourceWords | undefined,
	cue: Stretch | undefined,
	contentFrom: number,
	passage: number,
): SpeakerMention {
	const verb = cue ? agreementIn(view, cue) : "";
	if (!source) {
		const goesOn = !cue && (view.quotes[contentFrom] ?? 0) > 0;
		return {
			printed: "nothing",
			words: [],
			titles: [],
			sorts: [],
			agreement: verb,
			proper: [],
			definite: false,
			head: "",
			passage,
			goesOn,
			again: false,
		};
	}
	const first = view.facts[source.from];
	const pronoun = source.to - source.from === 1 ? pronounAt(view, source.from) : undefined;
	const words = source.name ? comparedWords(view, source.name) : [];
	const definite = (first?.definite ?? false) || (first?.roles.has("pointing") ?? false);
	return {
		printed: source.name ? "name" : pronoun ? "pronoun" : "description",
		words,
		titles: titleWords(view, source),
		agreement: verb,
		proper: properWords(view, source),
		definite,
		head: first?.kind ?? "",
		passage,
		goesOn: false,
		again: pointsBack(view, source),
		sorts: sortsIn(view, source),
		many: isMany(view, source),
		...statesIn(view, source),
		body: holdsBody(view, source),
		spokenFor: source.isBody || holdsSpokesperson(view, source),
		anyBody: isAnyBody(view, source),
		ofThem: source.to - source.from === 1 && (first?.roles.has("ofThem") ?? false),
		...pronoun,
	};
}

/** Two officials, residents: the first noun for people is a plural, or a number stands before it. */
function isMany(view: PassageView, { from, to }: Stretch): boolean {
	for (let t = from; t < to; t++) {
		const facts = view.facts[t];
		if (isListed(facts, "heads:") || facts?.roles.has("counts")) return true;
		if (isListed(facts, "head:")) return false;
	}
	return false;
}

const isAnyBody = (view: PassageView, { from, to }: Stretch): boolean => {
	const last = view.facts[to - 1];
	const definite = last?.definite || (to - from === 2 && view.facts[from]?.roles.has("before"));
	return to - from <= 2 && definite === true && (last?.roles.has("anyBody") ?? false);
};

/** The sorts that the words tell up to a comma; what the name of a person means says nothing. */
function sortsIn(view: PassageView, { from, to }: SourceWords): string[] {
	const out: string[] = [];
	for (let t = from; t < to && !/^[,،(]$/u.test(view.tokens[t]?.text ?? ""); t++)
		out.push(...(view.facts[t]?.sorts ?? []));
	return out;
}

/** The states whose adjective stands among the words for a speaker, outside of the name and in it. */
function statesIn(view: PassageView, { from, to, name }: SourceWords) {
	const states: string[] = [];
	const statesInName: string[] = [];
	for (let t = from; t < to; t++) {
		const { state = "" } = view.facts[t] ?? {};
		const inName = name !== undefined && t >= name.from && t < name.to;
		if (state) (inName ? statesInName : states).push(state);
	}
	return { states, statesInName };
}

/** China's embassy, وزارة الدفاع: a noun for bodies among the words for it, up to a comma. */
function holdsBody(view: PassageView, { from, to, name }: SourceWords): boolean {
	const words = name ?? { from, to };
	for (let t = words.from; t < words.to && view.tokens[t]?.text !== ","; t++)
		if (isListed(view.facts[t], "head:organisation", "heads:organisation")) return true;
	return false;
}

const holdsSpokesperson = (view: PassageView, { from, to }: Stretch): boolean =>
	view.facts.slice(from, to).some((facts) => isListed(facts, "head:spokes"));

/** The same source, المحامي ذاته, المعني. */
function pointsBack(view: PassageView, { from, to }: Stretch): boolean {
	const has = (t: number, role: "again" | "againAlone") => view.facts[t]?.roles.has(role) ?? false;
	if (to - from === 1) return has(from, "againAlone");
	return Array.from({ length: to - from }, (_, i) => from + i).some((t) => has(t, "again"));
}

function agreementIn(view: PassageView, cue: Stretch): string {
	const owner = ownerOf(view, cue);
	if (owner) return owner;
	for (let t = cue.from; t < cue.to; t++) {
		const shown = view.facts[t]?.agreement;
		if (shown) return shown;
	}
	return "";
}

/** Capitalised words but the first of the sentence; Arabic has none. */
function properWords(view: PassageView, source: SourceWords): string[] {
	const out: string[] = [];
	for (let t = source.from; t < source.to; t++) {
		const token = view.tokens[t];
		const first = view.first[view.sentence[t] ?? 0] === t;
		if (token && !first && /^\p{Lu}/u.test(token.text)) out.push(comparedWord(token.word));
	}
	return out;
}

/** The mention with what a name and its titles show of its bearer. */
export function describe(
	view: PassageView,
	words: SourceWords | undefined,
	cue: Stretch | undefined,
	from: number,
	passage: number,
): SpeakerMention {
	const mention = mentionOf(view, words, cue, from, passage);
	const shown = words ? shownBy(view, words) : "";
	return shown ? { ...mention, agreement: shown } : mention;
}

/** A mention outside of a claim: a name, or a title that stands for one. */
export function describeMention(
	view: PassageView,
	words: SourceWords,
	passage: number,
): SpeakerMention {
	const mention = describe(view, words, undefined, words.from, passage);
	const title = titleBefore(view, words.from);
	const states = [...(mention.states ?? []), ...title.flatMap((t) => view.facts[t]?.state || [])];
	const told = title.map((t) => comparedWord(view.tokens[t]?.word ?? ""));
	return { ...mention, states, titles: [...mention.words, ...told] };
}

/** As many words a title before a name has at most. */
const longestTitle = 7;

/** The tokens of the title that stands right before a name, or before the comma there: وزير الخارجية الأمريكي. */
function titleBefore(view: PassageView, at: number): number[] {
	const out: number[] = [];
	let titled = false;
	const last = /^[،,]$/u.test(view.tokens[at - 1]?.text ?? "") ? at - 2 : at - 1;
	for (let t = last; t >= Math.max(0, at - longestTitle); t--) {
		const kind = coarse(view, t);
		const of = view.tokens[t]?.word === "of" && out.length > 0;
		if (!of && !/^[HSKDAXwp]$/u.test(kind)) break;
		if (kind === "H" || kind === "S") titled = true;
		if (!of) out.push(t);
	}
	return titled ? out : [];
}

/** The sex or number that a name and its titles show; empty where they show none. */
function shownBy(view: PassageView, source: SourceWords): string {
	for (let t = source.from; t < source.to; t++) {
		const sex = sexOfTitle(view.facts[t]);
		if (sex) return sex;
	}
	// A last name alone may be somebody's given name as well.
	const { from, to } = source.name ?? { from: 0, to: 0 };
	for (let t = from; t < Math.max(from + 1, to - 1); t++) {
		const sex = source.name ? (view.facts[t]?.sex ?? "") : "";
		if (sex === "m" || sex === "f") return sex;
		if (isArabic(view, t)) return "";
	}
	return "";
}
