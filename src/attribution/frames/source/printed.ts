import { best } from "../../choice/weigh.ts";
import type { PassageReading } from "../../sequence/passage-reading.ts";
import { isComma, type PassageView } from "../../sequence/passage-view.ts";
import { isArabic, isListed, isNameWord } from "../../speakers/names/name-words.ts";
import type { ContentPieces, Stretch } from "../parts.ts";
import { isVerbOfSaying } from "../saying.ts";
import type { SourceCandidate } from "./source-candidates.ts";

/** Words right behind a cue that are as probable as this are not passed over for somebody named before. */
const leastPrinted = 0.1;

/**
 * The most probable words that begin right behind the cue, where something stands between it and the
 * content but "none" was more probable: who is printed is not whoever spoke last.
 */
export function printedBehind(
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
export function printedAtHead(
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

/**
 * وبالعودة إلى المياحي فقد قال, بدا العامري نفسه، فقد قال: with nobody behind it, the subject of a verb behind فقد is what stands
 * right before that.
 */
export function topicBefore(
	view: PassageView,
	cue: Stretch | undefined,
	candidates: readonly SourceCandidate[],
	shares: readonly number[],
): { index: number; sure: number } | undefined {
	if (!cue || !isArabic(view, cue.from) || !isVerbOfSaying(view, cue.from)) return undefined;
	if (!view.facts[cue.from - 1]?.roles.has("resumes")) return undefined;
	if ((candidates[best(shares).index]?.from ?? -1) >= cue.to) return undefined;
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
export function namedBehind(
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
export function upToVerb(
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
