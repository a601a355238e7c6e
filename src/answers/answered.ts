import type { AskedWord, PassageHit } from "../domain/ports.ts";
import { isArabic, tokens } from "../language/tokens.ts";
import { textOf } from "./cite.ts";
import { speakerNames } from "./filters.ts";
import { type Findings, unknownWords } from "./finding.ts";
import { bestPart } from "./sentence.ts";
import { thresholds } from "./thresholds.ts";

/** So many of the best hits may hold the answer. */
const looked = 3;

/**
 * Whether the corpus says what was asked. It does not where the best passages hold too little of
 * the question, less so where a word of it is in no passage at all; and what was asked for must be
 * there: a number, a name, somebody's own words, a thing done rather than planned.
 */
export function isAnswered(findings: Findings): boolean {
	const { hits, searched, command } = findings;
	if (!searched) return hits.length > 0;
	const needed = Math.min(3, unknownWords(findings).length) * thresholds.unknownWord;
	const best = hits.slice(0, looked);
	if (command !== "ask") {
		const enough = best.filter((hit) => hit.coverage >= thresholds.topicCoverage + needed);
		return enough.length > 0 && (command !== "claims" || isSaid(enough, findings));
	}
	const enough = best.filter((hit) => {
		const words = inContext(hit, findings);
		const extra = lacksAskedThing(hit.asked?.() ?? [], findings) ? thresholds.askedThing : 0;
		return (
			covered(hit, words) >= neededOf(hit, findings) + needed + extra && !lacksName(words, findings)
		);
	});
	return enough.some((hit) => givesWhatWasAsked(hit, findings)) && isSaid(enough, findings);
}

/** The question's words with half of what the best passages of the same article hold of them. */
function inContext(hit: PassageHit, { hits }: Findings): AskedWord[] {
	const own = hit.asked?.() ?? [];
	const others = hits
		.filter((other) => other.article === hit.article && other.passage !== hit.passage)
		.slice(0, thresholds.contextPassages)
		.map((other) => other.asked?.() ?? []);
	return own.map((asked, n) => {
		const elsewhere = Math.max(0, ...others.map((words) => words[n]?.held ?? 0));
		return { ...asked, held: Math.max(asked.held, thresholds.context * elsewhere) };
	});
}

function covered({ coverage }: PassageHit, words: readonly AskedWord[]): number {
	return Math.max(
		coverage,
		words.reduce((sum, { share, held }) => sum + share * held, 0),
	);
}

/** Words that had to be translated are found less surely; a number must be one of just this thing. */
function neededOf({ article, passage }: PassageHit, { reading }: Findings): number {
	const own = article.language === reading.language || passage.paraphrase !== undefined;
	const base = own ? thresholds.coverage : thresholds.coverageAcross;
	return reading.type === "how_many" ? base + thresholds.ofNumber : base;
}

/** "Which weapons": the thing itself occurs nowhere near. */
function lacksAskedThing(words: readonly AskedWord[], { reading }: Findings): boolean {
	const thing = reading.thing;
	if (!thing) return false;
	return words.some(({ word, held }) => word.split(" ").includes(thing) && held < thresholds.held);
}

/** A name of the question that neither the passage nor its article has: it is about another. */
function lacksName(words: readonly AskedWord[], { reading }: Findings): boolean {
	return words.some(
		({ word, share, held }) =>
			held < thresholds.held &&
			share >= thresholds.nameShare &&
			word.split(" ").some((part) => reading.places.includes(part)),
	);
}

/** Where somebody's own words were asked for, one of the passages must have him say something. */
function isSaid(
	enough: readonly PassageHit[],
	{ reading, names, library, hits }: Findings,
): boolean {
	const { by } = reading.filters;
	if (!by) return true;
	const speaker = names.test(by);
	const near = new Set(enough.map(({ passage }) => passage));
	return hits
		.filter(({ passage }) => near.has(passage))
		.some((hit) => library.claims(hit).some(({ claim }) => speaker(speakerNames(claim))));
}

function givesWhatWasAsked(hit: PassageHit, findings: Findings): boolean {
	const { reading } = findings;
	if (reading.type === "how_many") return hasNumber(hit, findings);
	if (reading.type === "when") return hasDay(hit, findings);
	if (reading.named) return hasName(hit, findings);
	if (reading.type === "yes_no" && !reading.future) return !isOnlyPlanned(hit, findings);
	return true;
}

function hasNumber(hit: PassageHit, findings: Findings): boolean {
	const { library } = findings;
	const { text, from, to } = answering(hit, findings);
	// Numbers in words; those of a paraphrase have no place inside the line.
	const base = hit.passage.source.start;
	const figure = library.figures(hit).some(({ source: { start, end } }) => {
		if (start === null || end === null || base === null) return true;
		return start < base + to && end > base + from;
	});
	return figure || tokens(text.slice(from, to)).some(({ text: word }) => isCount(word));
}

/** A passage without a date may still be one of an article that appeared on the day. */
function hasDay(hit: PassageHit, findings: Findings): boolean {
	if (findings.library.events(hit).length > 0) return true;
	const { text, from, to } = answering(hit, findings);
	if (/\p{Nd}/u.test(text.slice(from, to))) return true;
	return hit.coverage >= neededOf(hit, findings) + thresholds.dayless;
}

/** Digits that are no year's. */
function isCount(word: string): boolean {
	return /\p{Nd}/u.test(word) && !/^(1[5-9]|20)\d\d$/.test(word);
}

function answering(
	hit: PassageHit,
	{ reading }: Findings,
): { text: string; from: number; to: number } {
	const text = textOf(hit, reading.language);
	const part = bestPart(text, hit.matched, reading.type) ?? { from: 0, to: text.length };
	return { text, ...part };
}

/** Beside the words of the question: one that is no ordinary word, and that the question did not give. */
function hasName(hit: PassageHit, findings: Findings): boolean {
	const { text, from, to } = answering(hit, findings);
	const words = tokens(text.slice(from, to));
	const near = (at: number) =>
		words
			.slice(Math.max(0, at - thresholds.nameReach), at + thresholds.nameReach + 1)
			.some((word) => hit.matched.has(word.text));
	return words.some(({ text: word, start }, at) => {
		if (word.length < 3 || hit.matched.has(word) || /\p{Nd}/u.test(word) || !near(at)) return false;
		if (isArabic(word)) return findings.names.isUnlisted(word);
		return start > 0 && /^\p{Lu}/u.test(text.slice(from + start));
	});
}

/** All that is said of it is that it lies ahead, and the asked deed itself is not there. */
function isOnlyPlanned(hit: PassageHit, { library }: Findings): boolean {
	const events = library.events(hit);
	if (events.length === 0 || !events.every(({ event }) => event.planned)) return false;
	return (hit.asked?.() ?? []).some(
		({ share, held }) => share >= thresholds.deedShare && held < thresholds.held,
	);
}
