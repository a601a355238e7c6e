import { scrapSignals } from "../../../src/corpus/page/body/choosing/scrap-signals.ts";
import type { ScrapWeights } from "../../../src/corpus/page/body/choosing/scrap-weights.ts";
import { learnChoices } from "../../softmax.ts";
import type { ScrapSample } from "./scrap-samples.ts";

/** Scraps are one line of fifty: held as usual, none of their signals would weigh anything. */
const prior = { sides: scrapSignals, expected: {}, none: 3, hold: 0.0003 };

/** Of each line, whether it is none of the text that it stands among. */
export function learnScraps(
	samples: readonly ScrapSample[],
): Pick<ScrapWeights, "text" | "weights"> {
	const choices = samples.flatMap(({ lines }) =>
		lines.map(({ evidence, isScrap }) => ({ evidence: [evidence], right: [isScrap] })),
	);
	const { none, weights } = learnChoices(choices, prior);
	return { text: none, weights };
}
