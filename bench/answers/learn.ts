import { confidence, type Evidence, type Weights } from "../../src/answers/evidence/evidence.ts";
import { ascend, deviations, dot, type Row, scaled } from "../ascend.ts";
import type { Sample } from "./samples.ts";

/** What speaks for an answer may only add, what speaks against it only take away. */
const direction: Record<keyof Evidence, 1 | -1> = {
	lead: 1,
	covered: 1,
	together: 1,
	evenly: 1,
	distinct: 1,
	granted: 1,
	asked: 1,
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
	missing: -1,
	lacksName: -1,
	nameFar: -1,
	noReason: -1,
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
/** Pull towards 0, in deviations of each signal: against what only fits these questions. */
const ridge = 0.01;
/** Pull to what is right by reason, in the signal's own unit: the rarer it is, the more the reason counts. */
const reason = { rank: 0.01, answered: 0.004 };

/**
 * What is right by reason where these questions are too few to tell: weights are pulled there and
 * not to 0.
 */
const expected: Partial<Evidence> = {
	// Those who wrote the questions named paragraphs, and seldom a headline that says the same.
	heading: -0.1,
	speaks: 1.5,
	acts: 1,
	ahead: -1.5,
	plans: 0.7,
	unsaid: -1,
	otherSayer: -1.5,
	otherDeed: -1.5,
	unknownNames: -4,
	noDay: -1,
	noReason: -1,
	nameFar: -0.7,
	noNumber: -1,
	uncounted: -1,
};

/** What the order of the search counts where these questions do not tell. */
const trusted = 6;

/** A question on the shipped articles, which everybody asks first, counts as so many of those on others. */
const shippedCount = 1.5;

/** The slope of the pull on a weight that is told in deviations, `by`, of its signal. */
function pull(
	signal: keyof Evidence | undefined,
	{ weight, by }: { weight: number; by: number },
	of: keyof typeof reason,
): number {
	if (!signal) return 0;
	const wanted = of === "rank" && signal === "lead" ? trusted : expected[signal];
	if (wanted === undefined) return -ridge * weight;
	return (reason[of] * (wanted - weight / by)) / by;
}

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
		.map(({ set, hits }) => ({
			counts: set === "shipped" ? shippedCount : 1,
			hits: hits.map(({ evidence, right }) => ({ row: rowOf(evidence), right })),
		}));
	const whole = known.reduce((sum, { counts }) => sum + counts, 0);
	const by = deviations(known.flatMap(({ hits }) => hits.map(({ row }) => row)));
	for (const hit of known.flatMap(({ hits }) => hits)) hit.row = scaled(hit.row, by);
	const used = signals.map((signal) => !ofTheQuestion.has(signal));
	const sides = signals.map((signal) => direction[signal]);
	const start = signals.map((signal, n) => (signal === "lead" ? trusted / 2 : 0) * (by[n] ?? 1));
	const learnt = ascend(Float64Array.from(start), sides, (weights) => {
		const slope = weights.map((weight, n) => pull(signals[n], { weight, by: by[n] ?? 1 }, "rank"));
		for (const { counts, hits } of known) {
			const powers = hits.map(({ row }) => Math.exp(dot(row, weights)));
			const all = powers.reduce((sum, power) => sum + power, 0);
			const right = hits.reduce((sum, hit, i) => sum + (hit.right ? (powers[i] ?? 0) : 0), 0);
			for (const [i, hit] of hits.entries()) {
				const power = powers[i] ?? 0;
				const towards = (counts * ((hit.right ? power / right : 0) - power / all)) / whole;
				for (let n = 0; n < slope.length; n++)
					if (used[n]) slope[n] = (slope[n] ?? 0) + towards * (hit.row[n] ?? 0);
			}
		}
		return slope;
	});
	return named(scaled(learnt, by), 0);
}

/**
 * Logistic regression on each question's surest hit among its first ones: whether the first one answers, where the
 * passages that do are known, else whether any does.
 */
export function learnAnswered(samples: readonly Sample[], rank: Weights): Weights {
	const asked = samples
		.filter(({ hits }) => hits.length > 0)
		.map((sample) => ({
			said: isAnswered(sample, rank),
			// The last place of a row is the bias.
			first: inOrder(sample, rank)
				.slice(0, looked)
				.map(({ evidence }) => rowOf(evidence)),
		}));
	const by = Float64Array.from([...deviations(asked.flatMap(({ first }) => first)), 1]);
	for (const each of asked)
		each.first = each.first.map((row) => scaled(Float64Array.from([...row, 1]), by));
	const count = (said: boolean) => asked.filter((one) => one.said === said).length;
	const mass = { said: 2 * count(true), not: 2 * count(false) };
	const sides = [...signals.map((signal) => direction[signal]), 0];
	const learnt = ascend(new Float64Array(signals.length + 1), sides, (weights) => {
		const slope = weights.map((weight, n) =>
			pull(signals[n], { weight, by: by[n] ?? 1 }, "answered"),
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
	const weights = scaled(learnt, by);
	return named(weights.slice(0, -1), weights.at(-1) ?? 0);
}

function isAnswered(sample: Sample, rank: Weights): boolean {
	const isKnown = sample.hits.some(({ right }) => right);
	return isKnown ? (inOrder(sample, rank)[0]?.right ?? false) : sample.said && !sample.isPlaced;
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
