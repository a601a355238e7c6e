import {
	type NameSignal,
	nameSignals,
} from "../../../src/corpus/page/outlet/choosing/name-signals.ts";
import type { NameWeights } from "../../../src/corpus/page/outlet/choosing/name-weights.ts";
import { namePlaces } from "../../../src/corpus/page/outlet/name-places.ts";
import { learnChoices } from "../../softmax.ts";
import type { Sample } from "./samples.ts";

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
	heard: 2,
	aside: -1,
	offered: -1,
};
/** The tests' pages hold forms of which strangers' pages have few: each counts as so many. */
const ofTests = 5;

/** Of the names of each page, or "nobody", which is right where no name of it is. */
export function learnNames(samples: readonly Sample[]): Pick<NameWeights, "unknown" | "weights"> {
	const weighed = samples.flatMap((sample) =>
		Array.from<Sample>({ length: sample.set === "own" ? ofTests : 1 }).fill(sample),
	);
	const choices = weighed.map(({ names, right }) => ({
		evidence: names.map(({ evidence }) => evidence),
		right,
	}));
	const { none, weights } = learnChoices(choices, { sides: nameSignals, expected, none: 2.5 });
	return { unknown: none, weights };
}
