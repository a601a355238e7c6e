import { z } from "zod";
import { fold } from "../language/text/normalise.ts";

const words = z.array(z.string().min(1));
const side = z.strictObject({
	/** Negate whatever they stand before. */
	negations: words,
	/** Hold a negation in their meaning, which another language may write out. */
	mayNegate: words,
	/** Beginnings of words that do the same. */
	mayNegateFrom: words,
	/** Beginnings of words that only look like it. */
	notFrom: words,
	/** Behind a negation they turn it into "only". */
	exceptions: words,
	/** Hold a negation and mean none. */
	notNegations: words,
	/** What a model says about its answer rather than of the text. */
	chatter: words,
	/** Written as a name is, and none. */
	notNames: words,
});

/** `index-data/gloss.json`. */
export const GlossData = z.strictObject({
	en: side,
	ar: side,
	/** What is said of one thing and its contrary: words of the one, words of the other. */
	opposites: z.array(z.strictObject({ en: z.tuple([words, words]), ar: z.tuple([words, words]) })),
});
export type GlossData = z.infer<typeof GlossData>;
export type GlossWords = GlossData["en"];

/** Folded, as texts are when they are compared. */
export function foldedWords(data: GlossData): GlossData {
	const folded = (of: GlossWords): GlossWords => ({
		negations: of.negations.map(fold),
		mayNegate: of.mayNegate.map(fold),
		mayNegateFrom: of.mayNegateFrom.map(fold),
		notFrom: of.notFrom.map(fold),
		exceptions: of.exceptions.map(fold),
		notNegations: of.notNegations.map(fold),
		chatter: of.chatter.map(fold),
		notNames: of.notNames.map(fold),
	});
	const both = ([one, other]: [string[], string[]]): [string[], string[]] => [
		one.map(fold),
		other.map(fold),
	];
	const opposites = data.opposites.map(({ en, ar }) => ({ en: both(en), ar: both(ar) }));
	return { en: folded(data.en), ar: folded(data.ar), opposites };
}
