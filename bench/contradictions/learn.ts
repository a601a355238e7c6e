import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/app/paths.ts";
import { type Comparison, comparisons } from "../../src/contradictions/compare.ts";
import { probability, type Signals, type Weights } from "../../src/contradictions/signals.ts";

/** Something that was weighed, whether it is a contradiction, and how much that counts. */
export type Sample = { by: Comparison; signals: Signals; right: boolean; counts: number };
export type ByComparison = Record<Comparison, Weights>;

/**
 * What each signal is held to count before anything is learned: its sign stays, and few pairs move
 * it little.
 */
export const priors = JSON.parse(
	readFileSync(join(projectFolder, "bench/contradictions/priors.json"), "utf8"),
) as ByComparison;

/** How hard a weight is held to what it was before. */
const hold = 0.35;
const steps = 3_000;
const rate = 0.02;

/** Logistic weights nearest the priors that tell the samples apart; the same each time. */
export function learned(samples: readonly Sample[]): ByComparison {
	const fit = (by: Comparison) =>
		fitted(
			priors[by],
			samples.filter((sample) => sample.by === by),
		);
	return Object.fromEntries(comparisons.map((by) => [by, fit(by)])) as ByComparison;
}

function fitted(prior: Weights, samples: readonly Sample[]): Weights {
	const weights: Record<string, number> = { ...prior };
	const names = Object.keys(prior);
	for (let step = 0; step < steps; step++) {
		const slope = Object.fromEntries(
			names.map((name) => [name, hold * ((weights[name] ?? 0) - (prior[name] ?? 0))]),
		);
		for (const { signals, right, counts } of samples) {
			const error = counts * (probability(signals, weights) - (right ? 1 : 0));
			for (const name of names) {
				const value = name === "bias" ? 1 : (signals[name] ?? 0);
				if (value !== 0) slope[name] = (slope[name] ?? 0) + error * value;
			}
		}
		for (const name of names) {
			const moved = (weights[name] ?? 0) - rate * (slope[name] ?? 0);
			weights[name] = name === "bias" ? moved : sameSign(moved, prior[name] ?? 0);
		}
	}
	return Object.fromEntries(names.map((name) => [name, Math.round((weights[name] ?? 0) * 100) / 100]));
}

/** What speaks for a pair by its reason never speaks against it. */
function sameSign(weight: number, prior: number): number {
	if (prior === 0) return weight;
	return prior > 0 ? Math.max(0, weight) : Math.min(0, weight);
}
