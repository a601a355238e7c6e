import { z } from "zod";
import { damagedData } from "../../../../domain/errors.ts";
import { type ScrapSignal, scrapSignals } from "./scrap-signals.ts";

const probability = z.number().min(0).max(1);
const names = Object.keys(scrapSignals) as ScrapSignal[];

/**
 * `index-data/scrap-weights.json`: what each signal counts. `text`: what counts for a line as the article's own; `least`: how
 * probable it has to be that it is none, among the paragraphs and above them, where standfirsts stand that look like captions:
 * text that is lost is worse than a scrap that is kept.
 */
export const ScrapWeights = z.strictObject({
	command: z.string(),
	text: z.number(),
	least: z.strictObject({ among: probability, above: probability }),
	weights: z.record(z.enum(names), z.number()),
});
export type ScrapWeights = z.infer<typeof ScrapWeights>;

/** Errors: `data_invalid`. */
export function parseScrapWeights(value: unknown): ScrapWeights {
	const parsed = ScrapWeights.safeParse(value);
	if (parsed.success) return parsed.data;
	throw damagedData("scrap-weights.json", parsed.error);
}
