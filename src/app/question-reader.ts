import type { QuestionReader } from "../answers/question.ts";
import type { Article } from "../domain/article.ts";
import { languageOf } from "../language/tokens.ts";
import type { SearchData } from "../search/data.ts";

/** What reads a question's own words: language, speaker, outlet, dates, what is asked for. */
export async function createReader(
	_articles: readonly Article[],
	_data: SearchData,
): Promise<QuestionReader> {
	return {
		read: (text, language) => ({
			language: language ?? languageOf(text),
			topicText: text,
			filters: {},
			type: "topic",
			readings: [],
		}),
	};
}
