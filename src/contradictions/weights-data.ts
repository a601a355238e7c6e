import { z } from "zod";
import { comparisons } from "./compare.ts";

const Weights = z.record(z.string(), z.number());

/** `index-data/contradictions/weights.json`; `least`: how probable a pair must be to be shown. */
export const ContradictionWeights = z.strictObject({
	command: z.string(),
	least: z.record(z.enum(comparisons), z.number()),
	weights: z.record(z.enum(comparisons), Weights),
});
export type ContradictionWeights = z.infer<typeof ContradictionWeights>;
