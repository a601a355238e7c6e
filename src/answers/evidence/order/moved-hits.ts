import type { PassageHit } from "../../../domain/passage-search.ts";
import type { Findings } from "../../find/find-passages.ts";
import type { Evidence } from "../evidence.ts";

/** The findings with their hits in this order and with these scores, each with its evidence. */
export function movedHits(
	findings: Findings,
	order: readonly PassageHit[],
	scoreOf: (hit: PassageHit, place: number) => number,
): Findings {
	const evidence = new Map<PassageHit, Evidence>(findings.evidence);
	const hits = order.map((hit, place) => {
		const moved = { ...hit, score: scoreOf(hit, place) };
		const own = findings.evidence?.get(hit);
		if (own) evidence.set(moved, own);
		return moved;
	});
	return { ...findings, hits, evidence };
}
