import type { Article } from "../../domain/article.ts";
import { isoDayOf } from "../../domain/iso-day.ts";
import type { Clock } from "../../domain/ports.ts";
import { IdentityTable } from "../../identity/identity-table.ts";
import { type CorpusFacts, factsOf } from "../../identity/who-is-who.ts";
import type { DateFinder, FoundDate } from "../../language/dates/index.ts";
import { fold } from "../../language/text/normalise.ts";
import { tokens } from "../../language/text/tokens.ts";
import { withoutProclitics } from "../../language/words/stem-arabic.ts";
import type { AskedDate } from "../../question/days-of-corpus.ts";
import { QuestionData } from "../../question/question-data.ts";
import type { QuestionReader } from "../../question/read-question.ts";
import { createQuestionReader } from "../../question/read-question.ts";
import { sentenceMarks } from "../../question/sentence-marks.ts";
import { SmallTalk, SmallTalkData } from "../../question/small-talk.ts";
import type { SearchData } from "../../search/search-data.ts";
import { loadIdentityData } from "./identity-data.ts";
import { loadDateFinder, readData } from "./language-data.ts";

/** Kinds of dates that a question counts from its own day. */
const countedFromToday: ReadonlySet<FoundDate["kind"]> = new Set([
	"period",
	"day_word",
	"ago",
	"stretch",
]);

/** What reads a question's own words over articles: language, speaker, outlet, dates, what is asked for. */
export async function loadReader(
	folder: string,
	data: SearchData,
	now: Clock = Date.now,
): Promise<(facts: () => CorpusFacts) => QuestionReader> {
	const questions = QuestionData.parse(await readData(folder, "question.json"));
	const words = new Set([...questions.countedDates.en, ...questions.countedDates.ar].map(fold));
	const calendar = new Set([...questions.calendar.en, ...questions.calendar.ar].map(fold));
	const isOfCalendar = (word: string) =>
		words.has(word) || calendar.has(word) || calendar.has(withoutProclitics(word));
	const mayHoldDate = (text: string) =>
		/\p{Nd}/u.test(text) || tokens(text).some((token) => isOfCalendar(token.text));
	const talk = SmallTalkData.parse(await readData(folder, "small-talk.json"));
	const smallTalk = new SmallTalk(talk, data.stopWords);
	const marks = sentenceMarks(questions);
	let finder: DateFinder | undefined;
	const findDates = (text: string): AskedDate[] => {
		const today = isoDayOf(now());
		const published = { value: today, precision: "day", basis: "given" } as const;
		// "Last year" counts from the day of the question; "in May" is of the year that the articles tell of.
		return (finder?.find(text, { published }) ?? []).flatMap(
			({ start, end, value, basis, kind, precision }): AskedDate[] => {
				if (basis === "printed" || countedFromToday.has(kind)) return [{ start, end, value }];
				if (kind === "weekday") return [{ start, end, value, loose: "weekday" }];
				const isOfYear = kind === "month" || kind === "date";
				const loose = precision === "day" ? "day" : precision === "month" ? "month" : null;
				return isOfYear && loose ? [{ start, end, value, loose }] : [];
			},
		);
	};
	return (facts) => {
		let made: ReturnType<typeof createQuestionReader> | undefined;
		const reader = () => {
			made ??= createQuestionReader(questions, data, facts(), findDates, smallTalk);
			return made;
		};
		return {
			marks,
			*prepare() {
				yield* reader().prepare();
			},
			async read(text, language) {
				// Without a digit or a word like "last" the date words, a tenth of the time to the first
				// answer, are not even read.
				if (mayHoldDate(text)) finder ??= await loadDateFinder(folder);
				return reader().read(text, language);
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
	const identities = await loadIdentityData(folder, data);
	return (await loadReader(folder, data))(() =>
		factsOf(IdentityTable.of(articles, identities), articles),
	);
}
