import type { PassageHit } from "../../domain/passage-search.ts";
import { questionTypes } from "../../question/question-types.ts";
import {
	bestOf,
	givesReason,
	type ScoredSentence,
	scoredSentences,
} from "../evidence/best-sentence.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { Part } from "./cite.ts";

/** Why something is so is asked, and told only behind the sentence that says so. */
function isReasonNext(
	all: readonly ScoredSentence[],
	at: number,
	{ reading, marks }: Pick<Findings, "reading" | "marks">,
): boolean {
	const [own, next] = [all[at]?.sentence, all[at + 1]?.sentence];
	if (questionTypes[reading.type].wants !== "reason" || !own || !next) return false;
	return !givesReason(own, marks) && givesReason(next, marks);
}

/**
 * The sentence of a passage that answers best, with its neighbour where that holds much of the question
 * that it lacks. Null where the whole passage is it.
 */
export function bestPart(
	hit: PassageHit,
	findings: Pick<Findings, "reading" | "names" | "marks">,
): Part | null {
	const all = scoredSentences(hit, findings);
	const best = bestOf(all);
	if (!best || all.length < 2 || best.score === 0) return null;
	const at = all.indexOf(best);
	const gain = (near: number) =>
		hit.asked.reduce(
			(sum, { share }, n) =>
				sum + share * Math.max(0, (all[near]?.held[n] ?? 0) - (best.held[n] ?? 0)),
			0,
		);
	let [first, last] = [at, at];
	if (gain(at - 1) >= thresholds.secondSentence && gain(at - 1) >= gain(at + 1)) first--;
	else if (gain(at + 1) >= thresholds.secondSentence || isReasonNext(all, at, findings)) last++;
	const part = {
		from: all[first]?.sentence.from ?? 0,
		to: all[last]?.sentence.to ?? best.sentence.to,
	};
	return first === 0 && last === all.length - 1 ? null : part;
}
