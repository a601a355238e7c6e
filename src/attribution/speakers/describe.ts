import type { WordFacts } from "../../language/words/word-knowledge.ts";
import { coarse } from "../frames/coarse.ts";
import type { SourceWords, Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import type { SpeakerMention } from "./known.ts";

const letters = /[\p{L}\p{N}]/u;

/** The words of a stretch as names are compared: without article, clitics, possessive and marks. */
export function comparedWords(view: PassageView, { from, to }: Stretch): string[] {
	const out: string[] = [];
	for (let t = from; t < to; t++) {
		const word = view.tokens[t]?.word ?? "";
		if (letters.test(word)) out.push(comparedWord(word));
	}
	return out;
}

/** One word as names are compared. */
export const comparedWord = (word: string): string =>
	word
		.replace(/'s$/u, "")
		.replace(/\.$/u, "")
		.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})/u, "");

/** Words that tell who is meant, of what stands around a name. */
function titleWords(view: PassageView, source: SourceWords): string[] {
	const out: string[] = [];
	for (let t = source.from; t < source.to; t++) {
		if (source.name && t >= source.name.from && t < source.name.to) continue;
		const facts = view.facts[t];
		const word = view.tokens[t]?.word ?? "";
		if (!facts || !letters.test(word) || small.has(facts.kind)) continue;
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
	const pronoun = source.to - source.from === 1 ? pronounOf(first) : undefined;
	const words = source.name ? comparedWords(view, source.name) : [];
	const shown = pronoun ?? verb;
	const definite = (first?.definite ?? false) || (first?.roles.has("pointing") ?? false);
	return {
		printed: source.name ? "name" : pronoun === undefined ? "description" : "pronoun",
		words,
		titles: titleWords(view, source),
		agreement: shown,
		proper: properWords(view, source),
		definite,
		head: first?.kind ?? "",
		passage,
		goesOn: false,
		again: pointsBack(view, source),
		states: statesIn(view, source),
		anyBody: isAnyBody(view, source),
		...(pronoun === undefined ? {} : standsFor(view, source.from)),
	};
}

const isAnyBody = (view: PassageView, { from, to }: Stretch): boolean => {
	const last = view.facts[to - 1];
	const definite = last?.definite || (to - from === 2 && view.facts[from]?.roles.has("before"));
	return to - from <= 2 && definite === true && (last?.roles.has("anyBody") ?? false);
};

/** The states whose adjective stands among the words for a speaker, outside of the name. */
const statesIn = (view: PassageView, { from, to, name }: SourceWords): string[] =>
	view.facts.slice(from, to).flatMap(({ state }, i) => {
		const inName = name && from + i >= name.from && from + i < name.to;
		return state && !inName ? [state] : [];
	});

/** She is a person, it is none; Arabic pronouns stand for both. سموه: whoever bears the honour. */
function standsFor(view: PassageView, at: number): Pick<SpeakerMention, "stands" | "honour"> {
	const word = view.tokens[at]?.word ?? "";
	const facts = view.facts[at];
	if (facts?.roles.has("things")) return { stands: "thing" };
	if (/^[a-z]/u.test(word))
		return facts?.agreement === "" &&
			/^pronoun:[mf]/u.test([...facts.kinds].find((k) => k.startsWith("pronoun:")) ?? "")
			? { stands: "person" }
			: {};
	const honour = /^[وف]?(\p{L}{2,}?)(?:ه|ها)$/u.exec(word)?.[1] ?? "";
	return honour.length > 2 ? { stands: "person", honour: honour.replace(/ت$/u, "ه") } : {};
}

/** The same source, المحامي ذاته, المعني. */
function pointsBack(view: PassageView, { from, to }: Stretch): boolean {
	const has = (t: number, role: "again" | "againAlone") => view.facts[t]?.roles.has(role) ?? false;
	if (to - from === 1) return has(from, "againAlone");
	return Array.from({ length: to - from }, (_, i) => from + i).some((t) => has(t, "again"));
}

/** The sex or number that a pronoun shows, empty for "it"; undefined for other words. */
function pronounOf(facts: WordFacts | undefined): string | undefined {
	const lists = [...(facts?.kinds ?? [])].filter((kind) => /pronoun/iu.test(kind));
	if (lists.length === 0) return undefined;
	return lists.map((list) => /^pronoun:([mfpd])/u.exec(list)?.[1]).find(Boolean) ?? "";
}

function agreementIn(view: PassageView, cue: Stretch): string {
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

/**
 * The part of a stretch that is shown as a name: without an article before it and, of a person's,
 * without a title before and what the sentence goes on with behind.
 */
export function shownName(view: PassageView, { from, to }: Stretch, person: boolean): Stretch {
	let begin = from;
	while (begin < to - 1 && view.facts[begin]?.roles.has("before")) begin++;
	if (!person) return { from: withoutWhat(view, begin, to), to: withoutPlace(view, begin, to) };
	if (!holdsName(view, begin, to)) return { from: begin, to };
	begin = nameAtEnd(view, begin, to);
	while (begin < to - 1 && isTitle(view, begin) && !view.facts[begin + 1]?.definite) begin++;
	while (begin < to - 1 && isPost(view, begin)) begin++;
	while (begin < to - 1 && !letters.test(view.tokens[begin]?.text ?? "")) begin++;
	let end = begin + 1;
	while (
		end < to &&
		!isBehindName(view, end, end - begin) &&
		!(end >= begin + 2 && isNoName(view, end))
	)
		end++;
	return { from: begin, to: end };
}

/** aid group Lake Relief: behind small words that say what it is, where nothing but its name follows. */
function withoutWhat(view: PassageView, from: number, to: number): number {
	const text = (t: number) => view.tokens[t]?.text ?? "";
	let begin = from;
	while (begin < to && /^\p{Ll}/u.test(text(begin)) && !/['’]s$/u.test(text(begin))) begin++;
	if (begin === from || begin === to) return from;
	const isName = view.tokens
		.slice(begin, to)
		.every(({ text: t }) => /^(?:\p{Lu}|&|\p{Ll}{1,3}$)/u.test(t));
	return isName ? begin : from;
}

const isArabicStop = (view: PassageView, at: number): boolean =>
	(view.facts[at]?.kinds.has("stops") ?? false) &&
	/^\p{Script=Arabic}/u.test(view.tokens[at]?.text ?? "");

/** As many words of a body's name stand before where it is: معهد الدراسات الدولية في زيورخ. */
const beforePlace = 3;

/** Where a name of a body goes on with "in", with "then" or with what it is: «المرفأ» المعنية بالبحر. */
function withoutPlace(view: PassageView, from: number, last: number): number {
	let to = last;
	while (to - from > 1 && isArabicStop(view, to - 1)) to--;
	for (let t = from + 1; t < to; t++) {
		if (view.quotes[t] === 3) return t + 1;
		if (view.tokens[t]?.text === "،" && view.quotes[t] === 0) return t;
	}
	for (let t = from + beforePlace; t < to; t++)
		if (view.facts[t]?.roles.has("places") && view.quotes[t] === 0) return t;
	return to;
}

/** المتحدث باسم: "in the name of", not somebody called so. */
export const isInTheName = (view: PassageView, at: number): boolean =>
	(view.facts[at]?.roles.has("inTheName") ?? false) &&
	(view.facts[at - 1]?.kinds.has("head:spokesperson:title") ?? false);

/** A word that names people, or one that no list and no dictionary has. */
export function isNameWord(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts || !letters.test(view.tokens[at]?.text ?? "")) return false;
	if (isInTheName(view, at)) return false;
	if (facts.kinds.has("head:person:title") && !isAlsoName(view, at)) return false;
	if (facts.sex !== "" || facts.family || facts.roles.has("links")) return true;
	return facts.parts === "" && facts.kinds.size === 0 && !facts.definite && !facts.cue;
}

/** ليلته, رئيستها as they are written: ة at the end is no possessive. */
export const isTheirs = (view: PassageView, at: number): boolean =>
	view.facts[at]?.theirs === true && !view.tokens[at]?.text.endsWith("ة");

const nouns = ["head:person", "heads:person", "head:spokesperson", "heads:spokesperson"];

/** متحدثة باسم الشركة: a noun for people without the article and nobody's name behind it. */
export function holdsName(view: PassageView, from: number, to: number): boolean {
	const first = view.facts[from];
	const isNoun = first && [...first.kinds].some((k) => nouns.some((n) => k.startsWith(n)));
	if (!isNoun || first.definite || !/^\p{Script=Arabic}/u.test(view.tokens[from]?.text ?? ""))
		return true;
	if (isAlsoName(view, from)) return true;
	for (let t = from + 1; t < to; t++) if (isNameWord(view, t)) return true;
	return view.facts[from + 1]?.definite ?? false;
}

/** مضيف القمة رئيس الوزراء الفنلندي يوهاني هارماينن: where the name begins that a post stands before. */
function nameAtEnd(view: PassageView, from: number, to: number): number {
	if (!/^\p{Script=Arabic}/u.test(view.tokens[from]?.text ?? ""))
		return capitalsAtEnd(view, from, to);
	const first = view.facts[from];
	const isPostOfIts = isTheirs(view, from);
	const isHead = first && [...first.kinds].some((k) => k.startsWith("head:"));
	if (!first || (!first.definite && !isHead && !isPostOfIts)) return from;
	if (first.sex !== "" && !first.definite) return from;
	let begin = to;
	while (begin > from && (isNameWord(view, begin - 1) || isFamilyBehind(view, begin - 1))) begin--;
	while (begin < to && !isNameWord(view, begin)) begin++;
	const before = view.facts[begin - 1];
	const isPostBefore =
		before?.definite === true || before?.kinds.has("head:person:title") || isPostOfIts;
	return begin < to && isPostBefore ? begin : from;
}

const isCapitalRun = (view: PassageView, from: number, to: number): boolean =>
	view.tokens.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text));

/** President of the Association, Dr Ana Roth: behind a small word, from the honour or given name on. */
function capitalsAtEnd(view: PassageView, from: number, to: number): number {
	for (let t = to - 3; t >= from; t--)
		if (view.facts[t]?.kinds.has("head:person:title") && isCapitalRun(view, t + 1, to))
			return t + 1;
	let small = to - 1;
	while (small > from && /^\p{Lu}/u.test(view.tokens[small]?.text ?? "")) small--;
	if (small <= from || to - small < 3) return from;
	for (let t = small + 1; t < to - 1; t++) {
		const facts = view.facts[t];
		const isGiven = facts?.sex !== "" && facts?.kinds.size === 0;
		if (facts?.roles.has("honorifics") || facts?.kinds.has("head:person:title") || isGiven)
			return t;
	}
	return from;
}

/** الشيباني, النيل behind another word of a name. */
const isFamilyBehind = (view: PassageView, at: number): boolean =>
	(view.facts[at]?.definite ?? false) && isNameWord(view, at - 1);

/** أمين, رائد: titles that are names without the article. */
function isAlsoName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const arabic = /^\p{Script=Arabic}/u.test(view.tokens[at]?.text ?? "");
	return arabic && facts !== undefined && facts.sex !== "" && !facts.definite;
}

