import type { Weights } from "./signals.ts";

/**
 * What each signal counts for and against "the corpus says it", fitted by `npm run bench -- refusal`
 * (docs/answers-measurements.md says on what, and what questions that had no part in it give).
 */
export const weights: Weights = {
	bias: -1.89,
	covered: 3.64,
	together: 1.45,
	gap: -2.93,
	unknown: -1.06,
	elsewhere: -1.12,
	across: 0.64,
	standsOut: 1.29,
	noNumber: -1.28,
	uncounted: -1.31,
	noDay: -2.35,
	noName: -1.07,
	unsaid: -1,
};
