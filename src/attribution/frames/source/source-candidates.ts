import { isMannerForm, leadsBy } from "../../../language/words/arabic-endings.ts";
import type { WordFacts } from "../../../language/words/word-facts.ts";
import type { PassageReading } from "../../sequence/passage-reading.ts";
import type { PassageView } from "../../sequence/passage-view.ts";
import type { RuleStatement, RulesReading } from "../../sequence/rules-reading.ts";
import { isListed, isNameWord } from "../../speakers/names/name-words.ts";
import { endOfPhrase } from "../../speakers/names/phrase-end.ts";
import { coarseOf } from "../coarse.ts";
import { ledByVerb } from "../led-by-verb.ts";
import type { ContentPieces, Stretch } from "../parts.ts";
import { citedFrom } from "./cited.ts";
import { ownerOf } from "./in-own-words.ts";
import { takesObject } from "./leaves-object.ts";
import { isAddressed, isObjectOf, speaksBefore } from "./not-who-speaks.ts";

/** Words that may name who said a content; where they were looked for. */
export type SourceCandidate = Stretch & { by: string };

/** As long as this, in tokens, the words that name a speaker may be. */
const longest = 18;
/** Words between a cue and its speaker: adverbs, days, auxiliaries. */
const furthest = 4;
/** So near to the cue every stretch is a candidate. */
const near = 1;
/** Less probable than this, in the mean, no words are a candidate. */
const faintest = 0.04;

/**
 * The stretches that may name the speaker of a content: what the sequence model and the rules read
 * in the passage, and every stretch beside the cue (or, without one, before the content) that is not
 * quite improbable. No two are the same.
 */
