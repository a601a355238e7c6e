import { confidence, type Evidence, type Weights } from "../../src/answers/evidence/evidence.ts";
import { ascend, dot, type Row } from "../ascend.ts";
import type { Sample } from "./samples.ts";

/** What speaks for an answer may only add, what speaks against it only take away. */
const direction: Record<keyof Evidence, 1 | -1> = {
	lead: 1,
	covered: 1,
	together: 1,
	evenly: 1,
	distinct: 1,
	beside: 1,
	follows: 1,
	opening: -1,
	heading: -1,
	filled: 1,
	speaks: 1,
	acts: 1,
	disputed: 1,
	plans: 1,
	ahead: -1,
	gap: -1,
	gapHere: -1,
	gapSame: -1,
	lacks: -1,
	unknown: -1,
	unknownNames: -1,
	elsewhere: -1,
	across: 1,
	standsOut: 1,
	alone: 1,
	noNumber: -1,
	uncounted: -1,
	noDay: -1,
	noName: -1,
	unsaid: -1,
	otherSayer: -1,
	otherDeed: -1,
};
const signals = Object.keys(direction) as (keyof Evidence)[];
/** The same for every hit of a question: they decide no order. */
const ofTheQuestion: ReadonlySet<keyof Evidence> = new Set([
	"unknown",
	"unknownNames",
	"across",
	"standsOut",
]);
/** Hits of which one may be taken for the answer. */
const looked = 3;
/** Pull towards 0, and so against signals that only fit these questions. */
const ridge = { rank: 0.01, answered: 0.004 };

/**
 * What is right by reason where these questions are too few to tell: weights are pulled there and
 * not to 0.
 */
const expected: Partial<Evidence> = {
	speaks: 1.5,
	acts: 1,
	ahead: -1.5,
	plans: 0.7,
	unsaid: -1,
	otherSayer: -1.5,
	otherDeed: -1.5,
	unknownNames: -4,
	noDay: -1,
	noNumber: -1,
	uncounted: -1,
};

/** What the order of the search counts where these questions do not tell. */
const trusted = 6;

const middle = signals.map((signal) => expected[signal] ?? 0);
const rowOf = (evidence: Evidence): Row => Float64Array.from(signals, (signal) => evidence[signal]);

function named(weights: Row, bias: number): Weights {
	const out: Partial<Weights> = { bias };
	for (const [n, signal] of signals.entries()) out[signal] = weights[n] ?? 0;
	return out as Weights;
}

/** Softmax over the hits of each question whose right passages are known. */
export function learnRank(samples: readonly Sample[]): Weights {
	const known = samples
		.filter(({ hits }) => hits.some(({ right }) => right) && hits.some(({ right }) => !right))
		.map(({ hits }) => hits.map(({ evidence, right }) => ({ row: rowOf(evidence), right })));
	const used = signals.map((signal) => !ofTheQuestion.has(signal));
	const sides = signals.map((signal) => direction[signal]);
	const start = Float64Array.from(signals, (signal) => (signal === "lead" ? 3 : 0));
	const learnt = ascend(start, sides, (weights) => {
		const slope = weights.map(
			(weight, n) => ridge.rank * ((signals[n] === "lead" ? trusted : (middle[n] ?? 0)) - weight),
		);
		for (const hits of known) {
			const powers = hits.map(({ row }) => Math.exp(dot(row, weights)));
			const all = powers.reduce((sum, power) => sum + power, 0);
			const right = hits.reduce((sum, hit, i) => sum + (hit.right ? (powers[i] ?? 0) : 0), 0);
			for (const [i, hit] of hits.entries()) {
				const power = powers[i] ?? 0;
				const pull = ((hit.right ? power / right : 0) - power / all) / known.length;
				for (let n = 0; n < slope.length; n++)
					if (used[n]) slope[n] = (slope[n] ?? 0) + pull * (hit.row[n] ?? 0);
			}
		}
		return slope;
	});
	return named(learnt, 0);
}

/** Logistic regression on each question's surest hit among its first ones. */
export function learnAnswered(samples: readonly Sample[], rank: Weights): Weights {
	const asked = samples
		.filter(({ hits }) => hits.length > 0)
		.map((sample) => ({
			said: sample.said,
			// The last place of a row is the bias.
			first: inOrder(sample, rank)
				.slice(0, looked)
				.map(({ evidence }) => Float64Array.from([...rowOf(evidence), 1])),
		}));
	const count = (said: boolean) => asked.filter((one) => one.said === said).length;
	const mass = { said: 2 * count(true), not: 2 * count(false) };
	const sides = [...signals.map((signal) => direction[signal]), 0];
	const learnt = ascend(new Float64Array(signals.length + 1), sides, (weights) => {
		const slope = weights.map((weight, n) =>
			n < signals.length ? ridge.answered * ((middle[n] ?? 0) - weight) : 0,
		);
		for (const { said, first } of asked) {
			const sure = first.map((row) => dot(row, weights));
			const most = Math.max(...sure);
			const best = first[sure.indexOf(most)];
			const chance = 1 / (1 + Math.exp(-most));
			const error = ((said ? 1 : 0) - chance) / (said ? mass.said : mass.not);
			for (let n = 0; n < slope.length; n++) slope[n] = (slope[n] ?? 0) + error * (best?.[n] ?? 0);
		}
		return slope;
	});
	return named(learnt.slice(0, -1), learnt.at(-1) ?? 0);
}

/** Best first, by these weights. */
export function inOrder({ hits }: Sample, rank: Weights): Sample["hits"] {
	return [...hits].sort((a, b) => confidence(b.evidence, rank) - confidence(a.evidence, rank));
}

/** How sure the best of a question's first hits is. */
export function sureness(sample: Sample, rank: Weights, weights: Weights): number {
	const first = inOrder(sample, rank).slice(0, looked);
	return Math.max(-10, ...first.map(({ evidence }) => confidence(evidence, weights)));
}

/** Moves the bias so that this share of the questions that can be answered is answered. */
export function keeping(
	share: number,
	samples: readonly Sample[],
	rank: Weights,
	weights: Weights,
): Weights {
	const sure = samples
		.filter(({ said }) => said)
		.map((sample) => sureness(sample, rank, weights))
		.sort((a, b) => a - b);
	const least = sure[Math.floor(sure.length * (1 - share))] ?? 0;
	return { ...weights, bias: weights.bias - least + 1e-6 };
}
