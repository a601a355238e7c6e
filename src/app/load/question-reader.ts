import type { Article } from "../../domain/article.ts";
import { unknownPublished } from "../../domain/dates.ts";
import { factsOf } from "../../identity/who-is-who.ts";
import type { DateFinder } from "../../language/dates/index.ts";
import { QuestionData } from "../../question/question-data.ts";
import type { QuestionReader } from "../../question/read-question.ts";
import { createQuestionReader } from "../../question/read-question.ts";
import { sentenceMarks } from "../../question/sentence-marks.ts";
import { SmallTalk, SmallTalkData } from "../../question/small-talk.ts";
import type { SearchData } from "../../search/search-data.ts";
import { loadDateFinder, readData } from "./language-data.ts";

/** What reads a question's own words over articles: language, speaker, outlet, dates, what is asked for. */
export async function loadReader(
	folder: string,
	data: SearchData,
): Promise<(articles: readonly Article[]) => QuestionReader> {
	const questions = QuestionData.parse(await readData(folder, "question.json"));
	const talk = SmallTalkData.parse(await readData(folder, "small-talk.json"));
	const smallTalk = new SmallTalk(talk, data.stopWords);
	const marks = sentenceMarks(questions);
	let finder: DateFinder | undefined;
	const findDates = (text: string) => finder?.find(text, { published: unknownPublished }) ?? [];
	return (articles) => {
		const reader = createQuestionReader(questions, data, factsOf(articles), findDates, smallTalk);
		return {
			marks,
			async read(text, language) {
				// A question has no day to count from, so its dates need a year: without a digit the date
				// words, a tenth of the time to the first answer, are not even read.
				if (/\p{Nd}/u.test(text)) finder ??= await loadDateFinder(folder);
				return reader.read(text, language);
			},
		};
	};
}

/** See `loadReader`. */
export async function createReader(
	folder: string,
	articles: readonly Article[],
	data: SearchData,
): Promise<QuestionReader> {
	return (await loadReader(folder, data))(articles);
}
