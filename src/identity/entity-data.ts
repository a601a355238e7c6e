import { z } from "zod";
import { SpeakerKind } from "../domain/article.ts";

const words = z.array(z.string().min(1));

/** A state, a body or a person known by name, in both languages; the first of each is shown. */
export const Entity = z.strictObject({
	kind: SpeakerKind,
	ar: words,
	en: words,
	/** ISO 3166 code of the country that a capital stands for. */
	country: z.string().length(2).optional(),
	/** Where it is not what the kind and the name's form suggest: most states are feminine. */
	gender: z.enum(["m", "f"]).optional(),
});

export type Entity = z.infer<typeof Entity>;
