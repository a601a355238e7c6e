import type { Act, Language } from "../domain/article.ts";

export type QuestionType =
	| "who"
	| "when"
	| "where"
	| "how_many"
	| "what"
	| "why"
	| "yes_no"
	| "topic";

/** What was read out of the question's own words. It prefers; only explicit options exclude. */
export type QuestionReading = {
	language: Language;
	/** What the question is about, without the words that were read as something else. */
	topicText: string;
	filters: {
		by?: string | undefined;
		outlet?: string | undefined;
		from?: string | undefined;
		to?: string | undefined;
		act?: Act | undefined;
	};
	type: QuestionType;
	/** For the notes: a message key `reading.<code>` and what it names. */
	readings: { code: string; params: Record<string, string> }[];
};

export type QuestionReader = {
	read(text: string, language?: Language): QuestionReading;
};
