import { type Chooser, probabilities } from "./chooser.ts";

/** The choices that reading a claim takes, each learned by itself. */
export const steps = ["claim", "tie", "source", "name", "resolve", "kind", "act", "hedge"] as const;
export type Step = (typeof steps)[number];

/**
 * The probability of each candidate of a step. `show`: what a candidate is in words, for those who
 * look on; the last candidate may be "none".
 */
export type Weigh = (
	step: Step,
	candidates: readonly (readonly number[])[],
	show: (index: number) => string,
) => number[];

/** Weighs with what was learned; nobody looks on. */
export const weighWith =
	(choosers: Readonly<Record<Step, Chooser>>): Weigh =>
	(step, candidates) =>
		probabilities(choosers[step], candidates);

/** The index of the most probable (the first of equals), and its probability. */
export function best(shares: readonly number[]): { index: number; sure: number } {
	let index = 0;
	for (let i = 1; i < shares.length; i++)
		if ((shares[i] as number) > (shares[index] as number)) index = i;
	return { index, sure: shares[index] ?? 0 };
}
