/**
 * The numbers that ranking and the decision "the corpus does not say" rest on. Measured on half of
 * the annotated questions and checked on the other half; docs/DESIGN.md says how.
 */
export const thresholds = {
	/** Passages that are looked at for one answer. */
	depth: 60,
	/** Hits below this share of the best score are no answer. */
	scoreFloor: 0.12,
	/** Hits below this share of the best one's score are only weakly related. */
	weak: 0.2,
	/** No less is held of a question by a passage that is plainly about it: where somebody does there what is asked for, */
	plainAct: 0.75,
	/** where whoever is asked for says so much of it (share of what is asked about), */
	plainSpeaks: 0.5,
	plainSpeaker: 0.9,
	/** where it gives in every respect as much as one of the best. */
	plainAsMuch: 0.5,
	/** Whoever speaks in a passage so surely, by his office, is the one who is asked for. */
	ownOffice: 0.4,
	/** A passage that holds this share of a topic is about it, one that holds less than that is not. */
	onTopic: 0.5,
	offTopic: 0.25,
	/** A passage of the other language that holds this share of a question holds all of it. */
	acrossWhole: 0.6,
	/** A second figure stands beside the first where its passage has so much of its score. */
	closeSecond: 0.5,
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
	/** A claim that names this share of what the best one names of the topic is counted as one on it. */
	named: 0.6,
	/** Share of a topic's weight that a passage must hold for its article to be about it. */
	aboutCoverage: 0.6,
	/** A passage without a claim among those with one. */
	noClaim: 0.45,
	/** What the reading of a question's own words adds to what agrees with it. */
	preferred: 1.25,
	/** What is left of the score of a claim that was read with no confidence; of a sure one all. */
	leastSure: 0.75,
	/** Least share of a topic's weight that the best passage of `claims`, `timeline` and `search` must hold. */
	topicCoverage: 0.2,
	/** Less than so sure a find of a word is none. */
	held: 0.1,
	/** Less is half a find: a word of the same field, or one with some of its letters. */
	sure: 0.4,
	/** A word of the same field counts as what is counted where it stands right behind the number, a set phrase near it. */
	akin: 0.3,
	/** So surely a word is found by itself, and not by what it may stand for. */
	plainly: 0.95,
	/** What the best other passages of an article lend to one, and how many of them. */
	context: 0.35,
	contextPassages: 5,
	/** A name that was asked for stands at most so many words from words of the question. */
	nameReach: 4,
	/** Neighbours in the question stand at most so far apart in a passage. */
	pairReach: 4,
	/** Characters: a longer passage stands by itself, whatever it begins with. */
	followerLength: 420,
	/** A number that counts a thing stands at most so many words from it. */
	countReach: 5,
	/** What a title or a claim's subject counts beside the person's name. */
	person: 1,
	/** What a headline counts beside a passage of the text. */
	heading: 0.45,
	/** What each word that is in no passage at all adds to it, up to three. */
	unknownWord: 0.05,
	/** Word sets of two passages of different articles that are this alike (Jaccard) are one item. */
	sameWords: 0.85,
	/** A second sentence is quoted where it adds this share of the passage's matched words. */
	secondSentence: 0.34,
};
