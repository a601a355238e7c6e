import { z } from "zod";
import { Act, SpeakerKind } from "../domain/article.ts";

const words = z.array(z.string().min(1));

export const ArabicVerb = z.strictObject({
	/** Third person masculine singular, as a dictionary has it. */
	past: z.string().min(2),
	present: z.string().min(2),
	/** Active participle, without its case ending: it reports as an adverb (مضيفاً). */
	participle: z.string().optional(),
	/** Verbal noun that takes a possessor: قوله, تأكيدها. */
	speechNoun: z.string().optional(),
	act: Act,
	/** `that`, `speech`, `object`, or the preposition before what is said. */
	frames: words,
	/** Reports only when a complementiser follows. */
	needsThat: z.boolean().optional(),
	/** Reports only when one of these follows in the clause. */
	needsWord: words.optional(),
	/** Reports only when its object is an accusation or a report. */
	needsClaimObject: z.boolean().optional(),
	/** Without its shadda the form is another word: بيّن, بين. */
	needsMark: z.boolean().optional(),
	needsContent: z.boolean().optional(),
	/** Said of evidence as well as of people: signs show, information points to. */
	shows: z.boolean().optional(),
	opinion: z.boolean().optional(),
	pastOnly: z.boolean().optional(),
	/** Reports only for such a subject. */
	sources: words.optional(),
});
export type ArabicVerb = z.infer<typeof ArabicVerb>;

export const EnglishVerb = z.strictObject({
	base: z.string(),
	past: words,
	variants: words.optional(),
	act: Act,
	frames: words,
	needsWord: words.optional(),
	sources: words.optional(),
});
export type EnglishVerb = z.infer<typeof EnglishVerb>;

export const Head = z.strictObject({
	kind: z.enum([...SpeakerKind.options, "spokesperson"]),
	singular: words,
	plural: words.optional(),
	/** Speaks to outlets on condition of not being named: the outlet's report goes on with it. */
	confides: z.boolean().optional(),
	/** May stand before a person's name. */
	title: z.boolean().optional(),
});
export type Head = z.infer<typeof Head>;

export const Entity = z.strictObject({
	kind: SpeakerKind,
	ar: words,
	en: words,
	/** ISO 3166 code of the country that a capital stands for. */
	country: z.string().length(2).optional(),
	/** Where it is not what the name's form suggests. */
	gender: z.enum(["m", "f"]).optional(),
});
export type Entity = z.infer<typeof Entity>;

const claimNoun = z.strictObject({ forms: words, act: Act });

export const ArabicMarkers = z.strictObject({
	complementisers: words,
	negations: words,
	accordingTo: words,
	accordingPhrases: words,
	relayVerbs: words,
	reportedIn: words,
	sentenceOpeners: words,
	auxiliaries: words,
	prepositions: words,
	stops: words,
	insideNames: words,
	quantifiers: words,
	contentBreaks: words,
	coordinators: words,
	hedges: words,
	strongHedges: words,
	earlier: words,
	silence: words,
	claimNouns: z.array(claimNoun),
	claimNounLinks: words,
	/** A proposition that begins so denies: لا صحة لـ. */
	denialOpeners: words,
	passives: z.array(z.strictObject({ sure: z.boolean().optional(), forms: words, act: Act, needs: words })),
	speechVerbPhrases: z.array(z.strictObject({ first: words, second: words })),
	futureParticles: words,
	selfWords: words,
	/** "is ready to": a promise without a future. */
	readiness: words,
	/** Asides between a verb and its object: "earlier", "so far", "in a statement". */
	adjuncts: words,
	/** Look like a future form and are none: sixty. */
	notFuture: words,
	/** Verbs by which a body puts out a document: أصدر, نشر. */
	issues: words,
	/** Verbs of intending. */
	plans: words,
	/** "next", "tomorrow": with a present verb they make a future. */
	ahead: words,
	/** A new clause of its own begins here. */
	contrast: words,
	/** Before أن these make it another conjunction: بعد أن, إلا أن. */
	notComplement: words,
	/** Where somebody speaks through a medium: في مقاله, على التلفزيون. */
	media: words,
});
export type ArabicMarkers = z.infer<typeof ArabicMarkers>;