function isTitle(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if (!facts) return false;
	if (isAlsoName(view, at)) return false;
	if (facts.kinds.has("head:person:title") || facts.roles.has("honorifics")) return true;
	if (facts.sex !== "") return false;
	const titled = [...facts.kinds].some((kind) => kind.startsWith("head:person"));
	return titled && (facts.definite || /^\p{L}{1,6}\.?$/u.test(view.tokens[at]?.text ?? ""));
}

/** A definite noun before a given name: المحاسب رمضان. */
function isPost(view: PassageView, at: number): boolean {
	const [facts, next] = [view.facts[at], view.facts[at + 1]];
	if (!facts || !next || facts.sex !== "" || facts.family) return false;
	return facts.definite && isNameWord(view, at + 1) && !next.definite;
}

/** Behind two words of a name, an ordinary noun in none of the lists of names: what the sentence goes on with. */
function isNoName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const text = view.tokens[at]?.text ?? "";
	if (facts?.sex !== "" || facts.family || !/^\p{Script=Arabic}/u.test(text)) return false;
	if (facts.roles.has("links")) return false;
	if (facts.kinds.has("head:person") || facts.kinds.has("head:person:title")) return true;
	if (facts.definite)
		return facts.many || (facts.parts.includes("N") && facts.kind !== "the-nisba");
	return /[NP]/u.test(facts.parts) || isTheirs(view, at);
}

/** A preposition that is written with its noun ends a person's name: بلينكن لشبكة. */
function isBehindName(view: PassageView, at: number, words: number): boolean {
	const facts = view.facts[at];
	if (!facts || view.tokens[at]?.text === "(") return true;
	if (facts.kinds.has("namesakes")) {
		const next = view.facts[at + 1];
		return !next || (next.sex === "" && !next.family);
	}
	if (facts.sex !== "" || facts.family) return false;
	// بالحاج, بالعيد: the first word behind a given name is no preposition.
	const led = /^ل/u.test(facts.clitics) || (/^ب/u.test(facts.clitics) && words > 1);
	return (
		(led && facts.parts.includes("N")) ||
		(facts.led && words > 1) ||
		facts.kinds.has("prepositions") ||
		(facts.cue.startsWith("past") && words > 1)
	);
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
		if (view.facts[t]?.roles.has("titlesOfMen")) return "m";
		if (view.facts[t]?.roles.has("titlesOfWomen")) return "f";
	}
	// A last name alone may be somebody's given name as well.
	const first = source.name ? view.facts[source.name.from] : undefined;
	return first?.sex === "m" || first?.sex === "f" ? first.sex : "";
}
