import { best, type Weigh } from "../choice/weigh.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import { isComma, type PassageView, textOf } from "../sequence/passage-view.ts";
import { nameCandidates, nameFeatures } from "../speakers/names/name-part.ts";
import {
	hasArticle,
	isArabic,
	isListed,
	isNameWord,
	isObject,
	isUnknown,
} from "../speakers/names/name-words.ts";
import { speakerBehindQuote } from "./behind-quote.ts";
import { claimFeatures } from "./claim-features.ts";
import { candidatesFor, type Tie, tieFeatures } from "./link.ts";
import { withNameBefore } from "./name-before.ts";
import { nameBehindPost } from "./name-behind-post.ts";
import { isNoStatement } from "./no-statement.ts";
import type { ContentPieces, SourceWords, Stretch } from "./parts.ts";
import { isVerbOfSaying } from "./saying.ts";
import { citedBy } from "./source/cited.ts";
import { type SourceCandidate, sourceCandidates } from "./source/source-candidates.ts";
import { sourceFeatures } from "./source/source-features.ts";
import { spokenFor } from "./spoken-for.ts";

/** A content with the parts of its passage that belong to it. */
export type TiedContent = {
	content: ContentPieces;
	source: SourceWords | undefined;
	cue: Stretch | undefined;
	channel: Stretch | undefined;
	day: Stretch | undefined;
	sure: { claim: number; source: number; cue: number; name: number };
};

/** Less probable than this, a content is no claim. */
export const leastClaim = 0.4;

/** For each content of a passage that is a claim: its cue, the words for its speaker and which of them are a name. */
export function tieParts(reading: PassageReading, weigh: Weigh): TiedContent[] {
	return reading.parts.contents.flatMap((content): TiedContent[] => {
		const near = around(reading, content);
		const { view, parts } = near;
		const words = content.pieces.map((piece) => textOf(view, piece)).join(" … ");
		const [, claim = 1] = weigh("claim", claimFeatures(near, content), (i) =>
			i === 0 ? "no claim" : words,
		);
		if (claim < leastClaim && !content.isShown) return [];
		const tie = (which: Tie) => {
			const candidates = candidatesFor(parts, which);
			const show = (i: number) => `${which}: ${shown(near, candidates[i])}`;
			const { index, sure } = best(weigh("tie", tieFeatures(view, parts, content, which), show));
			return { part: candidates[index], sure };
		};
		const cue = tie("cue");
		if (cue.part && isNameWithin(view, cue.part.from)) return [];
		const { source, sure } = sourceOf(near, content, cue.part, weigh);
		if (isNoStatement(view, content, cue.part, source)) return [];
		const [channel, day] = [tie("channel").part, tie("day").part];
		return [
			{ content, source, cue: cue.part, channel, day, sure: { claim, cue: cue.sure, ...sure } },
		];
	});
}

/** The United States: with a capital within a sentence it is no verb of saying. */
const isNameWithin = (view: PassageView, at: number): boolean =>
	/^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? "") &&
	/^\p{Lu}/u.test(view.tokens[at - 1]?.text ?? "") &&
	view.sentence[at] === view.sentence[at - 1];

/** The words that name who said a content, and the name among them; `undefined`: none are printed. */
function sourceOf(
	reading: PassageReading,
	content: ContentPieces,
	cue: Stretch | undefined,
	weigh: Weigh,
) {
	const candidates = sourceCandidates(reading, content, cue);
	const features = sourceFeatures(reading, content, cue, candidates);
	const show = (i: number) =>
		shown(reading, candidates[i]) + (candidates[i] ? ` (${candidates[i].by})` : "");
	const shares = weigh("source", features, show);
	const quoted = speakerBehindQuote(reading, content, candidates);
	const isPassedOver = quoted >= 0 && best(shares).index >= candidates.length;
	const first =
		(isPassedOver ? { index: quoted, sure: shares[quoted] ?? 0 } : undefined) ??
		namedBehind(reading, content, cue, candidates, shares) ??
		printedBehind(reading, content, cue, candidates, shares) ??
		printedAtHead(reading.view, cue, candidates, shares) ??
		topicBefore(reading.view, cue, candidates, shares) ??
		best(shares);
	const cited = citedBy(reading.view, content, candidates, shares, first);
	const whole = cited ?? withWholeName(reading, candidates, shares, first);
	const chosen = upToVerb(reading.view, candidates, shares, whole);
	const printed = candidates[chosen.index];
	if (!printed) return { source: undefined, sure: { source: chosen.sure, name: 1 } };
	const words = withNameBefore(reading.view, printed) ?? printed;
	const names = nameCandidates(reading.view, words);
	const name = best(
		weigh("name", nameFeatures(reading, words, names), (i) => shown(reading, names[i])),
	);
	const body = spokenFor(reading.view, words);
	if (body) {
		const { from, to } = body;
		const named = body.isNamed ? { name: { from, to } } : {};
		const source: SourceWords = { from, to, ...named, isBody: true, sure: chosen.sure };
		return { source, sure: { source: chosen.sure, name: name.sure } };
	}
	const part = names[name.index];
	const begin = content.pieces[0]?.from ?? 0;
	const behind = words.to <= begin ? nameBehindPost(reading.view, words, begin) : undefined;
	const named = behind ?? part;
	const source: SourceWords = {
		from: words.from,
		to: behind?.to ?? words.to,
		...(named ? { name: named } : {}),
		sure: chosen.sure,
	};
	return { source, sure: { source: chosen.sure, name: name.sure } };
}

