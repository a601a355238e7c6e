import { z } from "zod";
// Imported as code is: whoever reads text cuts sentences, from dates to quotations, and none of them
// would know what to do without.
import file from "../../../index-data/abbreviations.json" with { type: "json" };

/** Letters that are looked at before a stop: an abbreviation, and what stands before it. */
export const abbreviationReach = 6;

const Abbreviation = z
	.string()
	.regex(/^\p{Ll}+$/u)
	.max(abbreviationReach - 1);
const Abbreviations = z.strictObject({
	/** By what they stand for, in small letters. */
	en: z.record(z.string(), z.array(Abbreviation)),
});

/** Words that end in a stop which ends no sentence, in small letters. */
export const abbreviations: ReadonlySet<string> = new Set(
	Object.values(Abbreviations.parse(file).en).flat(),
);
