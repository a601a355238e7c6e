import { z } from "zod";
import { fold } from "../language/text/normalise.ts";

const listed = z.array(z.string().min(1));
/** Folded, as texts are when they are compared. */
const words = listed.transform((all) => all.map(fold));
const side = z.strictObject({
	/** Negate whatever they stand before. */
	negations: words,
	/** Of these, those that stand before a verb. */
	verbNegations: words,
	/** Of these, those that deny a verb only in the present, and else a thing. */
	presentNegations: words,
	/** Of `negations`, those that stand behind the verb: found nothing. */
	objectNegations: words,
	/** Negate the adjective behind them, and nothing else. */
	adjectiveNegations: words,
	/** Stand within a name, and are written small. */
	particles: words,
	/** Endings of words that are written as a name is and tell what is of it: Andalusian. */
	adjectives: words,
	/** Negate at the head of a clause, or behind one of `clauseHeads`, and nowhere else: ما. */
	headNegations: words,
	clauseHeads: words,
	unless: words,
	/** Say that it is all but so; `nearlyVerbs`: in a way that another language says too. */
	nearly: words,
	nearlyVerbs: words,
	/** Say once more what is negated already: nor, ولا. */
	coordinated: words,
	/** Verbs and their like that deny, which another language has to do too. */
	denials: words,
	/** Say that it is no more than that: only, until. */
	limits: words,
	/** Say of what it is not so: all but. */
	excepting: words,
	/** Stand where something happens only if another does not: unless. */
	conditions: words,
	/** Hold a negation in their meaning, which another language may write out. */
	mayNegate: words,
	/** Beginnings of words that do the same. */
	mayNegateFrom: words,
	/** Endings of words that do the same. */
	mayNegateEnd: words,
	/** Beginnings of words that only look like it. */
	notFrom: words,
	/** Behind a negation they turn it into "only". */
	exceptions: words,
	/** Hold a negation and mean none; * stands for up to eight words, # for a number. */
	notNegations: listed.transform((all) => all.map(patternOf)),
	/** What a model says about its answer rather than of the text. */
	chatter: words,
	/** Written as a name is, and none. */
	notNames: words,
	/** Forms of "to be", and what stands before who does a thing in the passive: both are there. */
	passive: z.strictObject({ be: words, by: words }),
});

/** What makes of an Arabic country's name what is of it. */
const originEndings = z.strictObject({
	/** Ends of a name that go, the longest first. */
	lost: words,
	/** In every gender and number. */
	endings: words,
});
export type OriginEndings = z.infer<typeof originEndings>;

/** `index-data/gloss.json`. */
export const GlossData = z.strictObject({
	en: side,
	ar: side,
	origin: z.strictObject({ ar: originEndings }),
});
type GlossData = z.infer<typeof GlossData>;

export type GlossWords = GlossData["en"];
export type ComparedWords = Record<"en" | "ar", GlossWords>;

/** Between blanks. */
function patternOf(phrase: string): RegExp {
	const words = phrase.split(" ").map((word) => {
		if (word === "*") return "(?: \\S+){0,8}";
		return word === "#" ? " (?=\\p{Nd})\\S+" : ` ${fold(word)}`;
	});
	return new RegExp(`${words.join("")}(?= )`, "gu");
}