export function sourceCandidates(
	{ view, parts, rules, source }: PassageReading,
	content: ContentPieces,
	cue: Stretch | undefined,
): SourceCandidate[] {
	const found = new Map<number, SourceCandidate>();
	if (cue && ownerOf(view, cue) !== undefined) return [];
	const letter = (t: number) => /[\p{L}\p{N}]/u.test(view.tokens[t]?.text ?? "");
	const classes = coarseOf(view);
	const dateline = endOfDateline(view);
	const begin = content.pieces[0]?.from ?? 0;
	const before = cue !== undefined && speaksBefore(view, cue);
	const add = (by: string, from: number, to: number) => {
		const key = from * (view.tokens.length + 1) + to;
		if (
			to > from &&
			from >= dateline &&
			!found.has(key) &&
			!(before && cue && from >= cue.to && to <= begin) &&
			mayName(view, { from, to }) &&
			!isAddressed(view, { from, to }, cue) &&
			!takesObject(view, { from, to }, cue, content) &&
			!isObjectOf(view, from, cue)
		)
			found.set(key, { from, to, by });
	};
	const taken = (t: number) =>
		content.pieces.some((p) => t >= p.from && t < p.to) ||
		(cue !== undefined && t >= cue.from && t < cue.to);
	const isFree = (from: number, to: number) => {
		for (let t = from; t < to; t++) if (taken(t)) return false;
		return true;
	};
	for (const part of parts.sources) {
		// BOSTON -- Mayor Paul Rolle: who speaks begins behind the dateline.
		let from = Math.max(part.from, dateline);
		while (from < part.to - 1 && !letter(from)) from++;
		const to = endOfPhrase(view, part);
		add("model", from, to);
		if (cue && from < cue.to && cue.from < to) continue;
		// A little more or less than what the model read.
		for (let a = from - 2; a <= from + 2; a++)
			for (let b = to - 3; b <= to + 4; b++)
				if (
					a >= 0 &&
					b <= view.tokens.length &&
					view.sentence[a] === view.sentence[b - 1] &&
					letter(a) &&
					letter(b - 1) &&
					isFree(a, b)
				)
					add("near", a, b);
	}
	for (const s of rules.statements)
		if (s.source && overlaps(s.content, content)) add("rules", s.source.from, s.source.to);
	const at = view.sentence[cue?.from ?? begin];
	for (const { from, to } of rules.subjects)
		if (view.sentence[from] === at && /[HSKGDAXF9]/u.test(classes[from] ?? "") && isFree(from, to))
			add("subject", from, to);
	const probable = sumsOf(source);
	const mean = (from: number, to: number) =>
		((probable[to] ?? 0) - (probable[from] ?? 0)) / (to - from);
	const consider = (by: string, from: number, to: number, gap: number) => {
		if (!letter(from) || !(letter(to - 1) || /["”»)]/u.test(view.tokens[to - 1]?.text ?? "")))
			return;
		if (gap <= near || mean(from, to) >= faintest) add(by, from, to);
	};
	const rightOf = (anchor: number) => {
		const sentence = view.sentence[anchor] ?? -1;
		for (let from = anchor; from <= anchor + furthest; from++)
			for (
				let to = from + 1;
				to <= from + longest && view.sentence[to - 1] === sentence && !taken(to - 1);
				to++
			)
				consider("right", from, to, from - anchor);
	};
	const leftOf = (anchor: number) => {
		const sentence = view.sentence[anchor - 1] ?? -1;
		for (let to = anchor; to >= anchor - furthest; to--)
			for (
				let from = to - 1;
				from >= Math.max(0, to - longest) && view.sentence[from] === sentence && !taken(from);
				from--
			)
				consider("left", from, to, anchor - to);
	};
	/** Without a cue: what the sentence begins with, behind a time or a dash. */
	const leadOf = (anchor: number) => {
		let from = view.first[view.sentence[anchor] ?? 0] ?? anchor;
		while (from < anchor && !/\p{L}/u.test(view.tokens[from]?.text ?? "")) from++;
		for (let to = from + 1; to <= Math.min(anchor, from + longest); to++)
			consider("lead", from, to, 0);
	};
	const cited = citedFrom(view, content);
	if (cited !== undefined) rightOf(cited);
	if (cue) {
		rightOf(cue.to);
		leftOf(cue.from);
	} else {
		leftOf(begin);
		leadOf(begin);
	}
	return [...found.values()];
}

const named = new WeakMap<PassageView, Map<number, boolean>>();

/** Whether words may name somebody whatever was said; asked once of a stretch for all contents of its passage. */
function mayName(view: PassageView, { from, to }: Stretch): boolean {
	const known = named.get(view) ?? new Map<number, boolean>();
	named.set(view, known);
	const key = from * (view.tokens.length + 1) + to;
	const before = known.get(key);
	if (before !== undefined) return before;
	const { facts } = view;
	const classes = coarseOf(view);
	const may =
		canBegin(classes, facts, from, to) &&
		!isVerbFirst(view, classes, from, to) &&
		canEnd(facts[to - 1]) &&
		!isQuantifier(view, from, to) &&
		canSpeak(classes, facts, from, to) &&
		!isTornQuote(view, from, to) &&
		ledByVerb(view, { from, to }) === undefined &&
		!isClaimOfBody(view, from) &&
		endOfPhrase(view, { from, to }) === to;
	known.set(key, may);
	return may;
}

/** The place, the day and the agency before a dash may take so many tokens. */
const longestDateline = 12;

const isDash = (text: string | undefined): boolean => /^[-–—]$/u.test(text ?? "");

/** Behind the dash of "BOSTON, March 3 (Norwire) -- …" at the head of a passage; 0 without one. */
function endOfDateline({ tokens, facts }: PassageView): number {
	if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? "")) return 0;
	for (let t = 1; t < Math.min(longestDateline, tokens.length) && !facts[t]?.cue; t++) {
		if (!isDash(tokens[t]?.text)) continue;
		const begin = isDash(tokens[t + 1]?.text) ? t + 2 : t + 1;
		// Behind the dash of an aside (NATO – which met …) the sentence goes on.
		return /^[\p{Lu}"“'‘]/u.test(tokens[begin]?.text ?? "") ? begin : 0;
	}
	return 0;
}

/** A mark is opened among the words and closed behind them, or the other way round. */
function isTornQuote(view: PassageView, from: number, to: number): boolean {
	let open = 0;
	for (let t = from; t < to; t++) {
		if (view.quotes[t] === 2) open++;
		else if (view.quotes[t] === 3 && --open < 0) return true;
	}
	return open > 0 && view.quotes[to] !== 3;
}

const overlaps = (a: Stretch, { pieces }: ContentPieces): boolean =>
	pieces.some((p) => p.from < a.to && a.from < p.to);

/** What the rules read where a content stands: the first statement that meets it. */
export const statementAt = (
	{ statements }: Pick<RulesReading, "statements">,
	content: ContentPieces,
): RuleStatement | undefined => statements.find((s) => overlaps(s.content, content));

/** هل, متى: a word of the dictionary that is no noun and in no list. */
const isFunctionWord = (facts: WordFacts | undefined): boolean =>
	facts !== undefined &&
	facts.kinds.size === 0 &&
	facts.parts.includes("F") &&
	!/[NA]/u.test(facts.parts) &&
	facts.sex === "" &&
	!facts.family;

/** Not with "to me", nor with a preposition written with its noun. */
function canBegin(
	classes: readonly string[],
	facts: readonly WordFacts[],
	from: number,
	to: number,
): boolean {
	const first = facts[from];
	if (first?.roles.has("toSomebody")) return false;
	if (to - from > 1 && classes[from] === "O") return false;
	// حينها مخاطبا: "then"; قال أيضاً: "also".
	if (first?.kinds.has("stops") && (first.theirs || (to - from === 1 && first.parts === "F")))
		return false;
	if (first?.led && to - from === 1) return false;
	if (first && isAdverbial(first, to - from)) return false;
	return classes[from] !== "p" || !/^[وف]?ب$/u.test(first?.clitics ?? "");
}

/** بشدة, وبالعودة إلى: how it was said, or behind what. */
const isAdverbial = (
	{ stem, clitics, definite, parts, sex, family, kinds }: WordFacts,
	words: number,
) =>
	sex === "" &&
	!family &&
	kinds.size === 0 &&
	((definite && leadsBy(clitics)) ||
		(words === 1 && clitics === "" && isMannerForm(stem) && parts.includes("F")));

/** تضحك وترد: a verb, unless a name goes on behind it: إنجو كرامر. */
const isVerbFirst = (
	view: PassageView,
	classes: readonly string[],
	from: number,
	to: number,
): boolean => to - from > 1 && classes[from] === "B" && !isNameWord(view, from + 1);

/** تشير تقديرات مجلس الأرز: behind its verb a noun for what somebody claims, and the body that does. */
const isClaimOfBody = (view: PassageView, from: number): boolean =>
	view.facts[from]?.kinds.has("claimNouns") === true &&
	view.facts[from - 1]?.kinds.has("claimNounLinks") === true &&
	isListed(view.facts[from + 1], "head:organisation", "known:");

/** Not with the first half of a name, nor with what goes on. */
const canEnd = (last: WordFacts | undefined): boolean =>
	!last?.roles.has("links") && last?.kind !== "accusative" && !last?.led;

/** بعض المواطنين: "some" is not said without of whom, where that stands behind. */
const isQuantifier = (view: PassageView, from: number, to: number): boolean =>
	to - from === 1 &&
	view.facts[from]?.kinds.has("quantifiers") === true &&
	view.facts[to]?.definite === true &&
	view.sentence[from] === view.sentence[to];

/** Words for a speaker hold a noun, a name or a pronoun and begin with no "that", verb or preposition. */
function canSpeak(
	classes: readonly string[],
	facts: readonly WordFacts[],
	from: number,
	to: number,
): boolean {
	if (noneAlone.has(classes[from] ?? "") && to - from < 2) return false;
	if (classes[from] === "Q" || (classes[from] === "P" && to - from > 1)) return false;
	for (let t = from; t < to; t++) {
		if (classes[t] === "Q") return false;
		if (speaking.has(classes[t] ?? "") && !isFunctionWord(facts[t])) return true;
	}
	return false;
}

const noneAlone = new Set("QVBR");
const speaking = new Set("OHSKGXFADpw9fRV");

const known = new WeakMap<Float64Array, Float64Array>();

/** Sums of probabilities up to each token, made once a passage. */
function sumsOf(source: Float64Array): Float64Array {
	const before = known.get(source);
	if (before) return before;
	const sums = new Float64Array(source.length + 1);
	for (let t = 0; t < source.length; t++) sums[t + 1] = (sums[t] ?? 0) + (source[t] ?? 0);
	known.set(source, sums);
	return sums;
}
