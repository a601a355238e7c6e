import { z } from "zod";
import { fold } from "../language/text/normalise.ts";

const words = z.array(z.string().min(1));
const side = z.strictObject({
	/** Negate whatever they stand before. */
	negations: words,
	/** Of these, those that stand before a verb. */
	verbNegations: words,
	/** Of these, those that deny a verb only in the present, and else a thing. */
	presentNegations: words,
	/** Negate the adjective behind them, and nothing else. */
	adjectiveNegations: words,
	/** Stand within a name, and are written small. */
	particles: words,
	/** Endings of words that are written as a name is and tell what is of it: Andalusian. */
	adjectives: words,
	/** Of these, those that stand behind the verb: found nothing. */
	objectNegations: words,
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
	notNegations: words,
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
type Words = z.infer<typeof side>;

/** As texts are compared by it. */
export type GlossWords = Omit<Words, "notNegations"> & { notNegations: readonly RegExp[] };
export type ComparedWords = Record<"en" | "ar", GlossWords>;

/** Folded, as texts are when they are compared. */
export function foldedWords(data: GlossData): ComparedWords {
	const folded = (of: Words): GlossWords => ({
		negations: of.negations.map(fold),
		verbNegations: of.verbNegations.map(fold),
		presentNegations: of.presentNegations.map(fold),
		adjectiveNegations: of.adjectiveNegations.map(fold),
		particles: of.particles.map(fold),
		adjectives: of.adjectives.map(fold),
		objectNegations: of.objectNegations.map(fold),
		mayNegate: of.mayNegate.map(fold),
		mayNegateFrom: of.mayNegateFrom.map(fold),
		mayNegateEnd: of.mayNegateEnd.map(fold),
		notFrom: of.notFrom.map(fold),
		headNegations: of.headNegations.map(fold),
		clauseHeads: of.clauseHeads.map(fold),
		unless: of.unless.map(fold),
		nearly: of.nearly.map(fold),
		nearlyVerbs: of.nearlyVerbs.map(fold),
		coordinated: of.coordinated.map(fold),
		denials: of.denials.map(fold),
		limits: of.limits.map(fold),
		excepting: of.excepting.map(fold),
		conditions: of.conditions.map(fold),
		exceptions: of.exceptions.map(fold),
		notNegations: of.notNegations.map(patternOf),
		chatter: of.chatter.map(fold),
		notNames: of.notNames.map(fold),
		passive: { be: of.passive.be.map(fold), by: of.passive.by.map(fold) },
	});
	return { en: folded(data.en), ar: folded(data.ar) };
}

/** Between blanks. */
function patternOf(phrase: string): RegExp {
	const words = phrase.split(" ").map((word) => {
		if (word === "*") return "(?: \\S+){0,8}";
		return word === "#" ? " (?=\\p{Nd})\\S+" : ` ${fold(word)}`;
	});
	return new RegExp(`${words.join("")}(?= )`, "gu");
}
