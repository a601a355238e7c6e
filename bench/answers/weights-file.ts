import type { Weights } from "../../src/answers/evidence/evidence.ts";

type Fitted = {
	rank: Weights;
	answered: Weights;
	/** Only the order was learned: the others stand as they were. */
	isOrderAlone: boolean;
};

/** The text of `src/answers/evidence/weights.ts`. */
export function weightsFile({ rank, answered, isOrderAlone }: Fitted): string {
	const byHand = isOrderAlone
		? " `otherDeed`, `nameFar` and `noReason` were\n * set by hand, the others fitted before strangers' questions were there."
		: "";
	return `import type { Weights } from "./evidence.ts";

/**
 * What each signal counts for and against "the corpus says it", fitted by
 * \`npm run bench -- answers --write\` (docs/answers-measurements.md says on what, and what questions
 * that had no part in it give).${byHand}
 */
export const weights: Weights = {
${rows(answered)}
};

/** By which the best passages of a search are put in order, fitted by the same command${isOrderAlone ? " with `--order`" : ""}. */
export const rankWeights: Weights = {
${rows(rank)}
};
`;
}

function rows(weights: Weights): string {
	return Object.entries(weights)
		.map(([signal, value]) => `\t${signal}: ${Number(value.toFixed(2)) || 0},`)
		.join("\n");
}
