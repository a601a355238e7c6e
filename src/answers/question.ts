import type { Language } from "../domain/article.ts";
import type { QuestionReading } from "../search/question.ts";

export type { QuestionReading } from "../search/question.ts";
export type { QuestionType } from "../search/question-data.ts";

/** What reads a question's own words; it may have to load language data first. */
export type QuestionReader = {
	read(text: string, language?: Language): QuestionReading | Promise<QuestionReading>;
};
