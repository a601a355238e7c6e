import { z } from "zod";
import { Act } from "../../domain/sets/acts.ts";
import { Head } from "../head-data.ts";

const words = z.array(z.string().min(1));

/**
 * What may follow a reporting verb and be what is said:
 * `that` a clause after "that"; `bare` a clause without it; `clause` the same, where a finite verb
 * shows that it is one; `speech` quotation marks, a colon, or what stands before the verb; `object`
 * a noun phrase; `objectTo` a noun phrase with an infinitive; `objectOf`, `objectFor`, `objectAs`,
 * `objectAt`, `objectPrep` one with that preposition (`At`: and a figure; `Prep`: against, over);
 * `label` an object and what it is called; `addressee` somebody who is told; `relays` words of
 * others (quoted Y as saying); `toTo` "to Y to …"; any other is the preposition itself.
 */
export const EnglishFrame = z.enum([
	"that",
	"bare",
	"clause",
	"speech",
	"object",
	"objectTo",
	"objectOf",
	"objectFor",
	"objectAs",
	"objectAt",
	"objectPrep",
	"label",
	"addressee",
	"relays",
	"toTo",
	"to",
	"of",
	"against",
	"about",
	"for",
	"at",
	"whether",
]);
export type EnglishFrame = z.infer<typeof EnglishFrame>;

export const EnglishVerb = z.strictObject({
	/** With its particle, where it has one: call for. */
	base: z.string().min(1),
	/** Simple past and past participle. */
	past: words.min(1),
	/** Other spellings of the base. */
	variants: words.optional(),
	/** Present participles that the spelling rules do not give. */
	ing: words.optional(),
	act: Act,
	/** Says that it is not so or will not be: its claims are denials, unless the verb is negated. */
	excludes: z.boolean().optional(),
	frames: z.array(EnglishFrame).min(1),
	/** Reports only when one of these is among the first words of what follows. */
	needsWord: words.optional(),
	/** Does not report when what follows begins with one of these: denied bail. */
	notWord: words.optional(),
	/** Reports only when somebody is told: told X. */
	needsAddressee: z.boolean().optional(),
	/** Reports only for such a subject. */
	sources: words.optional(),
});
export type EnglishVerb = z.infer<typeof EnglishVerb>;
export const EnglishVerbs = z.strictObject({ verbs: z.array(EnglishVerb) });

export const EnglishHead = Head.extend({
	/** A spokesperson of such a body speaks for the state. */
	state: z.boolean().optional(),
	/** Only as the last word of a capitalised name: Lakeside Health, Evening Post. */
	named: z.boolean().optional(),
	/** Shows but does not speak: whoever cites it is the speaker. */
	evidence: z.boolean().optional(),
});
export type EnglishHead = z.infer<typeof EnglishHead>;
export const EnglishHeads = z.strictObject({ heads: z.array(EnglishHead) });

const agreement = z.enum(["m", "f", "p"]).nullable();
const ofAct = { forms: words, act: Act };

/** Closed word classes and phrases of English attribution; see the keys' use in `grammar.ts`. */
export const EnglishMarkers = z.strictObject({
	complementisers: words,
	negations: words,
	negativeSubjects: words,
	modals: words,
	perfect: words,
	be: words,
	do: words,
	/** Verbs that show a clause to be finite. */
	finite: words,
	pronouns: z.record(z.string(), agreement),
	subjectPronouns: words,
	possessives: words,
	/** Subjects that are nobody the article speaks of. */
	narrator: words,
	firstPerson: words,
	/** Subjects by which a speaker means itself. */
	selfWords: words,
	articles: words,
	indefinite: words,
	quantifierNouns: words,
	anonymousPronouns: words,
	prepositions: words,
	/** Of those, the ones that tie a place, a body or a subject to a noun. */
	attaching: words,
	conjunctions: words,
	/** Before a clause that is not stated: if, whether. */
	irrealis: words,
	relatives: words,
	openers: words,
	coordinators: words,
	contentBreaks: words,
	adverbs: words,
	/** Words in -ly that are no adverbs of manner. */
	lyNouns: words,
	timeWords: words,
	timeModifiers: words,
	timeStarters: words,
	/** Before the place, the day or the occasion of speaking. */
	speechPrepositions: words,
	/** Occasions and media of speaking. */
	settings: words,
	/** People and bodies that are told something. */
	audiences: words,
	/** Before a noun they make it an outlet: news agency. */
	newsWords: words,
	/** carried by, quoted by: an outlet follows. */
	relayWords: words,
	/** Begin a description behind an unnamed source: familiar with the matter. */
	sourceModifiers: words,
	citing: words,
	asSaying: words,
	/** went on to say: an infinitive that reports all the same. */
	infinitiveCarriers: words,
	/** Put out a document: released by the committee. */
	issues: words,
	silenceVerbs: words,
	hedges: words,
	strongHedges: words,
	futures: words,
	/** Show that what is said lies ahead. */
	ahead: words,
	/** With "by" or "to" behind them they tell which outlet has a document or met somebody. */
	seenBy: words,
	/** Say of a charge or an account that it is not so. */
	refutations: words,
	selfFutures: words,
	earlier: words,
	earlierPhrases: words,
	claimNouns: z.array(z.strictObject(ofAct)),
	/** Of those, the ones that need an owner: its pledge that. */
	possessedOnly: words,
	/** a charge that Y denies. */
	elidedClaimNouns: words,
	passives: z.array(z.strictObject({ ...ofAct, needs: words })),
	passiveRelays: words,
	abbreviations: words,
	/** Inside a person's name: van, bin. */
	nameParticles: words,
	/** Inside a body's name: Bank of Ruritania. */
	organisationLinks: words,
	/** Endings of plural nouns for people: shopkeepers. */
	personEndings: words,
	personSingularEndings: words,
	notPeople: words,
	/** Adjectives of states that no rule derives. */
	stateAdjectives: z.array(z.strictObject({ state: z.string(), forms: words })),
	stateAdjectiveEndings: words,
});
export type EnglishMarkers = z.infer<typeof EnglishMarkers>;
