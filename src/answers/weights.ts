import type { Weights } from "./evidence.ts";

/**
 * What each signal counts for and against "the corpus says it", fitted by `npm run bench -- refusal`
 * (docs/answers-measurements.md says on what, and what questions that had no part in it give).
 */
export const weights: Weights = {
	bias: -2.02,
	covered: 3.66,
	together: 1.32,
	gap: -2.93,
	unknown: -1.2,
	elsewhere: -1.1,
	across: 0.64,
	standsOut: 1.42,
	noNumber: -1.25,
	uncounted: -1.34,
	noDay: -2.43,
	noName: -1.09,
	unsaid: -1.19,
};
