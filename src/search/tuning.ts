/**
 * Every number that ranking depends on, chosen by measuring (docs/search-measurements.md). The
 * optimum is flat: none of them moves nDCG@10 by more than a point when halved or doubled, unless
 * its comment says so.
 */
export const tuning = {
	/** BM25: how fast a repeated word stops counting, and how much long passages are held back. */
	k1: 1,
	b: 0.5,
	/** Of what the other alternatives of the same word add to the best one. */
	rest: 0.15,

	/** Words of the same language that share a sense with the question's word… */
	synonym: 0.45,
	/** …by another form of the same word: a broken plural, a tense, a verbal noun… */
	form: 0.8,
	/** …or by another word of the same matter that no rule joins: won and victory, death and died… */
	family: 0.7,
	/** …or with a term of several words, which seldom has two senses. */
	synonymOfTerm: 0.7,
	/** Another name of the same place. */
	sameName: 0.35,
	/** A word of the same field: see Thesaurus. */
	field: 0.35,
	/** A sense found through the stem, where another is listed in the very spelling. */
	stemOnly: 0.8,
	/** A sense found through the bare core of an Arabic word. */
	coreOnly: 0.8,
	/** A single word of a listed term: itself, and what it means alone. */
	partAsItIs: 0.3,
	partOfTerm: 0.1,
	/** What the verb of a phrasal verb means alone: with a particle that is a stop word it is no term of its own. */
	partOfPhrasal: 0.6,
	/** The verb that stands in passages for a phrasal verb that is looked for: call for "call off". */
	verbOfPhrasal: 0.5,
	/** The word behind a conjunction or preposition of one letter. */
	clitic: 0.6,
	/** What news write for a word that is only spoken. */
	spoken: 0.9,
	/** Another person or time of the same verb, the same noun in a construct. */
	inflected: 0.9,
	/** Of that: a verb's participle, which names who did it or to whom it was done. */
	participle: 0.6,
	/** China for Chinese; China for Beijing. */
	relatedNear: 0.6,
	relatedFar: 0.4,

	/** Names by sound: least likeness for no consonant, one, two, and three or more. */
	nameFloors: [0.98, 0.98, 0.85, 0.8],
	/** The same for short names whose consonants agree more closely. */
	closeFloor: 0.75,
	nameWeight: 0.9,
	namePower: 4,
	/** How hard a less alike spelling is held back beside the best one. */
	nameRival: 4,
	/** A name that the corpus writes in two words. */
	split: 0.8,
	/** A corrected spelling, divided by the edits. */
	spelling: 0.8,

	/** Words of the corpus with the same core, and with similar letters (Dice of trigrams). */
	akin: 0.5,
	near: 0.8,
	nearPower: 3,
	nearFloor: 0.4,
	/** Only alternatives at least so heavy are widened: by letters, by core. */
	widenFrom: 0.9,
	akinFrom: 0.2,

	/** Less alike words, by letters or by sound, count for ranking and are no evidence of the word. */
	sureFrom: 0.85,
	sureNear: 0.75,

	/** Lighter alternatives share a stem or some letters: telling the asker of them would mislead. */
	tellFrom: 0.3,

	/** Passages that are looked at closely. */
	depth: 100,
	/** What the best passages of the article lend to each: mean of so many. */
	article: 0.3,
	articleTop: 3,
	/** The best stretch of so many words. */
	window: 0.4,
	windowWords: 20,
	/** Neighbours in the question that stand at most so far apart in the passage. */
	pair: 0.5,
	pairGap: 4,
	/** What full agreement with the reading of the question adds to a score. */
	prefer: 0.4,
	/** BM25 over character trigrams, for passages in the question's language. */
	gram: 0.2,
	/** What the trigrams of a best passage add to its words, in the mean: for those that have none to compare. */
	gramElsewhere: 0.5,
	gramK1: 1.2,
	gramB: 0.5,
};
