import type { Weights } from "../../src/answers/evidence/evidence.ts";

/** The text of `src/answers/evidence/weights.ts`. */
export function weightsFile({ rank, answered }: { rank: Weights; answered: Weights }): string {
	return `import type { Weights } from "./evidence.ts";

/**
 * What each signal counts for and against "the corpus says it", fitted by
 * \`npm run bench -- answers --write\` (docs/answers-measurements.md says on what, and what questions
 * that had no part in it give). \`otherDeed\`, \`nameFar\` and \`noReason\` were set by hand.
 */
export const weights: Weights = {
${rows(answered)}
};

/** By which the best passages of a search are put in order, fitted by the same command. */
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
