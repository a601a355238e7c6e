import type { PageRules } from "../../page-rules.ts";
import { weighedSum } from "../../weighed-sum.ts";
import { headlineEvidence } from "./headline-evidence.ts";
import type { HeadlineScene } from "./headline-scene.ts";
import type { HeadlineEvidence } from "./headline-signals.ts";
import type { HeadlineWeights } from "./headline-weights.ts";

/** A line that may be the headline, by its index in the page, and what speaks for it. */
export type WeighedLine = { index: number; evidence: HeadlineEvidence };

/** The lines above a text that may be its headline. */
export function weighedLines(scene: HeadlineScene, rules: PageRules): WeighedLine[] {
	return scene.candidates.map((candidate) => ({
		index: candidate.index,
		evidence: headlineEvidence(candidate, scene, rules),
	}));
}

/** The index of the line that is most probably the headline; null where it is more probable that none is. */
export function likeliestHeadline(
	lines: readonly WeighedLine[],
	{ none, weights }: Pick<HeadlineWeights, "none" | "weights">,
): number | null {
	const scores = lines.map(({ evidence }) => weighedSum(evidence, weights));
	const most = Math.max(none, ...scores);
	return most > none ? (lines[scores.indexOf(most)]?.index ?? null) : null;
}
