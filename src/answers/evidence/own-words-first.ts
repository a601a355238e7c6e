import type { PassageHit } from "../../domain/passage-search.ts";
import type { Findings } from "../find/find-passages.ts";
import type { Evidence } from "./evidence.ts";

/**
 * Where somebody's words are asked for by his name, what he says, or does by the act that is asked for, comes
 * before what is said of him: the others score no more than the last of his.
 */
export function ownWordsFirst(findings: Findings): Findings {
	const { asked, hits, library, evidence, reading } = findings;
	const isHis = asked?.isHis;
	if (!isHis) return findings;
	const { act } = reading.filters;
	const isOwn = (hit: PassageHit) =>
		library.claims(hit).some(({ claim }) => isHis(claim) && (!act || claim.act === act));
	const own = hits.filter(isOwn);
	if (own.length === 0) return findings;
	const least = own.at(-1)?.score ?? 0;
	const known = new Map<PassageHit, Evidence>(evidence);
	const others = hits
		.filter((hit) => !own.includes(hit))
		.map((hit) => {
			const moved = { ...hit, score: Math.min(hit.score, least) };
			const its = evidence?.get(hit);
			if (its) known.set(moved, its);
			return moved;
		});
	return { ...findings, hits: [...own, ...others], evidence: known };
}
