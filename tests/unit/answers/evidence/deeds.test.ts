import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../../src/answers/answerer.ts";
import { judgeOf } from "../../../../src/answers/find/judge.ts";
import { Library } from "../../../../src/answers/library.ts";
import { loadAliases } from "../../../../src/app/load/language-data.ts";
import { createReader } from "../../../../src/app/load/question-reader.ts";
import { loadSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Article } from "../../../../src/domain/article.ts";
import { NameMatcher } from "../../../../src/identity/name-matcher.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import { article, claim, event, say } from "../doubles.ts";

const data = await loadSearchData(indexDataFolder);
const names = new NameMatcher(data.lexicon, data.stopWords, await loadAliases(indexDataFolder));

/** Whether these articles answer a question. */
async function asker(articles: Article[]) {
	const index = await createPassageSearch(articles, data);
	const judge = judgeOf(new Library(articles, data.stopWords), names);
	const search = {
		size: index.size,
		search: (query: Parameters<typeof index.search>[0]) => index.search(query, judge),
	};
	const reader = await createReader(indexDataFolder, articles, data);
	const { stopWords } = data;
	const answerer = createAnswerer({ articles, search, reader, names, say, stopWords });
	return async (text: string) => (await answerer.answer({ command: "ask", text })).answered;
}

const english = article("english", [
	"Norway sent forty rescue boats to Kenya on Friday after the storm, the ministry said.",
	"President Erik Dahlgren visited Nairobi on 4 March with his minister, Tova Lindqvist.",
	"The court in Oslo issued a warrant for Marcus Breck over the sale of the mill.",
	"Lindqvist praised the harbour workers and promised them new cranes.",
	"The mill is the largest in the valley, and its owner paid a fine on Monday.",
]);
claim(english, 1, "sent forty rescue boats to Kenya", {
	speaker: { name: "ministry", kind: "organisation" },
});
event(english, 2, "visited Nairobi on 4 March", "2024-03-04");
event(english, 5, "paid a fine on Monday", "2024-03-11");

const arabic = article("arabic", [
	"أرسلت النرويج أربعين قارب إنقاذ إلى كينيا يوم الجمعة بعد العاصفة.",
	"وزار الرئيس إريك دالغرين نيروبي في 4 مارس برفقة الوزيرة توفا ليندكفيست.",
	"وأصدرت المحكمة في أوسلو مذكرة توقيف بحق ماركوس فيلدن بسبب بيع الطاحونة.",
	"والطاحونة هي الأكبر في الوادي، ودفع صاحبها غرامة يوم الاثنين.",
]);
event(arabic, 2, "وزار الرئيس إريك دالغرين نيروبي في 4 مارس", "2024-03-04");
event(arabic, 4, "ودفع صاحبها غرامة يوم الاثنين", "2024-03-11");

const [askEnglish, askArabic] = [await asker([english]), await asker([arabic])];

const offices = article("offices", [
	"The mayor of Oslo, Tova Lindqvist, met the governor on a journey that took her to Sweden and Kenya.",
	"Twelve people were hurt when the Akersund river rose.",
	"The dam above the town is 40 metres high, the owner said.",
	"وقالت عمدة أوسلو توفا ليندكفيست إنها ستزور السويد وكينيا في الصيف.",
	"وأصيب 12 شخصاً حين فاض نهر أكرسوند.",
	"ويبلغ ارتفاع السد فوق المدينة 40 متراً.",
]);
const askOffices = await asker([offices]);

describe("what somebody or something is", () => {
	it.each([
		["Who is the mayor of Oslo?", true],
		["Who is the mayor of Sweden?", false],
		["من هي عمدة أوسلو؟", true],
		["من هي عمدة السويد؟", false],
		["How high is the dam?", true],
		["How long is the Akersund river?", false],
		["كم ارتفاع السد؟", true],
		["كم طول نهر أكرسوند؟", false],
	])("%s: %s", async (text, answered) => {
		expect(await askOffices(text)).toBe(answered);
	});
});

describe("who did it to whom", () => {
	it.each([
		["Did Norway send boats to Kenya?", true],
		["Did Kenya send boats to Norway?", false],
		["How many boats did Norway send?", true],
		["How many boats did Kenya send?", false],
		["When did Dahlgren visit Nairobi?", true],
		["When did Dahlgren visit Oslo?", false],
		["When did Breck visit Nairobi?", false],
		["Did the court issue a warrant for Breck?", true],
		["Did the court issue a warrant for Dahlgren?", false],
		["When was the mill founded?", false],
		["Who built the mill?", false],
	])("%s: %s", async (text, answered) => {
		expect(await askEnglish(text)).toBe(answered);
	});

	it.each([
		["هل أرسلت النرويج قوارب إلى كينيا؟", true],
		["هل أرسلت كينيا قوارب إلى النرويج؟", false],
		["متى زار دالغرين نيروبي؟", true],
		["متى زار دالغرين أوسلو؟", false],
		["هل أصدرت المحكمة مذكرة توقيف بحق فيلدن؟", true],
		["هل أصدرت المحكمة مذكرة توقيف بحق دالغرين؟", false],
		["متى تأسست الطاحونة؟", false],
		["متى بنيت الطاحونة؟", false],
	])("%s: %s", async (text, answered) => {
		expect(await askArabic(text)).toBe(answered);
	});
});
