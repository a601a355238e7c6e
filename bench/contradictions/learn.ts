import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/app/paths.ts";
import { type Comparison, comparisons } from "../../src/contradictions/compare.ts";
import type { Signals, Weights } from "../../src/contradictions/signals.ts";

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
const steps = 1_500;
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
	const names = Object.keys(prior);
	const before = names.map((name) => prior[name] ?? 0);
	const weights = [...before];
	const rows = samples.map(({ signals, right, counts }) => ({
		values: names.map((name) => (name === "bias" ? 1 : (signals[name] ?? 0))),
		right: right ? 1 : 0,
		counts,
	}));
	for (let step = 0; step < steps; step++) {
		const slope = weights.map((weight, i) => hold * (weight - (before[i] ?? 0)));
		for (const { values, right, counts } of rows) {
			let sum = 0;
			for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (weights[i] ?? 0);
			const error = counts * (1 / (1 + Math.exp(-sum)) - right);
			for (let i = 0; i < values.length; i++) slope[i] = (slope[i] ?? 0) + error * (values[i] ?? 0);
		}
		for (const [i, name] of names.entries()) {
			const moved = (weights[i] ?? 0) - rate * (slope[i] ?? 0);
			weights[i] = name === "bias" ? moved : sameSign(moved, before[i] ?? 0);
		}
	}
	return Object.fromEntries(
		names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100]),
	);
}

/** What speaks for a pair by its reason never speaks against it. */
function sameSign(weight: number, prior: number): number {
	if (prior === 0) return weight;
	return prior > 0 ? Math.max(0, weight) : Math.min(0, weight);
}
