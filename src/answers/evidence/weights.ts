import type { Weights } from "./evidence.ts";

/**
 * What each signal counts for and against "the corpus says it", fitted by
 * `npm run bench -- answers --write` (docs/answers-measurements.md says on what, and what questions
 * that had no part in it give).
 */
export const weights: Weights = {
	bias: -0.99,
	lead: 0,
	covered: 1.6,
	together: 0.91,
	distinct: 1.41,
	beside: 0.84,
	follows: 0.39,
	opening: -0.5,
	heading: -0.73,
	filled: 0,
	speaks: 1.17,
	acts: 1.91,
	disputed: 0.9,
	plans: 0.68,
	ahead: -0.69,
	gap: -2.04,
	unknown: -0.9,
	unknownNames: 0,
	elsewhere: -1.35,
	across: 0.44,
	standsOut: 0.43,
	alone: 0.57,
	noNumber: -1.24,
	uncounted: -0.61,
	noDay: -1.69,
	noName: -0.97,
	unsaid: -0.78,
	otherSayer: -0.58,
};

/** By which the best passages of a search are put in order, fitted by the same command. */
export const rankWeights: Weights = {
	bias: 0,
	lead: 3.71,
	covered: 1.77,
	together: 1.9,
	distinct: 1.71,
	beside: 0.15,
	follows: 0.95,
	opening: -1.46,
	heading: -0.94,
	filled: 0.69,
	speaks: 0,
	acts: 0.63,
	disputed: 1.66,
	plans: 0,
	ahead: -0.46,
	gap: -0.38,
	unknown: 0,
	unknownNames: 0,
	elsewhere: -1.3,
	across: 0,
	standsOut: 0,
	alone: 1.69,
	noNumber: -0.6,
	uncounted: -0.4,
	noDay: -0.9,
	noName: 0,
	unsaid: -0.06,
	otherSayer: -0.92,
};
