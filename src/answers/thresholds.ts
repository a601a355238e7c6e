/**
 * The numbers that ranking and the decision "the corpus does not say" rest on. Measured on half of
 * the annotated questions and checked on the other half; docs/DESIGN.md says how.
 */
export const thresholds = {
	/** Passages that are looked at for one answer. */
	depth: 60,
	/** Hits below this share of the best score are no answer. */
	scoreFloor: 0.12,
	/** The same for `timeline`, which is then sorted by date and cannot put the weak ones last. */
	timelineFloor: 0.4,
	/** What is left of that floor for an event of the days that were asked for. */
	datedFloor: 0.4,
	/** The floor for passages without an event, which come after all events. */
	bareFloor: 0.42,
	/** What a claim's own words count beside its passage's, 0 to 1. */
	claimWords: 0.3,
	/** The same for an event. */
	eventWords: 0.5,
	/** Each further claim of one passage counts so much of the one before it. */
	furtherClaim: 0.4,
	/** Claims below this share of the best one's score are not shown. */
	claimFloor: 0.15,
	/** A passage without a claim among those with one. */
	noClaim: 0.45,
	/** What the reading of a question's own words adds to what agrees with it. */
	preferred: 1.25,
	/**
	 * Least share of the question's weight that the best passage must hold, for a question in words.
	 * On questions whose passage was left out of the index (XQuAD, 204 each): Arabic 97 % of the
	 * answerable are kept and 55 % of the others refused.
	 */
	coverage: 0.42,
	/** The same where question and passage are of two languages: 90 % kept, 40 % refused. */
	coverageAcross: 0.37,
	/** The same for `claims`, `timeline` and `search`, whose text is a topic of a few words. */
	topicCoverage: 0.2,
	/** What each word that is in no passage at all adds to either, up to three. */
	unknownWord: 0.05,
	/** Word sets of two passages of different articles that are this alike (Jaccard) are one item. */
	sameWords: 0.85,
	/** A second sentence is quoted where it adds this share of the passage's matched words. */
	secondSentence: 0.34,
};
