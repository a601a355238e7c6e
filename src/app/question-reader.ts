import type { QuestionReader } from "../answers/question.ts";
import type { Article } from "../domain/article.ts";
import { dayRange, unknownPublished } from "../domain/dates.ts";
import { isStopWord } from "../language/analyse.ts";
import { languageOf, tokens } from "../language/tokens.ts";
import type { SearchData } from "../search/data.ts";
import { loadDateFinder } from "./language-data.ts";
import { indexDataFolder } from "./paths.ts";

/** What reads a question's own words: language, speaker, outlet, dates, what is asked for. */
export async function createReader(
	_articles: readonly Article[],
	data: SearchData,
): Promise<QuestionReader> {
	const finder = await loadDateFinder(indexDataFolder);
	return {
		read(text, language = languageOf(text)) {
			// Only dates that stand whole in the question: "last week" of a question has no anchor.
			const dates = finder.find(text, { published: unknownPublished }).filter(({ value }) => value !== null);
			let topicText = text;
			for (const { start, end } of dates.toReversed()) topicText = topicText.slice(0, start) + topicText.slice(end);
			const topical = tokens(topicText).some((token) => !isStopWord(token.text, data.stopWords));
			const ranges = dates.flatMap(({ value }) => {
				const range = value === null ? null : dayRange(value);
				return range ? [range] : [];
			});
			const from = ranges.map((range) => range.from).sort()[0];
			const to = ranges.map((range) => range.to).sort().at(-1);
			return {
				language,
				topicText: topical ? topicText.trim() : "",
				filters: { from, to },
				type: "topic",
				readings: from && to ? [{ code: "range", params: { from, to } }] : [],
			};
		},
	};
}
