import { z } from "zod";
import { Act } from "../domain/sets/acts.ts";
import { QuestionType } from "./question-types.ts";

const Both = z.object({ en: z.array(z.string().min(1)), ar: z.array(z.string().min(1)) });

/** index-data/question.json: how questions say what they want. Words of all forms, unvocalised. */
export const QuestionData = z.object({
	/** In order: the first with a phrase in the question is its type; `first`: only where it begins with it. */
	types: z.array(Both.extend({ type: QuestionType, first: z.boolean().optional() })),
	/** Behind one of these stands who is asked about: what did Yellen say. */
	auxiliaries: Both,
	/**
	 * What stands before whoever does a thing that is asked about, and before whoever it is done to: did,
	 * was. `past`: those of them that ask for what was; `happens`: verbs that say no more than that it came to pass; `stances`: those for what somebody
	 * thinks of what is said, which he seldom says by them; `becomes`: verbs behind which stands what
	 * somebody is from then on.
	 */
	deeds: z.object({
		helps: Both,
		copulas: Both,
		past: Both,
		happens: Both,
		stances: Both,
		becomes: Both,
	}),
	/** Behind one of these a word of reporting is a noun, and a part of what is asked about: the report. */
	determiners: Both,
	/** Words of reporting that tell nothing of the topic. */
	says: Both,
	/** Words of reporting that tell how it was said; they belong to the topic as well. */
	acts: z.partialRecord(Act, Both),
	/** What stands before a source. */
	sources: Both,
	/** A name behind one of these is not who speaks. */
	notSpeaker: Both,
	/** What asks for somebody's or something's name. */
	named: Both,
	/** What stands right before the thing asked for: which weapons, أي سلاح. */
	which: Both,
	/** Words with which a question counts days from its own: last year, الشهر الماضي. */
	countedDates: Both,
	/** Months and days of the week: a question with none of them, no number and no counted date names no day. */
	calendar: Both,
	/** Words before a date that ask for one side of it. */
	sides: z.object({ before: Both, until: Both, since: Both, after: Both }),
	/** What only tells the bot what to do, at the head of a question. */
	instructions: Both,
	/** Everyday words that tell nothing of what is asked for. */
	light: Both,
	/** What asks for the newest first. */
	latest: Both,
	/** What asks for two things side by side. */
	compare: Both,
	/** What stands between two who are asked of together, where it is a word of its own. */
	joins: Both,
	/** What is measured or counted: behind "what is the …" a number is asked for. */
	amounts: Both,
	/** What asks how large something is, and not how many there are. */
	measured: Both,
	/** What may be told in per cent: a share, a rise. */
	shares: Both,
	/** What asks for a length, an age or the like, and the units of one. */
	measures: z.array(z.object({ asks: Both, units: Both })),
	/** Words of a text by which its sentences answer: see SentenceMarks. */
	marks: z.object({
		ahead: Both,
		reasons: Both,
		negations: Both,
		counts: Both,
		percents: Both,
		persons: Both,
		refusals: Both,
		properties: Both,
		scales: Both,
		governs: Both,
		to: Both,
		from: Both,
		connectives: Both,
	}),
	/** Words, and beginnings of the question's first verb, that ask for what lies ahead. */
	future: Both.extend({ arBeginnings: z.array(z.string().min(1)) }),
});
export type QuestionData = z.infer<typeof QuestionData>;
