import { headlineSignals } from "../../../src/corpus/page/head/choosing/headline-signals.ts";
import type { HeadlineWeights } from "../../../src/corpus/page/head/choosing/headline-weights.ts";
import { learnChoices } from "../../softmax.ts";
import type { Sample } from "./samples.ts";

/** What is right by reason where these pages are too few to tell. */
const prior = { sides: headlineSignals, expected: { titleCase: 3 }, none: 0 };

/** Of the lines above each text, or "none", which is right where a page has no headline. */
export function learnHeadlines(
	samples: readonly Sample[],
): Pick<HeadlineWeights, "none" | "weights"> {
	// A page whose headline is not among its candidates teaches nothing.
	const known = samples.filter(({ head, titles }) => head.title === null || titles.includes(true));
	const choices = known.map(({ lines, titles }) => ({
		evidence: lines.map(({ evidence }) => evidence),
		right: titles,
	}));
	return learnChoices(choices, prior);
}
