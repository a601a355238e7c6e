import type { Span } from "../../domain/article.ts";
import { partAt } from "../../domain/passage-place.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import { sentences } from "../../language/text/sentences.ts";
import { isArabic, type Token, tokens } from "../../language/text/tokens.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { questionTypes } from "../../question/question-types.ts";
import { speakerNames } from "../find/filters.ts";
import { type Findings, unknownWords } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { textOf } from "../items/cite.ts";

/** What speaks for and against a passage as the answer to a question: shares from 0 to 1, or 0 and 1. */
export type Evidence = {
	/** Share of the question that the passage holds, a part of what its article holds counted in. */
	covered: number;
	/** Share that its best sentence holds. */
	together: number;
	/** Share of the word that weighs most among those that the passage and its article lack. */
	gap: number;
	/** Share of the words that no passage of the corpus holds. */
	unknown: number;
	/** Countries and places of the question that the passage and its article lack. */
	elsewhere: number;
	/** Question and passage are of two languages: words are found less surely. */
	across: number;
	/** How far the best passage stands out from the sixth. */
	standsOut: number;
	/** A number is asked for, and the sentence gives none. */
	noNumber: number;
	/** A number is asked for, and none stands beside what is counted. */
	uncounted: number;
	/** A day is asked for, and the sentence gives none. */
	noDay: number;
	/** A name is asked for, and the sentence gives none beside the question's words. */
	noName: number;
	/** Somebody's own words are asked for, and he says nothing here. */
	unsaid: number;
};

export type Weights = Evidence & { bias: number };

/** The best sentence of a passage for a question. */
type Sentence = {
	/** In UTF-16 units of the passage's text. */
	from: number;
	to: number;
	all: readonly Token[];
	/** By word of the question: how surely the sentence holds it, 0 to 1. */
	held: readonly number[];
};

export function evidenceOf(hit: PassageHit, findings: Findings): Evidence {
	const { reading, hits } = findings;
	const words = inContext(hit, findings);
	const text = textOf(hit, reading.language);
	const sentence = bestSentence(text, hit.asked);
	const sum = (of: (word: AskedWord, n: number) => number) =>
		words.reduce((all, word, n) => all + of(word, n), 0);
	const unknown = new Set(unknownWords(findings));
	const thing = reading.thing ? askedThing(words, reading.thing) : undefined;
	const { wants } = questionTypes[reading.type];
	const counts = wants === "number";
	const names = reading.named || wants === "name";
	const sameLanguage = hit.article.language === reading.language || hit.passage.paraphrase;
	return {
		covered: Math.max(
			hit.coverage,
			sum(({ share, held }) => share * held),
		),
		together: sum(({ share }, n) => share * (sentence.held[n] ?? 0)),
		gap: Math.max(0, ...words.map(({ share, held }) => share * (1 - held))),
		unknown: sum(({ word, share }) => (unknown.has(word) ? share : 0)),
		elsewhere: words.filter((word) => word.held < thresholds.held && isPlace(word, findings))
			.length,
		across: flag(!sameLanguage),
		standsOut: 1 - (hits[5]?.score ?? 0) / (hits[0]?.score || 1),
		noNumber: flag(counts && !hasNumber(hit, sentence, findings)),
		uncounted: flag(counts && thing !== undefined && !isCounted(thing, text, findings)),
		noDay: flag(wants === "day" && !hasDay(hit, sentence, findings)),
		noName: flag(names && !hasName(hit, text, sentence, findings)),
		unsaid: flag(isOfSpeaker(findings) && !isSaid(hit, findings)),
	};
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}

/** The question's words with a part of what the best other passages of the same article hold of them. */
function inContext(hit: PassageHit, { hits }: Findings): AskedWord[] {
	const others = hits
		.filter((other) => other.article === hit.article && other.passage !== hit.passage)
		.slice(0, thresholds.contextPassages)
		.map((other) => other.asked);
	return hit.asked.map((asked, n) => {
		const elsewhere = Math.max(0, ...others.map((words) => words[n]?.held ?? 0));
		return { ...asked, held: Math.max(asked.held, thresholds.context * elsewhere) };
	});
}

function bestSentence(text: string, words: readonly AskedWord[]): Sentence {
	let best: Sentence | undefined;
	let most = -1;
	for (const { start: from, end: to } of sentences(text)) {
		const all = tokens(text.slice(from, to));
		const terms = new Set(all.map((token) => termOf(token.text)));
		const held = words.map((word) => heldAmong(terms, word));
		const covered = words.reduce((sum, { share }, n) => sum + share * (held[n] ?? 0), 0);
		if (covered <= most) continue;
		most = covered;
		best = { from, to, all, held };
	}
	const held = words.map((word) => word.held);
	return best ?? { from: 0, to: text.length, all: tokens(text), held };
}

