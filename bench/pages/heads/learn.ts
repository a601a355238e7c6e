import {
	type NameSignal,
	nameSignals,
} from "../../../src/corpus/page/outlet/choosing/name-signals.ts";
import type { NameWeights } from "../../../src/corpus/page/outlet/choosing/name-weights.ts";
import { namePlaces } from "../../../src/corpus/page/outlet/name-places.ts";
import { ascend, dot, type Row } from "../../ascend.ts";
import type { Sample } from "./samples.ts";

const signals = Object.keys(nameSignals) as NameSignal[];
/** The last one stands for "it names nobody". */
const sides = [...signals.map((signal) => nameSignals[signal]), 0];
/** What is right by reason where these pages are too few to tell: weights are held to it. */
const expected: Partial<Record<NameSignal, number>> = {
	...Object.fromEntries(Object.entries(namePlaces).map(([place, { worth }]) => [place, worth])),
	outletWord: 1,
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

/** Softmax over the names of each page and "nobody", which is right where no name of it is. */
export function learnNames(samples: readonly Sample[]): Pick<NameWeights, "unknown" | "weights"> {
	const pages = samples.map(({ names, right }) => ({
		rows: [
			...names.map(({ evidence }) =>
				Float64Array.from([...signals.map((s) => evidence[s] ?? 0), 0]),
			),
			Float64Array.from([...signals.map(() => 0), 1]),
		],
		right: [...right, !right.includes(true)],
	}));
	const learnt = ascend(Float64Array.from(before), sides, (weights) => {
		const slope: Row = weights.map((weight, n) => hold * ((before[n] ?? 0) - weight));
		for (const page of pages) {
			const powers = page.rows.map((row) => Math.exp(dot(row, weights)));
			const all = powers.reduce((sum, power) => sum + power, 0);
			const won = powers.reduce((sum, power, i) => sum + (page.right[i] ? power : 0), 0);
			for (const [i, row] of page.rows.entries()) {
				const power = powers[i] ?? 0;
				const pull = ((page.right[i] ? power / won : 0) - power / all) / pages.length;
				for (let n = 0; n < slope.length; n++) slope[n] = (slope[n] ?? 0) + pull * (row[n] ?? 0);
			}
		}
		return slope;
	});
	const rounded = (n: number) => Math.round((learnt[n] ?? 0) * 100) / 100 || 0;
	return {
		unknown: rounded(signals.length),
		weights: Object.fromEntries(
			signals.map((signal, n) => [signal, rounded(n)]),
		) as NameWeights["weights"],
	};
}
