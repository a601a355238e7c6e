import type { PassageHit } from "../../../domain/passage-search.ts";
import type { Findings } from "../../find/find-passages.ts";
import { hitContext } from "../context.ts";
import { confidence, type Evidence } from "../evidence.ts";
import { evidenceOf } from "../signals.ts";
import { rankWeights, weights } from "../weights.ts";
import { movedHits } from "./moved-hits.ts";

/** So many of the search's best are looked at closely: beyond, the right one is seldom found. */
const looked = 24;

/** The evidence of each of a question's best hits, in the order of the search. */
export function evidenceOfAll(findings: Findings): { hit: PassageHit; evidence: Evidence }[] {
	const context = hitContext(findings);
	return findings.hits
		.slice(0, looked)
		.map((hit) => ({ hit, evidence: evidenceOf(hit, findings, context) }));
}

/**
 * The findings with the hits that answer best first. A hit's score becomes that of the best one, less
 * by how much less its evidence says, so that shares of the best score stay what they were.
 */
export function rankByEvidence(findings: Findings): Findings {
	if (!findings.searched || findings.hits.length === 0) return findings;
	const all = evidenceOfAll(findings).map((each) => {
		const rank = confidence(each.evidence, rankWeights);
		// An article's topic is told in all its passages alike: it orders them and brings none nearer to the question.
		return { ...each, rank, worth: rank - rankWeights.granted * each.evidence.granted };
	});
	const top = Math.max(...all.map(({ worth }) => worth));
	const best = findings.hits[0]?.score ?? 0;
	// Sorting is stable: equal ones keep the order of the search.
	const ranked = answeringFirst(all.sort((a, b) => b.rank - a.rank));
	const scores = all.map(({ worth }) => best * Math.exp(worth - top)).sort((a, b) => b - a);
	const least = scores.at(-1) ?? 0;
	const evidence = new Map(ranked.map((each) => [each.hit, each.evidence]));
	const order = [...ranked.map(({ hit }) => hit), ...findings.hits.slice(looked)];
	return movedHits(
		{ ...findings, evidence },
		order,
		(hit, n) => scores[n] ?? least * (hit.score / best),
	);
}

type Ranked = { hit: PassageHit; evidence: Evidence; rank: number };

/** So many of the best may be the reason for an answer. */
const mayAnswer = 3;

/** Where the best one tells of somebody else's deed, the one for which the question counts as answered leads. */
function answeringFirst(ranked: readonly Ranked[]): Ranked[] {
	const [first, ...others] = ranked;
	if (!first || first.evidence.otherDeed < 1) return [...ranked];
	const answering = others
		.slice(0, mayAnswer - 1)
		.find(
			({ evidence }) =>
				evidence.otherDeed < 1 && evidence.across === 0 && confidence(evidence, weights) > 0,
		);
	if (!answering) return [...ranked];
	return [answering, ...ranked.filter((each) => each !== answering)];
}
