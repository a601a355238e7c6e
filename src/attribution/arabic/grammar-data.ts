import { z } from "zod";
import { SpeakerKind } from "../../domain/article.ts";
import { Act } from "../../domain/sets/acts.ts";

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
	/** Says that it is not so or will not be: its claims are denials, unless the verb is negated. */
	excludes: z.boolean().optional(),
	/** `that`, `speech`, `object`, or the preposition before what is said. */
	frames: words,
	/** Reports only when a complementiser follows. */
	needsThat: z.boolean().optional(),
	/** Reports only when one of these follows in the clause. */
	needsWord: words.optional(),
	/** Reports only when its object is an accusation or a report. */
	needsClaimObject: z.boolean().optional(),
	/** Without its shadda the form is another word: بيّن, بين. */
	/** What it means behind a negation; without it a negated verb says nothing. */
	negatedAct: Act.optional(),
	needsMark: z.boolean().optional(),
	/** Reports only with its own preposition, and what is said stands behind it: وصف … بـ. */
	needsContent: z.boolean().optional(),
	/** Said of evidence as well as of people: signs show, information points to. */
	shows: z.boolean().optional(),
	/** Has no present that reports. */
	pastOnly: z.boolean().optional(),
	/** Reports only for such a subject. */
	sources: z.array(SpeakerKind).optional(),
});
export type ArabicVerb = z.infer<typeof ArabicVerb>;

const claimNoun = z.strictObject({ forms: words, act: Act });

const passive = z.strictObject({
	forms: words,
	act: Act,
	/** One of these comes behind it, or it is no passive of speaking. */
	needs: words,
	/** Of those, the ones that other words may stand before. */
	distant: words.optional(),
	/** Is always a passive: without vowels most forms are active as well. */
	sure: z.boolean().optional(),
});

