import {
	type NameSignal,
	nameSignals,
} from "../../../src/corpus/page/outlet/choosing/name-signals.ts";
import type { NameWeights } from "../../../src/corpus/page/outlet/choosing/name-weights.ts";
import { namePlaces } from "../../../src/corpus/page/outlet/name-places.ts";
import { learnChoices } from "../../softmax.ts";
import type { Sample } from "./samples.ts";

const signals = Object.keys(nameSignals) as NameSignal[];
/** The last one stands for "it names nobody". */
const sides = [...signals.map((signal) => nameSignals[signal]), 0];
/** What is right by reason where these pages are too few to tell: weights are held to it. */
const expected: Partial<Record<NameSignal, number>> = {
	...Object.fromEntries(Object.entries(namePlaces).map(([place, { worth }]) => [place, worth])),
	outletWord: 1,
	toldAgain: 1,
	overBody: -2,
	motto: -1.5,
	small: -1,
	sectionName: -1.5,
	menuShare: -0.5,
	aside: -1,
	offered: -1,
};
/** With 2.5 for "nobody". */
const before = Float64Array.from([...signals.map((signal) => expected[signal] ?? 0), 2.5]);
const hold = 0.003;

/** The tests' pages hold forms of which strangers' pages have few: each counts as so many. */
const ofTests = 5;

/** Softmax over the names of each page and "nobody", which is right where no name of it is. */
export function learnNames(samples: readonly Sample[]): Pick<NameWeights, "unknown" | "weights"> {
	const weighed = samples.flatMap((sample) =>
		Array.from<Sample>({ length: sample.set === "own" ? ofTests : 1 }).fill(sample),
	);
	const choices = weighed.map(({ names, right }) => ({
		rows: [
			...names.map(({ evidence }) =>
				Float64Array.from([...signals.map((s) => evidence[s] ?? 0), 0]),
			),
			Float64Array.from([...signals.map(() => 0), 1]),
		],
		right: [...right, !right.includes(true)],
	}));
	const learnt = learnChoices(choices, { expected: before, sides, hold });
	const rounded = (n: number) => Math.round((learnt[n] ?? 0) * 100) / 100 || 0;
	return {
		unknown: rounded(signals.length),
		weights: Object.fromEntries(
			signals.map((signal, n) => [signal, rounded(n)]),
		) as NameWeights["weights"],
	};
}
