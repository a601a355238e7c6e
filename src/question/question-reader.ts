import type { Language } from "../domain/article.ts";
import type { QuestionReading } from "./read-question.ts";

export type { QuestionType } from "./question-data.ts";
export type { QuestionReading } from "./read-question.ts";

/** What reads a question's own words; it may have to load language data first. */
export type QuestionReader = {
	read(text: string, language?: Language): QuestionReading | Promise<QuestionReading>;
};
