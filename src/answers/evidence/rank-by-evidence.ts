import type { PassageHit } from "../../domain/passage-search.ts";
import type { Findings } from "../find/find-passages.ts";
import { hitContext } from "./context.ts";
import { confidence, type Evidence } from "./evidence.ts";
import { evidenceOf } from "./signals.ts";
import { rankWeights } from "./weights.ts";

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
	const all = evidenceOfAll(findings).map((each) => ({
		...each,
		rank: confidence(each.evidence, rankWeights),
	}));
	const top = Math.max(...all.map(({ rank }) => rank));
	const best = findings.hits[0]?.score ?? 0;
	// Sorting is stable: equal ones keep the order of the search.
	const ranked = all.sort((a, b) => b.rank - a.rank);
	const evidence = new Map<PassageHit, Evidence>();
	const hits = ranked.map(({ hit, rank, evidence: own }) => {
		const moved = { ...hit, score: best * Math.exp(rank - top) };
		evidence.set(moved, own);
		return moved;
	});
	const least = hits.at(-1)?.score ?? 0;
	const rest = findings.hits.slice(looked).map((hit) => ({
		...hit,
		score: least * (hit.score / best),
	}));
	return { ...findings, hits: [...hits, ...rest], evidence };
}
