import type { Citation, PassageItem } from "../../domain/answer.ts";
import type { Span } from "../../domain/article.ts";
import { partAt } from "../../domain/passage-place.ts";
import type { PassageHit } from "../../domain/passage-search.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import { bareDenialsOf } from "../bare-denials.ts";
import { bestOf, scoredSentences } from "../evidence/best-sentence.ts";
import { sentencesOf, type TermSentence } from "../evidence/term-words.ts";
import { topicHeld } from "../evidence/topic-held.ts";
import type { Findings } from "../find/find-passages.ts";
import type { ClaimRef, EventRef } from "../library.ts";
import { shareHeld, statedWords } from "../words-of.ts";
import { bestPart } from "./best-sentence.ts";
import { citationOf, counterparts, type Part, quotePart, textOf } from "./cite.ts";
import { type MergedHit, mergeTwins } from "./merge-twins.ts";

/** Passages in the order that they were found in: quoted whole, or by the sentence that answers. */
export function passageItems(
	findings: Findings,
	merged: readonly MergedHit[] = mergeTwins(findings.hits),
): (() => PassageItem)[] {
	return merged.map(
		({ hit, also }) =>
			() =>
				passageItem(hit, findings, also),
	);
}

export function passageItem(
	hit: PassageHit,
	findings: Findings,
	also: readonly PassageHit[] = [],
): PassageItem {
	const { reading, request, library } = findings;
	const { language } = reading;
	const text = textOf(hit, language);
	const asked = findings.tests.byClaim(hit) ? askedIn(hit, findings) : null;
	const whole = request.command === "search";
	const all = asked ?? library.claims(hit);
	// Whose words are asked for, and who denied it: of two claims in the quoted words the one that denies.
	const ofAct = all.filter(({ claim: { act } }) => act === reading.filters.act);
	const his = ownOf(all, findings);
	const best = whole
		? null
		: (partOfClaims(asked ?? [], hit) ??
			partOfAct(ofAct, hit, findings) ??
			sentenceSaying(asked ?? [], hit, findings) ??
			bestPart(hit, findings));
	const own =
		best &&
		(isBeside(his, best, hit) ? sentenceOf(his, hit, findings) : ofTopic(best, his, hit, findings));
	const doing = own && withDoing(own, ofAct, hit, findings);
	const part = doing && withQuotation(doing, hit, findings);
	const quoted = quotePart(hit, part, language);
	const item: PassageItem = { kind: "passage", ...quoted, passage: hit.passage };
	if (part) item.context = text;
	const among = (refs: readonly ClaimRef[]) =>
		inPart(refs, (ref) => ref.claim, part, quoted.quote, hit);
	const claim = among(ownOf(ofAct, findings)) ?? among(his) ?? among(ofAct) ?? among(all);
	if (claim) {
		item.claim = claim.claim;
		item.contradictedBy = counterparts(claim, library, language);
	}
	const event = inPart(library.events(hit), (ref) => ref.event, part, quoted.quote, hit);
	if (event) item.event = event.event;
	if (also.length > 0)
		item.alsoIn = also.map((ref): Citation => citationOf(ref, ref.passage.source, language));
	return item;
}

/** The claims of whoever is asked for by his name. */
function ownOf(claims: readonly ClaimRef[], { asked }: Findings): readonly ClaimRef[] {
	const isHis = asked?.isHis;
	return isHis ? claims.filter(({ claim }) => isHis(claim)) : [];
}

/** These claims stand in the passage, and none of them in this part of it. */
function isBeside(claims: readonly ClaimRef[], part: Part, hit: PassageHit): boolean {
	return claims.length > 0 && claims.every((ref) => isApart(ref, part, hit));
}

function isApart({ claim }: ClaimRef, { from, to }: Part, hit: PassageHit): boolean {
	const place = partAt(hit.passage, claim.source);
	return place !== null && (place.from >= to || place.to <= from);
}

/** The sentence that answers best of those that hold one of these claims. */
function sentenceOf(claims: readonly ClaimRef[], hit: PassageHit, findings: Findings): Part | null {
	const own = scoredSentences(hit, findings).filter(({ sentence }) =>
		claims.some((ref) => !isApart(ref, sentence, hit)),
	);
	const best = bestOf(own)?.sentence;
	return best ? { from: best.from, to: best.to } : null;
}

/** The sentence that answers best of those in which one of these claims is told in our words. */
function sentenceSaying(
	claims: readonly ClaimRef[],
	hit: PassageHit,
	findings: Findings,
): Part | null {
	if (claims.length === 0) return null;
	const text = textOf(hit, findings.reading.language);
	const own = scoredSentences(hit, findings).filter(({ sentence }) =>
		claims.some(({ claim }) =>
			inside(claim, sentence, text.slice(sentence.from, sentence.to), hit),
		),
	);
	const best = bestOf(own)?.sentence;
	return best ? { from: best.from, to: best.to } : null;
}