/** Words right behind a cue that are as probable as this are not passed over for somebody named before. */
const leastPrinted = 0.1;

/**
 * The most probable words that begin right behind the cue, where something stands between it and the
 * content but "none" was more probable: who is printed is not whoever spoke last.
 */
function printedBehind(
	{ view }: PassageReading,
	{ pieces }: ContentPieces,
	cue: Stretch | undefined,
	candidates: readonly Stretch[],
	shares: readonly number[],
): { index: number; sure: number } | undefined {
	if (!cue || best(shares).index < candidates.length) return undefined;
	const begin = pieces[0]?.from ?? 0;
	if (begin <= cue.to || view.sentence[cue.to] !== view.sentence[cue.from]) return undefined;
	const first = view.quotes[cue.to] === 2 ? cue.to + 1 : cue.to;
	const behind = shares.map((share, i) => (candidates[i]?.from === first ? share : 0));
	const most = best(behind);
	return most.sure >= leastPrinted ? most : undefined;
}

/**
 * وكالة «الأفق» الدولية، قالت إن: with nobody behind an Arabic verb, the noun phrase of which all that stands before it in the
 * sentence consists.
 */
function printedAtHead(
	view: PassageView,
	cue: Stretch | undefined,
	candidates: readonly SourceCandidate[],
	shares: readonly number[],
): { index: number; sure: number } | undefined {
	if (!cue || best(shares).index < candidates.length || !isArabic(view, cue.from)) return undefined;
	const from = view.first[view.sentence[cue.from] ?? 0] ?? 0;
	const facts = view.facts[cue.from];
	if (!isVerbOfSaying(view, cue.from) || /^[وف]/u.test(facts?.clitics ?? "")) return undefined;
	if (!isListed(view.facts[from], "head:", "known:", "begins:")) return undefined;
	const end = view.tokens[cue.from - 1]?.text === "،" ? cue.from - 1 : cue.from;
	const index = candidates.findIndex((c) => c.from === from && c.to === end);
	return index < 0 ? undefined : { index, sure: shares[index] ?? 0 };
}

/** Letters of the particle of a perfect by itself. */
const shortParticle = 2;

/**
 * وبالعودة إلى المياحي فقد قال, بدا العامري نفسه، فقد قال: with nobody behind it, the subject of a verb behind فقد is what stands
 * right before that.
 */
function topicBefore(
	view: PassageView,
	cue: Stretch | undefined,
	candidates: readonly SourceCandidate[],
	shares: readonly number[],
): { index: number; sure: number } | undefined {
	if (!cue || !isArabic(view, cue.from) || !isVerbOfSaying(view, cue.from)) return undefined;
	// With "so" written onto it: by itself the particle stands in a clause of its own.
	const isBehindSo =
		view.facts[cue.from - 1]?.kinds.has("perfectParticles") === true &&
		(view.tokens[cue.from - 1]?.word.length ?? 0) > shortParticle;
	if (!isBehindSo || (candidates[best(shares).index]?.from ?? -1) >= cue.to) return undefined;
	const end = isComma(view, cue.from - 2) ? cue.from - 2 : cue.from - 1;
	const ending = shares.map((share, i) => (candidates[i]?.to === end ? share : 0));
	const most = best(ending);
	return most.sure > 0 ? most : undefined;
}

/** Less probable than this, not even a name right behind a verb is who speaks. */
const leastNamed = 0.02;

/**
 * وهو ما فسره حايك بضعف الطلب: a name right behind the verb, where the most probable words stand elsewhere; whoever
 * the sentence is about otherwise did not say it.
 */
function namedBehind(
	{ view }: PassageReading,
	{ pieces }: ContentPieces,
	cue: Stretch | undefined,
	candidates: readonly SourceCandidate[],
	shares: readonly number[],
): { index: number; sure: number } | undefined {
	const begin = pieces[0]?.from ?? 0;
	if (!cue || begin <= cue.to || candidates[best(shares).index]?.from === cue.to) return undefined;
	if (!isVerbOfSaying(view, cue.from) || !isArabic(view, cue.from)) return undefined;
	let to = cue.to;
	while (to < begin && isNameWord(view, to)) to++;
	if (to === cue.to || isNameWord(view, to)) return undefined;
	const index = candidates.findIndex((c) => c.from === cue.to && c.to === to);
	const sure = shares[index] ?? 0;
	return sure < leastNamed ? undefined : { index, sure };
}

