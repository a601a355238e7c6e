import { z } from "zod";

export type QuestionTypeRow = {
	/** Told to the asker as `asked.…`: the others say nothing beyond the question. */
	told: boolean;
	/** Goes on from an answer as this command; null where it stays with the last one. */
	asks: "claims" | "timeline" | null;
	/** Answered by a number, a name or a day: what evidence looks for in a sentence. */
	wants: "number" | "name" | "day" | "reason" | null;
	/** It asks for nothing but what is told of something, or what somebody says. */
	plain?: true;
	/** It may ask for an amount by a noun: what is the price. */
	amount?: true;
	/** It asks of what was done: by whom, whether, how much. */
	deed?: true;
	/** It asks for the time or the place of it. */
	setting?: true;
};

/** What a question wants to know. Its words are in `index-data/question.json`. */
export const questionTypes = {
	who: { told: true, asks: "claims", wants: "name", deed: true },
	when: { told: true, asks: "timeline", wants: "day", deed: true, setting: true },
	where: { told: true, asks: null, wants: null, deed: true, setting: true },
	how_many: { told: true, asks: null, wants: "number", deed: true },
	what: { told: false, asks: null, wants: null, plain: true, amount: true },
	why: { told: true, asks: null, wants: "reason" },
	yes_no: { told: false, asks: null, wants: null, deed: true },
	topic: { told: false, asks: null, wants: null, plain: true },
} as const satisfies Record<string, QuestionTypeRow>;

export type QuestionType = keyof typeof questionTypes;
export const QuestionType = z.enum(Object.keys(questionTypes) as [QuestionType, ...QuestionType[]]);

export function isPlain(type: QuestionType): boolean {
	const row: QuestionTypeRow = questionTypes[type];
	return row.plain === true;
}