/** Of what somebody says the sentence about what is asked, where the one that names him holds none of it. */
function ofTopic(part: Part, his: readonly ClaimRef[], hit: PassageHit, findings: Findings): Part {
	if (his.length === 0) return part;
	const text = textOf(hit, findings.reading.language);
	const all = scoredSentences(hit, findings).map(({ sentence, held }) => ({
		sentence,
		topic: topicHeld(
			{ asked: hit.asked.map((word, n) => ({ ...word, held: held[n] ?? 0 })) },
			findings,
		),
	}));
	const isTold = ({ from, to }: Part) =>
		all.some(({ sentence, topic }) => topic > 0 && sentence.from < to && sentence.to > from);
	if (isTold(part)) return part;
	const own = all.filter(({ sentence }) =>
		his.some(({ claim }) => inside(claim, sentence, text.slice(sentence.from, sentence.to), hit)),
	);
	const best = own.reduce((one, other) => (other.topic > one.topic ? other : one), {
		topic: 0,
		sentence: part,
	});
	return { from: best.sentence.from, to: best.sentence.to };
}

/** The claims that pass the filters, or else those that are denied by one that does. */
function askedIn(hit: PassageHit, { library, tests }: Findings): readonly ClaimRef[] {
	const own = library.claims(hit).filter(tests.claim);
	if (own.length > 0) return own;
	return bareDenialsOf(hit, library).flatMap(({ denial, denied }) =>
		tests.claim(denial) ? [denied] : [],
	);
}

/** The sentence in which what was asked for is done: the accusation, and not what was said before it. */
function partOfAct(claims: readonly ClaimRef[], hit: PassageHit, findings: Findings): Part | null {
	const { language } = findings.reading;
	const text = textOf(hit, language);
	const own = findings.reading.type === "who" ? [] : claims;
	return (
		own
			.flatMap(({ claim }) =>
				sentencesOf(hit, language).filter((sentence) =>
					inside(claim, sentence, text.slice(sentence.from, sentence.to), hit),
				),
			)
			.map(({ from, to }) => ({ from, to }))[0] ?? null
	);
}

/** With the sentence next to it in which somebody does what it is asked who does: the charge, and who denies it. */
function withDoing(
	part: Part,
	doing: readonly ClaimRef[],
	hit: PassageHit,
	{ reading }: Findings,
): Part | null {
	if (reading.type !== "who" || doing.length === 0 || !isBeside(doing, part, hit)) return part;
	const all = sentencesOf(hit, reading.language);
	const last = all.findLastIndex(({ from }) => from < part.to);
	const next = all[last + 1];
	if (!next || doing.every((ref) => isApart(ref, next, hit))) return part;
	return upTo(next, part, all);
}

/** Whether or by whom: "He denied it." has the words behind it in which he does. */
function withQuotation(part: Part, hit: PassageHit, { reading, library }: Findings): Part | null {
	if (reading.type !== "who" && reading.type !== "yes_no") return part;
	const text = textOf(hit, reading.language);
	const all = sentencesOf(hit, reading.language);
	const at = all.findLastIndex(({ from }) => from < part.to);
	const [last, next] = [all[at], all[at + 1]];
	if (!last || !next || !/^["“«]/u.test(text.slice(next.from))) return part;
	const isDenied = library
		.claims(hit)
		.some((ref) => ref.claim.act === "denies" && !isApart(ref, last, hit));
	if (!isDenied) return part;
	return upTo(next, part, all);
}

/** The part with all up to the end of this sentence; null where it is the whole passage. */
function upTo(end: TermSentence, { from }: Part, all: readonly TermSentence[]): Part | null {
	return from === 0 && end === all.at(-1) ? null : { from, to: end.to };
}

/** The claim that passes the filters and answers most; null where it has no place inside the line. */
function partOfClaims(claims: readonly ClaimRef[], hit: PassageHit): Part | null {
	let best: { part: Part; score: number } | null = null;
	for (const { claim } of claims) {
		const part = partAt(hit.passage, claim.source);
		if (!part) continue;
		const score = shareHeld(hit.matched, () => statedWords(claim));
		if (!best || score > best.score) best = { part, score };
	}
	return best?.part ?? null;
}

type Stated = {
	quote: string;
	source: Span;
	paraphrase?: { ar: string; en: string } | undefined;
};

/** The claim or event that lies in the quoted words, the one that answers most. */
function inPart<T extends ClaimRef | EventRef>(
	refs: readonly T[],
	stated: (ref: T) => Stated,
	part: Part | null,
	quote: string,
	hit: PassageHit,
): T | null {
	let best: { ref: T; score: number } | null = null;
	for (const ref of refs) {
		const own = stated(ref);
		if (!inside(own, part, quote, hit)) continue;
		const score = shareHeld(hit.matched, () => statedWords(own));
		if (!best || score > best.score) best = { ref, score };
	}
	return best?.ref ?? null;
}

function inside(own: Stated, part: Part | null, quote: string, hit: PassageHit): boolean {
	if (!part) return true;
	const place = partAt(hit.passage, own.source);
	if (place) return place.from < part.to && place.to > part.from;
	// A paraphrased claim is no part of the paraphrased passage: most of its words must be there.
	const words = new Set(tokens(quote).map((token) => token.text));
	return [own.quote, own.paraphrase?.ar, own.paraphrase?.en].some((text) => {
		if (!text || isArabic(text) !== isArabic(quote)) return false;
		const all = tokens(text);
		return all.length > 0 && all.filter((t) => words.has(t.text)).length >= all.length / 2;
	});
}
