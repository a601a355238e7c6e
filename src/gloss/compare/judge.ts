import { z } from "zod";
import { type Signal, type Signals, signalFaults } from "./signals.ts";

const names = Object.keys(signalFaults).filter((name): name is Signal => name in signalFaults);

/** `index-data/gloss-weights.json`: what each signal weighs; from 0 on, with `bias`, a translation is dropped. */
export const GlossWeights = z.strictObject({
	command: z.string(),
	/** Of the pairs that they were learned from: SHA-256 over their files in order of name. */
	pairs: z.string().regex(/^[0-9a-f]{64}$/),
	bias: z.number(),
	weights: z.record(z.enum(names), z.number().min(0)),
});
export type GlossWeights = z.infer<typeof GlossWeights>;

/** What two texts differ in so surely that the one is no translation of the other; null where nothing does. */
export function differenceOf(
	signals: Signals,
	{ bias, weights }: Pick<GlossWeights, "bias" | "weights">,
): (typeof signalFaults)[Signal] | null {
	const worth = names.map((name) => ({ name, is: signals[name] * weights[name] }));
	if (bias + worth.reduce((sum, { is }) => sum + is, 0) < 0) return null;
	const [most] = worth.sort((a, b) => b.is - a.is);
	return most ? signalFaults[most.name] : null;
}
