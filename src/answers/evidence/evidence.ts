/** What speaks for and against a passage as the answer to a question: shares from 0 to 1, or 0 and 1. */
export type Evidence = {
	/** Its score in the search beside the best one's. */
	lead: number;
	/** Share of the question that the passage holds, a part of what its article holds counted in. */
	covered: number;
	/** Share that its best sentence holds. */
	together: number;
	/** The same with every word counted alike. */
	evenly: number;
	/** Share that it holds and the other passages of its article do not. */
	distinct: number;
	/** The same as `covered` with all that the article's headline and opening hold. */
	granted: number;
	/** Share of the other words, each counted alike, that the passage holds; 0 where there are none. */
	asked: number;
	/** Share of the question's pairs of neighbours that stand beside each other in it. */
	beside: number;
	/** It goes on, in a few words that begin with a connective, from a passage that leads. */
	follows: number;
	/** It opens its article: it names the matter and seldom answers. */
	opening: number;
	/** A headline. */
	heading: number;
	/** A number, a day, a name or a reason is asked for, and its best sentence gives one. */
	filled: number;
	/** Share of what is asked about that somebody's claim holds, of whoever is asked for. */
	speaks: number;
	/** A claim does what is asked for: denies, warns, accuses. */
	acts: number;
	/** Whether something is so is asked, and a claim denies, charges or confirms here. */
	disputed: number;
	/** What is going to be is asked, and its best sentence looks ahead. */
	plans: number;
	/** What was is asked, and its best sentence looks ahead. */
	ahead: number;
	/** Share of the word that weighs most among those that the passage and its article lack. */
	gap: number;
	/** The same of what it lacks itself, whatever its article holds. */
	gapHere: number;
	/** The same where question and passage are of one language, and no translation can be to blame. */
	gapSame: number;
	/** Share of the words, each counted alike, that its best sentence lacks in the question's language. */
	lacks: number;
	/** Share of the words, each counted alike, that no passage of its article holds. */
	missing: number;
	/** How surely a name of the question stands nowhere in its article, in the question's language. */
	lacksName: number;
	/** Share of the words that no passage of the corpus holds. */
	unknown: number;
	/** Share of the words that no passage holds and no dictionary lists: names. */
	unknownNames: number;
	/** Countries and places of the question that the passage and its article lack. */
	elsewhere: number;
	/** Question and passage are of two languages: words are found less surely. */
	across: number;
	/** How far the best passage stands out from the sixth. */
	standsOut: number;
	/** How far its article stands out from the best passage of another one. */
	alone: number;
	/** A number is asked for, and the sentence gives none. */
	noNumber: number;
	/** A number is asked for, and none stands beside what is counted. */
	uncounted: number;
	/** A day is asked for, and the sentence gives none. */
	noDay: number;
	/** A name is asked for, and the sentence gives none beside the question's words. */
	noName: number;
	/** One of several things, or its name, is asked for, and no name stands beside the word for it. */
	nameFar: number;
	/** A reason is asked for, and neither the sentence nor the next gives one. */
	noReason: number;
	/** Somebody's own words are asked for, and he says nothing here. */
	unsaid: number;
	/** Share of the words for whoever is asked that stand nowhere together here: another office, another person. */
	otherSayer: number;
	/** Somebody else did here what is asked about, or it is not told here: see `deeds.ts`. */
	otherDeed: number;
};

export type Weights = Evidence & { bias: number };

/** Above 0 the passage is taken for an answer, or ranked by it. `weights` are those of `weights.ts`. */
export function confidence(evidence: Evidence, { bias, ...weights }: Weights): number {
	let sum = bias;
	for (const [signal, weight] of Object.entries(weights))
		sum += weight * evidence[signal as keyof Evidence];
	return sum;
}
