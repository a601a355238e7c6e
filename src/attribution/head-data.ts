import { z } from "zod";
import { SpeakerKind } from "../domain/article.ts";

export { ArabicMarkers, ArabicVerb } from "./arabic/grammar-data.ts";

const words = z.array(z.string().min(1));

/** A common noun that names a speaker: a title, a body, a document, unnamed people. */
export const Head = z.strictObject({
	kind: z.enum([...SpeakerKind.options, "spokesperson"]),
	singular: words,
	plural: words.optional(),
	/** Speaks to outlets on condition of not being named: the outlet's report goes on with it. */
	confides: z.boolean().optional(),
	/** May stand before a person's name. */
	title: z.boolean().optional(),
	/** Takes a masculine verb although its form is feminine: عمدة. */
	masculine: z.boolean().optional(),
	/** Stands for the person with a pronoun: سعادته. */
	honorific: z.boolean().optional(),
	/** Has the office of whoever was named before: نظير. */
	counterpart: z.boolean().optional(),
	/** A body that may be an outlet: whoever it is told something, it relays it. */
	relays: z.boolean().optional(),
});

export type Head = z.infer<typeof Head>;
