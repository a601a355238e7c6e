import type { PassageHit } from "../../../domain/passage-search.ts";
import { questionTypes } from "../../../question/question-types.ts";
import { marksIn, noMarks } from "../../../question/sentence-marks.ts";
import type { Findings } from "../../find/find-passages.ts";
import { thresholds } from "../../find/thresholds.ts";
import { placesOf, sentencesOf } from "../term-words.ts";
import { ledBy } from "./led-by.ts";

/** A reason is that of what stands at most so many words from its "because". */
const reasonReach = 6;
/** So much of the question at least stands in the sentence; less where the best opens its article, and only names the matter. */
const together = { least: 0.5, behindOpening: 0.25 };

/**
 * Why something is so is told by the passage that gives the reason, and not by the one of the same article
 * that only tells it. Whose reason is asked for has his own words first.
 */
export function reasonFirst(findings: Findings): Findings {
	const { hits, evidence, reading } = findings;
	const { type, sayer = [], filters } = reading;
	const [best] = hits;
	if (questionTypes[type].wants !== "reason" || sayer.length > 0 || filters.by) return findings;
	const told = best && evidence?.get(best);
	if (!best || !evidence || told?.filled !== 0) return findings;
	const least = told.opening > 0 ? together.behindOpening : together.least;
	const giving = hits.find((hit) => {
		const own = evidence.get(hit);
		return (
			hit.article === best.article &&
			own !== undefined &&
			own.filled > 0 &&
			own.heading === 0 &&
			own.together >= least &&
			isReasonOfAsked(hit, findings)
		);
	});
	return giving ? ledBy(giving, findings) : findings;
}

/** What is asked about stands near a word that gives a reason. */
function isReasonOfAsked(hit: PassageHit, { reading, marks = noMarks }: Findings): boolean {
	return sentencesOf(hit, reading.language).some(({ words }) => {
		const asked = hit.asked.flatMap((word) => placesOf(words, word, thresholds.sure));
		const folded = words.map(({ text }) => text);
		return [...marksIn(folded, marks.reasons)].some((from) =>
			asked.some((at) => Math.abs(at - from) <= reasonReach),
		);
	});
}
