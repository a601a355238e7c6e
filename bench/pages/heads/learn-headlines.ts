import {
	type HeadlineSignal,
	headlineSignals,
} from "../../../src/corpus/page/head/choosing/headline-signals.ts";
import type { HeadlineWeights } from "../../../src/corpus/page/head/choosing/headline-weights.ts";
import { learnChoices } from "../../softmax.ts";
import type { Sample } from "./samples.ts";

const signals = Object.keys(headlineSignals) as HeadlineSignal[];
/** The last one stands for "it has none". */
const sides = [...signals.map((signal) => headlineSignals[signal]), 0];
/** What is right by reason where these pages are too few to tell. */
const expected = Float64Array.from([...signals.map((s) => (s === "titleCase" ? 3 : 0)), 0]);
const hold = 0.003;

/** Softmax over the lines above each text and "none", which is right where a page has no headline. */
export function learnHeadlines(
	samples: readonly Sample[],
): Pick<HeadlineWeights, "none" | "weights"> {
	// A page whose headline is not among its candidates teaches nothing.
	const choices = samples.flatMap(({ head, lines, titles }) =>
		head.title !== null && !titles.includes(true)
			? []
			: [
					{
						rows: [
							...lines.map(({ evidence }) =>
								Float64Array.from([...signals.map((s) => evidence[s] ?? 0), 0]),
							),
							Float64Array.from([...signals.map(() => 0), 1]),
						],
						right: [...titles, head.title === null],
					},
				],
	);
	const learnt = learnChoices(choices, { expected, sides, hold });
	const rounded = (n: number) => Math.round((learnt[n] ?? 0) * 100) / 100 || 0;
	return {
		none: rounded(signals.length),
		weights: Object.fromEntries(
			signals.map((signal, n) => [signal, rounded(n)]),
		) as HeadlineWeights["weights"],
	};
}
