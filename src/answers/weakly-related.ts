import type { Answer } from "../domain/answer.ts";
import type { Claim } from "../domain/article.ts";
import type { Findings } from "./find/find-passages.ts";
import { thresholds } from "./find/thresholds.ts";

/** How many of the first hits are near the best one; the others are only weakly related. */
export function strongOf({ hits, searched }: Findings): number {
	const least = (hits[0]?.score ?? 0) * thresholds.weak;
	return searched ? hits.filter(({ score }) => score >= least).length : hits.length;
}

/** Which of all items are on the topic. */
export type OnTopic = {
	/** So many of the first are. */
	first: number;
	/** Whether one behind these is it all the same, by its place. */
	alike(at: number): boolean;
	/** Claims on it. */
	claims: readonly Claim[];
};

/**
 * Items behind the first of all pages say so themselves, wherever they are shown; but for those that are as
 * plainly on the topic, and for what stands against a claim on it.
 */
export function markWeak(
	{ items, offset }: Pick<Answer, "items" | "offset">,
	{ first, alike, claims }: OnTopic,
): void {
	const behind = Math.max(0, first - offset);
	const shown = items
		.slice(0, behind)
		.flatMap((item) => ("claim" in item ? (item.claim ?? []) : []));
	const ids = new Set([...claims, ...shown].map(({ id }) => id));
	for (const [at, item] of items.entries()) {
		if (at < behind || item.kind === "source" || alike(offset + at)) continue;
		const against = item.kind === "event" ? [] : (item.contradictedBy ?? []);
		if (!against.some(({ claim }) => ids.has(claim.id))) item.weaklyRelated = true;
	}
}
