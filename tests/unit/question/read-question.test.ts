import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { preferDays } from "../../../src/answers/find/prefer-days.ts";
import type { Article } from "../../../src/domain/article.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";
import { Thesaurus } from "../../../src/language/lexicon/thesaurus.ts";
import { parseStopWords } from "../../../src/language/words/index-terms.ts";
import { QuestionData } from "../../../src/question/question-data.ts";
import { createQuestionReader, type FindDates } from "../../../src/question/read-question.ts";
import { anyCharacter } from "../../any-character.ts";
import { article } from "../search/doubles.ts";

const lexicon = new Lexicon([
	"g\tChina|Chinese\tالصين\nn\tofficial\tمسؤول\nn\tweapon\tسلاح\nn\tminister\tوزير\nn\tthat\tذلك\nn\tministry\tوزارة",
]);
const data = {
	lexicon,
	thesaurus: new Thesaurus([], lexicon),
	stopWords: parseStopWords(
		"what did the a of in to who when that about and",
		"ماذا في من هل إلى عن أن",
	),
	related: new Map(),
};
const questions = QuestionData.parse(
	JSON.parse(readFileSync(new URL("../../../index-data/question.json", import.meta.url), "utf8")),
);
const facts = {
	speakers: [
		["ليلى منصور", "Layla Mansour"],
		["الصين"],
		["يلين"],
		["مسؤول"],
		["وزارة المالية"],
		["Radek Novotny"],
	],
	outlets: [
		["صحيفة الميناء", "Port Gazette"],
		["رويترز", "Reuters"],
	],
};
/** Years alone: dates are another module's work. */
const findYears: FindDates = (text) =>
	[...text.matchAll(/\b(?:19|20)\d\d\b/g)].map((year) => ({
		start: year.index,
		end: year.index + 4,
		value: year[0],
	}));
const reader = createQuestionReader(questions, data, facts, findYears);

describe("who a question asks about", () => {
	it.each([
		["What did Layla Mansour say about ports?", "ليلى منصور"],
		["ماذا قالت منصور عن الموانئ؟", "ليلى منصور"],
		["yellin warning companies", "يلين"],
		["هل نفت الصين الخبر؟", "الصين"],
		["China denied it", "الصين"],
		["According to Novotny, who won?", "Radek Novotny"],
		["تصريحات نوفوتني", "Radek Novotny"],
		["وفقا لمنصور كم السعر؟", "ليلى منصور"],
	])("%s: %s", (text, name) => {
		expect(reader.read(text).filters.by).toBe(name);
	});

	it.each([
		["What was said about Mansour?", "she is the topic"],
		["weapons for China", "nobody reports"],
		["ماذا قيل عن الصين؟", "the topic again"],
		["من قال إن شركات صينية تبيع؟", "an adjective is not the country"],
		["What did that minister say?", "an ordinary word is part of many names"],
		["من نفى تزويد الصين بالسلاح؟", "the speaker is what is asked for"],
		["Who denied China the weapons?", "the same"],
		["تصريح عن تزويد الصين", "a preposition stands between"],
	])("%s: nobody, for %s", (text) => {
		expect(reader.read(text).filters.by).toBeUndefined();
	});

	it("knows an outlet behind the mark of a source only", () => {
		expect(reader.read("According to Reuters, who won?").filters.outlet).toBe("رويترز");
		expect(reader.read("نقلا عن رويترز").filters.outlet).toBe("رويترز");
		expect(reader.read("Reuters office").filters.outlet).toBeUndefined();
	});
});

describe("how and when", () => {
	it.each([
		["Who denied the sale?", "denies"],
		["اتهامات أمريكية", "accuses"],
		["يلين تحذر الشركات", "warns"],
		["they called for talks", "calls_for"],
		["wheat prices", undefined],
	])("%s: %s", (text, act) => {
		expect(reader.read(text).filters.act).toBe(act);
	});

	it("takes the days of a question from its first to its last date", () => {
		const { filters, readings } = reader.read("trade between 2019 and 2021");
		expect(filters).toMatchObject({ from: "2019-01-01", to: "2021-12-31" });
		expect(readings).toEqual([{ code: "range", params: { from: "2019-01-01", to: "2021-12-31" } }]);
	});

	it("has no days where the question has none", () => {
		expect(reader.read("trade").filters).toEqual({
			by: undefined,
			outlet: undefined,
			from: undefined,
			to: undefined,
			act: undefined,
		});
	});
});

describe("what kind of answer is wanted", () => {
	it.each([
		["Who met him?", "who"],
		["من نزع السلاح؟", "who"],
		["When did it start?", "when"],
		["In what year did it start?", "when"],
		["متى بدأ؟", "when"],
		["Where is it?", "where"],
		["أين يقع؟", "where"],
		["How many ships were there?", "how_many"],
		["كم سفينة كانت هناك؟", "how_many"],
		["Why did he leave?", "why"],
		["لماذا غادر؟", "why"],
		["Did he leave?", "yes_no"],
		["هل غادر؟", "yes_no"],
		["What did he say?", "what"],
		["ما اسم الشركة؟", "what"],
		["وفقا لرويترز ماذا حدث؟", "what"],
		["wheat exports", "topic"],
		["صادرات القمح", "topic"],
		["سفن من الصين", "topic"],
	])("%s: %s", (text, type) => {
		expect(reader.read(text).type).toBe(type);
	});
});

describe("what a question is about", () => {
	it.each([
		["شباط 2023", "شباط"],
		["2023", ""],
		["What did he say in 2023?", "What did he in ?"],
		["wheat", "wheat"],
	])("%s: %s", (text, topic) => {
		expect(reader.read(text).topicText).toBe(topic);
	});

	it("reads any text, in its own language unless told otherwise", () => {
		expect(reader.read("القمح").language).toBe("ar");
		expect(reader.read("القمح", "en").language).toBe("en");
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
				expect(reader.read(text).topicText.length).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	it("reads a very long text", () => {
		expect(reader.read("قالت منصور ".repeat(5_000)).filters.by).toBe("ليلى منصور");
	});
});

describe("passages preferred by their days", () => {
	const dated: Article = {
		...article("a", ["حدث", "قول", "سواهما"]),
		published: { value: "2023-02-22", precision: "day", basis: "given" },
	};
	const source = { line: 1, start: 0, end: 3 };
	dated.events.push({
		id: "e1",
		passage: "a-p1",
		quote: "حدث",
		source,
		date: { value: "2023-02-21", precision: "day", basis: "printed", expression: "21 فبراير 2023" },
	});
	const [first, , last] = dated.passages.map((passage) => ({ article: dated, passage }));

	it("puts a dated event before an article of those days, and neither elsewhere", () => {
		const prefer = preferDays({ from: "2023-02-01", to: "2023-02-28" });
		expect(first && prefer(first)).toBe(1);
		expect(last && prefer(last)).toBe(0.5);
		const elsewhere = preferDays({ from: "2022-01-01", to: "2022-12-31" });
		expect(first && elsewhere(first)).toBe(0);
	});

	it("makes little of an event that fills a longer time", () => {
		const year: Article = {
			...dated,
			events: dated.events.map((event) => ({ ...event, date: { ...event.date, value: "2023" } })),
		};
		const [passage] = year.passages.map((one) => ({
			article: { ...year, published: { ...year.published, value: null } },
			passage: one,
		}));
		const prefer = preferDays({ from: "2023-02-01", to: "2023-02-28" });
		expect(passage && prefer(passage)).toBeCloseTo(28 / 365);
	});
});
