import type { MarkedLine, Measure } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { weighedSum } from "../../weighed-sum.ts";
import { scrapEvidence } from "./scrap-evidence.ts";
import { scrapScene } from "./scrap-scene.ts";
import type { ScrapEvidence } from "./scrap-signals.ts";
import type { ScrapWeights } from "./scrap-weights.ts";

/** A line that was taken for the text, by its index in the page, and what speaks for it as no part of it. */
export type WeighedScrap = { index: number; evidence: ScrapEvidence };

/** In words: a longer line is text, whatever stands in it. */
const longest = 40;

/**
 * Marks the lines among a text that are most probably no part of it: who wrote it, when it was changed, captions, offers, what a
 * page says of itself. All that were weighed are given.
 */
export function markWeighedScraps(
	lines: readonly MarkedLine[],
	known: { title: number | null; outlet: string | null; measure: Measure },
	rules: PageRules,
): WeighedScrap[] {
	const scene = scrapScene(lines, known, rules);
	// Without a paragraph nothing tells a text from what stands in it.
	if (scene.firstAt < 0) return [];
	const listed = rowsIn(lines, scene.own);
	const weighed = scene.own
		.filter((at) => (lines[at]?.words.length ?? 0) <= longest && !listed.has(at))
		.map((index) => ({ index, evidence: scrapEvidence(index, scene, rules) }));
	for (const { index, evidence } of weighed) {
		const line = lines[index];
		if (line && isScrap(evidence, rules.scraps)) line.mark = "menu";
	}
	return weighed;
}

/** So many short lines in a row, without stops, are a list that the text has. */
const fewestListed = 4;
const longestListed = 10;

function rowsIn(lines: readonly MarkedLine[], own: readonly number[]): ReadonlySet<number> {
	const rows: number[][] = [[]];
	for (const at of own) {
		const line = lines[at];
		if (line && line.ending === "open" && line.words.length <= longestListed) rows.at(-1)?.push(at);
		else rows.push([]);
	}
	return new Set(rows.filter((row) => row.length >= fewestListed).flat());
}

/** Whether weights say that a line is no part of the text. */
export function isScrap(evidence: ScrapEvidence, weights: ScrapWeights): boolean {
	const { among, above } = weights.least;
	return scrapProbability(evidence, weights) >= (evidence.above === 1 ? above : among);
}

/** How probable it is that a line is no part of the text, 0 to 1. */
export function scrapProbability(
	evidence: ScrapEvidence,
	{ text, weights }: Pick<ScrapWeights, "text" | "weights">,
): number {
	return 1 / (1 + Math.exp(text - weighedSum(evidence, weights)));
}
