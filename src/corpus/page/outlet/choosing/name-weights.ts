import { z } from "zod";
import { damagedData } from "../../../../domain/errors.ts";
import { type NameSignal, nameSignals } from "./name-signals.ts";

const names = Object.keys(nameSignals) as NameSignal[];

/**
 * `index-data/publisher-weights.json`: what each signal counts. `unknown`: what counts for a page that names nobody;
 * `least`: how probable a name has to be to be shown, since somebody else's is worse than none.
 */
export const NameWeights = z.strictObject({
	command: z.string(),
	unknown: z.number(),
	least: z.number().min(0).max(1),
	weights: z.record(z.enum(names), z.number()),
});
export type NameWeights = z.infer<typeof NameWeights>;

/** Errors: `data_invalid`. */
export function parseNameWeights(value: unknown): NameWeights {
	const parsed = NameWeights.safeParse(value);
	if (parsed.success) return parsed.data;
	throw damagedData("publisher-weights.json", parsed.error);
}