/**
 * A judge | threw out a complaint: words that go on behind those that the model read with one that no list has, as a verb does,
 * are cut to them.
 */
function upToVerb(
	view: PassageView,
	candidates: readonly SourceCandidate[],
	shares: readonly number[],
	chosen: { index: number; sure: number },
): { index: number; sure: number } {
	const long = candidates[chosen.index];
	if (!long || long.by === "model" || isArabic(view, long.from)) return chosen;
	const index = candidates.findIndex(
		({ by, from, to }) =>
			by === "model" && from === long.from && to < long.to && isBareWord(view, to),
	);
	return index < 0 ? chosen : { index, sure: Math.max(chosen.sure, shares[index] ?? 0) };
}

/** A verb, or in no list and without a capital: neither "of" nor "who". */
function isBareWord(view: PassageView, at: number): boolean {
	const { kinds, cue } = view.facts[at] ?? {};
	if (!/^\p{Ll}/u.test(view.tokens[at]?.text ?? "")) return false;
	return kinds?.has("finite") === true || (kinds?.size === 0 && cue === "");
}

/** So much of the share of words that break off within a name those have that do not. */
const leastWhole = 0.4;

/** A given name goes on with another one, or with a surname that "that" follows: منى السيد إن. */
function goesOnAsName(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	if ((facts?.sex !== "" || facts.family) && isNameWord(view, at)) return true;
	if (isMiddleName(view, at)) return true;
	// مصدراً دبلوماسياً خليجياً: who is told has the same ending in each word.
	if (isObject(view, at) && isObject(view, at - 1)) return true;
	if (isStrange(view, at)) return true;
	const before = view.facts[at - 1];
	const that = view.facts[at + 1]?.kinds.has("complementisers") ?? false;
	return that && facts?.definite === true && before?.sex !== "" && before?.definite === false;
}

/** عبدالرحمن مطلق الصهيبي: an ordinary word between a given name and a surname. */
const isMiddleName = (view: PassageView, at: number): boolean => {
	const [before, facts, last] = [view.facts[at - 1], view.facts[at], view.facts[at + 1]];
	if (!before || !facts || !last || before.sex === "" || before.definite) return false;
	if (!isArabic(view, at) || facts.definite || facts.cue || facts.kinds.size > 0) return false;
	return last.definite && last.family && hasArticle(view, at + 1);
};

/** إيلانا برغمان: behind a given name, a word that no list and no dictionary has. */
const isStrange = (view: PassageView, at: number): boolean => {
	const [before, facts] = [view.facts[at - 1], view.facts[at]];
	if (!facts || !before || before.sex === "" || before.definite || !isArabic(view, at))
		return false;
	return isUnknown(facts) && !facts.led && !facts.theirs && (view.tokens[at]?.text.length ?? 0) > 3;
};

/** The same words with the rest of the name where the chosen ones break off before it. */
function withWholeName(
	{ view }: PassageReading,
	candidates: readonly Stretch[],
	shares: readonly number[],
	chosen: { index: number; sure: number },
): { index: number; sure: number } {
	const words = candidates[chosen.index];
	if (!words || !goesOnAsName(view, words.to)) return chosen;
	let most = chosen;
	for (const [index, { from, to }] of candidates.entries()) {
		const sure = shares[index] ?? 0;
		if (from !== words.from || to <= words.to || sure < leastWhole * chosen.sure) continue;
		const isName = view.tokens.slice(words.to, to).every((_, i) => {
			const at = words.to + i;
			return isNameWord(view, at) || goesOnAsName(view, at) || isMiddleName(view, at - 1);
		});
		if (isName && (most === chosen || sure > most.sure)) most = { index, sure };
	}
	return most;
}

const shown = ({ view }: PassageReading, part: Stretch | undefined): string =>
	part ? textOf(view, part) : "none";

/** What lies further from a content than this many tokens says nothing of it. */
const reach = 250;

/** A long passage as a content sees it: with the parts around it alone, so that the work stays linear. */
function around(reading: PassageReading, { pieces }: ContentPieces): PassageReading {
	if (reading.view.tokens.length <= reach) return reading;
	const from = (pieces[0]?.from ?? 0) - reach;
	const to = (pieces.at(-1)?.to ?? 0) + reach;
	const near = <T extends Stretch>(list: readonly T[]) =>
		list.filter((p) => p.to > from && p.from < to);
	const { sources, cues, channels, days, contents } = reading.parts;
	const parts = {
		sources: near(sources),
		cues: near(cues),
		channels: near(channels),
		days: near(days),
		contents: contents.filter(({ pieces: [first] }) => first && first.to > from && first.from < to),
	};
	return { ...reading, parts };
}