function heldAmong(terms: ReadonlySet<string>, { held, ways }: AskedWord): number {
	if (!ways) return held;
	let best = 0;
	for (const way of ways) {
		if (way.weight > best && way.terms.every((term) => terms.has(term))) best = way.weight;
	}
	return Math.min(1, best);
}

function isPlace({ word }: AskedWord, { reading }: Findings): boolean {
	return word.split(" ").some((part) => reading.places.includes(part));
}

function askedThing(words: readonly AskedWord[], thing: string): AskedWord | undefined {
	return words.find(({ word }) => word.split(" ").includes(thing));
}

/** Whether the passage gives any number that is no year's: without one it answers no "how many". */
export function givesNumber(hit: PassageHit, { reading, names, library }: Findings): boolean {
	if (library.figures(hit).length > 0) return true;
	return tokens(textOf(hit, reading.language)).some(({ text }) => names.isCount(text));
}

/** One that the question does not give itself. */
function hasNumber(hit: PassageHit, sentence: Sentence, findings: Findings): boolean {
	const { request, names, library } = findings;
	const asked = new Set(tokens(request.text).map((token) => token.text));
	if (sentence.all.some(({ text }) => names.isCount(text) && !asked.has(text))) return true;
	return library.figures(hit).some(({ source }) => isInside(source, hit, sentence));
}

/** False for a paraphrase, which has no place inside the line. */
function isInside(place: Span, { passage }: PassageHit, { from, to }: Sentence): boolean {
	const part = partAt(passage, place);
	return part !== null && part.from < to && part.to > from;
}

/** A number stands near the word for what is counted, somewhere in the passage. */
function isCounted({ ways, held }: AskedWord, text: string, { names }: Findings): boolean {
	if (!ways) return held >= thresholds.sure;
	const sure = ways.filter(({ weight }) => weight >= thresholds.sure);
	const all = tokens(text);
	const terms = all.map((token) => termOf(token.text));
	return all.some((token, at) => {
		if (!names.isCount(token.text)) return false;
		const near = terms.slice(
			Math.max(0, at - thresholds.countReach),
			at + thresholds.countReach + 1,
		);
		return sure.some((way) => way.terms.some((term) => near.includes(term)));
	});
}

/** Digits, or an event of the timeline. */
function hasDay(hit: PassageHit, sentence: Sentence, { library }: Findings): boolean {
	if (sentence.all.some(({ text }) => /\p{Nd}/u.test(text))) return true;
	return library
		.events(hit)
		.some(({ event: { source } }) => source.start === null || isInside(source, hit, sentence));
}

/** Near the words of the question: one that is no ordinary word, and that the question did not give. */
function hasName(
	{ matched }: PassageHit,
	text: string,
	{ from, all }: Sentence,
	{ names }: Findings,
): boolean {
	const near = (at: number) =>
		all
			.slice(Math.max(0, at - thresholds.nameReach), at + thresholds.nameReach + 1)
			.some((word) => matched.has(word.text));
	return all.some(({ text: word, start }, at) => {
		if (word.length < 3 || matched.has(word) || /\p{Nd}/u.test(word) || !near(at)) return false;
		if (isArabic(word)) return names.isUnlisted(word);
		return start > 0 && /^\p{Lu}/u.test(text.slice(from + start));
	});
}

function isOfSpeaker({ reading: { filters, sayer } }: Findings): boolean {
	return filters.by !== undefined || (sayer?.length ?? 0) > 0;
}

/** A claim of the passage is his whose words are asked for. */
function isSaid(hit: PassageHit, { reading, names, library }: Findings): boolean {
	const claims = library.claims(hit);
	const { filters, sayer = [] } = reading;
	const by = filters.by ? names.speaker(filters.by, library.articles) : null;
	if (by && claims.some(({ claim }) => by(claim))) return true;
	// A word of the question may be an office or half a name: it is compared as a word.
	const spoken = claims.flatMap(({ claim }) => speakerNames(claim));
	return sayer.some((name) => names.test(name)(spoken));
}

/** Above 0 the passage is taken for an answer. `weights` are those of `src/answers/evidence/weights.ts`. */
export function confidence(evidence: Evidence, { bias, ...weights }: Weights): number {
	let sum = bias;
	for (const [signal, weight] of Object.entries(weights))
		sum += weight * evidence[signal as keyof Evidence];
	return sum;
}
