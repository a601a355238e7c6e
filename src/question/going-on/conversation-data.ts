import { z } from "zod";

const Both = z.strictObject({
	en: z.array(z.string().min(1)),
	ar: z.array(z.string().min(1)),
});

const Correction = z.strictObject({ not: z.array(z.string().min(1)), instead: z.string().min(1) });

const Meant = z.strictObject({ meant: z.array(z.string().min(1)), and: z.string().min(1) });

/** index-data/conversation.json: how people go on from a question that was answered. */
export const ConversationData = z.strictObject({
	/** What such a question begins with. */
	goesOn: Both,
	/** Words that stand for what was spoken of. */
	refers: Both,
	/** Those of them that may be who speaks: what did they say. */
	subjects: Both,
	/** What follows is spoken of, and not who speaks. */
	about: Both,
	/** What follows is a place, and not who speaks, though somebody be called so. */
	inside: Both,
	/** Before an outlet to which the answer is narrowed. */
	only: Both,
	/** "Not the embassy, the company", and how it is said without what was wrong. */
	corrects: z.strictObject({ en: Correction, ar: Correction }),
	/** "I meant", and how one goes on instead. */
	means: z.strictObject({ en: Meant, ar: Meant }),
	/** Words of answering: an accusation is answered by a denial. */
	replies: Both,
	/** Before a kind of limit that is lifted: any outlet. */
	whatever: Both,
	limits: z.strictObject({
		by: Both,
		outlet: Both,
		days: Both,
		written: Both,
		without: Both,
		within: Both,
	}),
	/** Pronouns at the end of an Arabic verb that stand for it too: نفاها. */
	objects: z.strictObject({ ar: z.array(z.string().min(1)) }),
	/** Before a date: which side of it is meant, the date itself left out or included. */
	before: Both,
	until: Both,
	since: Both,
	after: Both,
	/** By the language that is asked for. */
	answerIn: z.strictObject({ en: Both, ar: Both }),
	/** Languages of articles that an answer is narrowed to, beside a word for only or one for articles. */
	articlesIn: z.strictObject({ en: Both, ar: Both }),
	/** Words for articles. */
	articles: Both,
	/** Verbs of saying whose form leaves open who says it. */
	passives: Both,
	/** What binds two words of one thing that is spoken of. */
	binds: Both,
	/** Words that only ask politely. */
	polite: Both,
	/** What is said of the conversation: back to the question before, a shorter answer, newer news. */
	steps: z.strictObject({ back: Both, shorter: Both, newer: Both }),
	/** The first item of the last answer, the second and so on. */
	items: z.array(Both),
	/** Forgets what was asked before. */
	reset: Both,
	/** Takes back what the last question was narrowed to. */
	without: Both,
	/** Behind it, what stands for all limits. */
	everything: Both,
	/** What somebody says of something, as a question: {by}, {topic}, in Arabic {verb}. */
	saying: z.strictObject({ en: z.string().min(1), ar: z.string().min(1) }),
	/** Verbs of saying before a man and before a woman or a body. */
	genders: z.strictObject({ ar: z.array(z.tuple([z.string().min(1), z.string().min(1)])) }),
	/** A question and one thing more that it is about: {question}, {topic}. */
	adding: z.strictObject({ en: z.string().min(1), ar: z.string().min(1) }),
	/** Words that tell nothing of a topic in such a question. */
	empty: Both,
});
export type ConversationData = z.infer<typeof ConversationData>;
