import { confidence, type Weights } from "../../src/answers/evidence/signals.ts";
import type { Sample } from "./samples.ts";

/** What speaks for an answer may only add, what speaks against it only take away. */
const direction: Weights = {
	bias: 0,
	covered: 1,
	together: 1,
	gap: -1,
	unknown: -1,
	elsewhere: -1,
	across: 1,
	standsOut: 1,
	noNumber: -1,
	uncounted: -1,
	noDay: -1,
	noName: -1,
	unsaid: -1,
};
const signals = Object.keys(direction) as (keyof Weights)[];
/** Paragraphs are many and of another kind than news: eight count as one question of our own. */
const paragraphWeight = 0.12;
/** Pull towards 0, and so against signals that only fit these questions. */
const ridge = 0.001;
const steps = 3_000;
const rate = 1;

/** How sure the best of a question's passages is. */
export function sureness({ hits }: Sample, weights: Weights): number {
	return Math.max(-10, ...hits.map((hit) => confidence(hit, weights)));
}

/** Logistic regression on each question's surest passage, by gradient descent. */
export function learn(samples: readonly Sample[]): Weights {
	const weights: Weights = { ...direction, covered: 3 };
	for (const signal of signals) if (signal !== "covered") weights[signal] = 0;
	const asked = samples.filter(({ hits }) => hits.length > 0);
	const mass = asked.reduce((sum, sample) => sum + weightOf(sample), 0);
	for (let step = 0; step < steps; step++) {
		const slope: Weights = { ...weights };
		for (const signal of signals) slope[signal] = signal === "bias" ? 0 : -ridge * weights[signal];
		for (const sample of asked) {
			const [first, ...others] = sample.hits;
			if (!first) continue;
			let best = first;
			for (const hit of others)
				if (confidence(hit, weights) > confidence(best, weights)) best = hit;
			const chance = 1 / (1 + Math.exp(-confidence(best, weights)));
			const error = ((sample.said ? 1 : 0) - chance) * (weightOf(sample) / mass);
			for (const signal of signals) slope[signal] += error * (signal === "bias" ? 1 : best[signal]);
		}
		for (const signal of signals) {
			const next = weights[signal] + rate * slope[signal];
			weights[signal] = next * direction[signal] < 0 ? 0 : next;
		}
	}
	return weights;
}

function weightOf({ set }: Sample): number {
	return set === "own" ? 1 : paragraphWeight;
}

/** Moves the bias so that this share of the questions that can be answered is answered. */
export function keeping(share: number, samples: readonly Sample[], weights: Weights): Weights {
	const sure = samples
		.filter(({ set, said }) => set === "own" && said)
		.map((sample) => sureness(sample, weights))
		.sort((a, b) => a - b);
	const least = sure[Math.floor(sure.length * (1 - share))] ?? 0;
	return { ...weights, bias: weights.bias - least + 1e-6 };
}
