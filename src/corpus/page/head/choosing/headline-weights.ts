import { z } from "zod";
import { damagedData } from "../../../../domain/errors.ts";
import { type HeadlineSignal, headlineSignals } from "./headline-signals.ts";

const names = Object.keys(headlineSignals) as HeadlineSignal[];

/**
 * `index-data/headline-weights.json`: what each signal counts. `none`: what counts for a page without a headline.
 */
export const HeadlineWeights = z.strictObject({
	command: z.string(),
	none: z.number(),
	weights: z.record(z.enum(names), z.number()),
});
export type HeadlineWeights = z.infer<typeof HeadlineWeights>;

/** Errors: `data_invalid`. */
export function parseHeadlineWeights(value: unknown): HeadlineWeights {
	const parsed = HeadlineWeights.safeParse(value);
	if (parsed.success) return parsed.data;
	throw damagedData("headline-weights.json", parsed.error);
}
