import type { PassageHit } from "../../../domain/passage-search.ts";
import type { Findings } from "../../find/find-passages.ts";
import { movedHits } from "./moved-hits.ts";

/** The findings with one of their hits before all others, with the best one's score. */
export function ledBy(first: PassageHit, findings: Findings): Findings {
	const { hits } = findings;
	const best = Math.max(first.score, hits[0]?.score ?? 0);
	const order = [first, ...hits.filter((hit) => hit !== first)];
	return movedHits(findings, order, (hit) => (hit === first ? best : hit.score));
}