/** Closed word classes and phrases of Arabic attribution, written as people write them. */
export const ArabicMarkers = z.strictObject({
	/** Pronouns that stand for a speaker, by the sex or number they show. */
	masculinePronouns: z.array(z.string().min(1)),
	femininePronouns: z.array(z.string().min(1)),
	pluralPronouns: z.array(z.string().min(1)),
	/** With "his" or "her" at the end they stand for whoever bears the honour, as a pronoun does: سموه. */
	honours: z.array(z.string().min(1)),
	/** "that", with and without a pronoun. */
	complementisers: words,
	/** Of those, the ones with the preposition "by": they follow every reporting verb. */
	prepositionalComplementisers: words,
	/** Of those, the ones behind a source at the head: "according to X, (so) that". */
	resultComplementisers: words,
	/** Before أن these make it another conjunction: بعد أن, إلا أن. */
	notComplement: words,
	/** Before a present verb: a wish or an aim, not a report. */
	subjunctives: words,
	/** "and that": the next proposition of the same speaker. */
	coordinators: words,
	negations: words,

	/** "according to" in one word. */
	accordingTo: words,
	/** "according to" in several words. */
	accordingPhrases: words,
	/** "what" between "according to" and its verb. */
	whatever: words,
	/** Prepositions that belong to "according to" and its like: نقلاً عن, استناداً إلى. */
	sourcePrepositions: words,
	/** "X relayed from Y that": the verb, and the preposition before Y. */
	relayVerbs: z.array(z.strictObject({ forms: words, link: z.string().min(1) })),
	/** "quoting": who is named behind it is the speaker. */
	citing: words,
	/** "to", before an outlet that a source spoke to. */
	relayPrepositions: words,
	/** "as for": the subject stands before a comma. */
	topics: words,
	/** Prepositions of a post between a title and the name: الموفدة إلى فيينا. */
	postLinks: words,
	/** "in it", of a document: وثيقة جاء فيها. */
	reportedInPronouns: words,
	/** "it came in the report that". */
	reportedIn: words,
	/** The preposition before the document that it came in. */
	reportedInDocument: words,
	/** The prepositions before a speaker that it came from. */
	reportedBySpeaker: words,
	/** "on the tongue of": belongs to the preposition. */
	tongue: words,

	/** May begin a sentence before its subject or verb. */
	sentenceOpeners: words,
	/** Stand between a subject and its verb. */
	auxiliaries: words,
	/** "had": with a particle of perfect it puts the speech before the article's day. */
	pastAuxiliaries: words,
	perfectParticles: words,
	prepositions: words,
	/** Prepositions by which a verb takes what is said. */
	verbPrepositions: words,
	/** Behind these a word with the form of a verb is a noun. */
	nounPrepositions: words,
	/** Behind an unknown word with the article these show it to be a verbal noun: التوصل إلى. */
	nounComplements: words,
	/** Begin with ب without being a preposition and its noun. */
	notPrefixed: words,
	/** ل with a noun, for what is called for. */
	purposes: words,
	/** End a noun phrase: relative and demonstrative words, conjunctions, adverbs, days. */
	stops: words,
	relatives: words,
	/** Of the stops, those that begin a clause: no adverb of the verb before them. */
	clauseWords: words,
	/** Conjunctions behind which the subject may stand before its verb. */
	subordinators: words,
	/** "but": the outer speaker takes the word again. */
	adversatives: words,
	/** A new clause of its own begins here. */
	contrast: words,
	/** What is said ends before these. */
	contentBreaks: words,
	/** Asides between a verb and its object: "earlier", "so far", "in a statement". */
	adjuncts: words,

	/** Parts of names that are words as well. */
	insideNames: words,
	/** Names that fold to the same letters as a preposition. */
	namesakes: words,
	quantifiers: words,
	/** "of" between a quantifier and its noun. */
	partitives: words,
	reflexives: words,
	/** "in the name of": a spokesperson's body follows. */
	onBehalf: words,
	/** The same with a pronoun for the body. */
	onBehalfOwn: words,
	/** Prepositions that tie a place or a body to a head: مصدر في الوزارة. */
	bodyLinks: words,
	/** Prepositions that tie a matter to an unnamed source: مطلع على الملف. */
	matterLinks: words,
	/** Found in the name of a body whose unnamed spokespeople speak for the state. */
	stateBodies: words,

	/** "to comment", "to answer": a verb with such an object says nothing. */
	silence: words,
	/** Nouns for a claim: accusations, reports. */
	claimNouns: z.array(claimNoun),
	/** Between such a noun and the claim. */
	claimNounLinks: words,
	/** Prepositions of the verb in "predictions that point to". */
	claimNounPrepositions: words,
	passives: z.array(passive),
	/** Two verbs for one act of speaking: مضى يقول. */
	speechVerbPhrases: z.array(z.strictObject({ first: words, second: words })),
	/** Where somebody speaks through a medium: في مقاله, على التلفزيون. */
	media: words,
	mediaPrepositions: words,
	/** Verbs by which a body puts out a document: أصدر, نشر. */
	issues: words,

	hedges: words,
	/** Hedges that make an assertion an estimate. */
	strongHedges: words,
	/** "earlier": the day of the article is not the day of the statement. */
	earlier: words,
	/** A proposition that begins so denies: لا صحة لـ. */
	denialOpeners: words,
	futureParticles: words,
	/** Look like a future form and are none: sixty. */
	notFuture: words,
	/** By which a speaker means itself: the future is then a promise. */
	selfWords: words,
	/** "is ready to": a promise without a future. */
	/** Before "it" and an outlet they tell that it has a document or met somebody: اطلعت عليها وكالة. */
	seenBy: words,
	/** Say of a charge or an account that it is not so. */
	refutations: words,
	readiness: words,
	/** Verbs of intending. */
	plans: words,
	/** "next", "tomorrow": with a present verb they make a future. */
	ahead: words,
});
export type ArabicMarkers = z.infer<typeof ArabicMarkers>;
