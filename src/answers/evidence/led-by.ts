import type { PassageHit } from "../../domain/passage-search.ts";
import type { Findings } from "../find/find-passages.ts";
import type { Evidence } from "./evidence.ts";

/** The findings with one of their hits before all others, with the best one's score. */
export function ledBy(hit: PassageHit, findings: Findings): Findings {
	const { hits, evidence } = findings;
	const moved = { ...hit, score: Math.max(hit.score, hits[0]?.score ?? 0) };
	const known = new Map<PassageHit, Evidence>(evidence);
	const own = evidence?.get(hit);
	if (own) known.set(moved, own);
	return { ...findings, hits: [moved, ...hits.filter((each) => each !== hit)], evidence: known };
}
