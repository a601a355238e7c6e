import type { Answer } from "../domain/answer.ts";
import type { Claim } from "../domain/article.ts";
import type { Findings } from "./find/find-passages.ts";
import { thresholds } from "./find/thresholds.ts";

/** How many of the first hits are near the best one; the others are only weakly related. */
export function strongOf({ hits, searched }: Findings): number {
	const least = (hits[0]?.score ?? 0) * thresholds.weak;
	return searched ? hits.filter(({ score }) => score >= least).length : hits.length;
}

/**
 * Items behind the first `strong` of all pages say so themselves, wherever they are shown; but for what
 * stands against a claim on the topic.
 */
export function markWeak(
	{ items, offset }: Pick<Answer, "items" | "offset">,
	strong: number,
	topical: readonly Claim[],
): void {
	const behind = Math.max(0, strong - offset);
	const shown = items
		.slice(0, behind)
		.flatMap((item) => ("claim" in item ? (item.claim ?? []) : []));
	const ids = new Set([...topical, ...shown].map(({ id }) => id));
	for (const item of items.slice(behind)) {
		if (item.kind === "source") continue;
		const against = item.kind === "event" ? [] : (item.contradictedBy ?? []);
		if (!against.some(({ claim }) => ids.has(claim.id))) item.weaklyRelated = true;
	}
}
