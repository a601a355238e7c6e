import { describe, expect, it } from "vitest";
import { loadReader } from "../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";

const data = await shippedSearchData();
const reader = (await loadReader(indexDataFolder, data, () => Date.UTC(2024, 4, 16)))(() => ({
	speakers: [["Tova Lindqvist", "توفا ليندكفيست"], ["Karim Sabbagh", "كريم صباغ"], ["النقابة"]],
	outlets: [["Delta Post", "دلتا بوست"]],
	days: ["2022-05-03", "2023-05", "2023-11-09"],
}));

describe("whoever is asked to have said something", () => {
	it.each([
		["what did the harbour master say about ferries?", ["harbour", "master"]],
		["ماذا قال رئيس الميناء عن العبارات؟", ["رييس", "الميناء"]],
		["what did the secretary of state deny?", ["secretary", "state"]],
		["what did a port official say about ferries?", ["port", "official"]],
		["ماذا نفت البلدية؟", ["البلديه"]],
		["ماذا قال كريم صباغ لليندكفيست؟", ["كريم", "صباغ"]],
		["who denied the strike?", []],
		["من نفى الإضراب؟", []],
		["what do the pilot and the harbour master say about ferries?", []],
		["شو بتقول البلدية وشو بتقول النقابة عن العبارات؟", []],
		["ferries and wages", []],
	])("%s: %j", async (text, sayer) => {
		expect((await reader.read(text)).sayer).toEqual(sayer);
	});

	it.each([
		["شكال صباغ عن العبارات", "Karim Sabbagh"],
		["وش قالت ليندكفيست؟", "Tova Lindqvist"],
		["what did the US deny?", "US"],
		["did they tell us the truth?", undefined],
		["what did the company accuse Sabbagh of?", undefined],
	])("%s: %s", async (text, by) => {
		expect((await reader.read(text)).filters.by).toBe(by);
	});
});

describe("what a question is about", () => {
	it.each([
		["any news about the ferry strike?", "any about the ferry strike?"],
		["شو صار بإضراب العبارات", "بإضراب العبارات"],
		["what did the report say about ferries?", "what did the report about ferries?"],
		["what was reported about ferries?", "what was about ferries?"],
		["is there anyhting on ferries?", "is there on ferries?"],
	])("%s: %s", async (text, topic) => {
		expect((await reader.read(text)).topicText).toBe(topic);
	});

	it("keeps a light word for the search where a listed term holds it", async () => {
		const { topicText, searched } = await reader.read("were the sailors let go?");
		expect(topicText).not.toContain("let");
		expect(searched).toEqual({ text: "were the sailors let go?", light: ["let", "go"] });
		expect((await reader.read("let the ferries sail")).searched).toBeUndefined();
	});

	it.each([
		["their position on the accusations", undefined],
		["موقفهم من الاتهامات", undefined],
		["they accuse the shipyard", "accuses"],
	])("%s: a way of saying (%s) is none behind a preposition", async (text, act) => {
		expect((await reader.read(text)).filters.act).toBe(act);
	});
});

describe("what kind of answer is wanted", () => {
	it.each([
		["ومنو رد على النقابة؟", "who"],
		["وكم عبارة غرقت؟", "how_many"],
		["what is the price of a ticket?", "how_many"],
		["ما سعر التذكرة؟", "how_many"],
		["what will a ticket cost?", "how_many"],
		["what did they say about the price?", "what"],
	])("%s: %s", async (text, type) => {
		expect((await reader.read(text)).type).toBe(type);
	});

	it.each([
		["when is the next sailing?", true],
		["متى الرحلة المقبلة؟", true],
		["هل ستبحر العبارات؟", true],
		["when did the ferry sail?", false],
		["متى أبحرت العبارة؟", false],
	])("%s lies ahead: %s", async (text, future) => {
		expect((await reader.read(text)).future).toBe(future);
	});
});

describe("a date without a year", () => {
	it.each([
		["what happened in May?", "2023-05-01", "2023-05-31"],
		["ماذا حدث في أيار؟", "2023-05-01", "2023-05-31"],
		["what happened on 3 May?", "2023-05-03", "2023-05-03"],
		["what happened on Thursday?", "2023-11-09", "2023-11-09"],
		["ماذا حدث يوم الخميس؟", "2023-11-09", "2023-11-09"],
		["what happened in August?", undefined, undefined],
		["what happened on Monday?", undefined, undefined],
	])("is the last one that the articles tell of: %s %s", async (text, from, to) => {
		const { filters } = await reader.read(text);
		expect([filters.from, filters.to]).toEqual([from, to]);
	});
});
