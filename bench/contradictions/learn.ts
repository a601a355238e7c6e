import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/app/paths.ts";
import { type Comparison, comparisons } from "../../src/contradictions/compare.ts";
import type { Signals, Weights } from "../../src/contradictions/kinds/signals.ts";

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
const hold = 0.8;
const steps = 20;
/** Of a full step of Newton's, so that no weight overshoots. */
const pace = 0.7;

/** Logistic weights nearest the priors that tell the samples apart; the same each time. */
export function learned(samples: readonly Sample[]): ByComparison {
	const of = (by: Comparison) =>
		fitted(
			priors[by],
			samples.filter((sample) => sample.by === by),
		);
	return Object.fromEntries(comparisons.map((by) => [by, of(by)])) as ByComparison;
}

function fitted(prior: Weights, samples: readonly Sample[]): Weights {
	const names = Object.keys(prior);
	const before = names.map((name) => prior[name] ?? 0);
	const signs = names.map((name, i) => (name === "bias" ? 0 : Math.sign(before[i] ?? 0)));
	const rows = samples.map(({ signals, right, counts }) => ({
		values: names.map((name) => (name === "bias" ? 1 : (signals[name] ?? 0))),
		right: right ? 1 : 0,
		counts,
	}));
	const weights = [...before];
	for (let step = 0; step < steps; step++) {
		const slope = weights.map((weight, i) => hold * (weight - (before[i] ?? 0)));
		const bend = names.map((_, i) => names.map((_, j) => (i === j ? hold : 0)));
		for (const { values, right, counts } of rows) {
			let sum = 0;
			for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * (weights[i] ?? 0);
			const p = 1 / (1 + Math.exp(-sum));
			const held = values.flatMap((value, i) => (value === 0 ? [] : [i]));
			for (const i of held) {
				slope[i] = (slope[i] ?? 0) + counts * (p - right) * (values[i] ?? 0);
				const row = bend[i] as number[];
				for (const j of held)
					row[j] = (row[j] ?? 0) + counts * p * (1 - p) * (values[i] ?? 0) * (values[j] ?? 0);
			}
		}
		// A weight that stands at 0 and is pushed against its sign stays there.
		const free = names.flatMap((_, i) =>
			(weights[i] ?? 0) === 0 && (signs[i] ?? 0) * -(slope[i] ?? 0) < 0 ? [] : [i],
		);
		const moves = solved(
			free.map((i) => free.map((j) => bend[i]?.[j] ?? 0)),
			free.map((i) => slope[i] ?? 0),
		);
		for (const [n, i] of free.entries()) {
			const moved = (weights[i] ?? 0) - pace * (moves[n] ?? 0);
			weights[i] = (signs[i] ?? 0) * moved < 0 ? 0 : moved;
		}
	}
	return Object.fromEntries(
		names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100]),
	);
}

/** Solves a small symmetric system by elimination. */
function solved(matrix: number[][], right: number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
	const size = rows.length;
	for (let i = 0; i < size; i++) {
		const pivot = rows[i] as number[];
		for (let k = 0; k < size; k++) {
			const row = rows[k] as number[];
			const times = k === i ? 0 : (row[i] ?? 0) / (pivot[i] ?? 1);
			if (times === 0) continue;
			for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - times * (pivot[j] ?? 0);
		}
	}
	return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
