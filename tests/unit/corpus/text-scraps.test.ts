import { describe, expect, it } from "vitest";
import { isScrap } from "../../../src/corpus/page/body/choosing/mark-scraps.ts";
import { parseScrapWeights } from "../../../src/corpus/page/body/choosing/scrap-weights.ts";
import { classifyPage } from "../../../src/corpus/page/classify.ts";
import { readData, rules } from "./rules.ts";

const title = "Harbour council approves a new quay";
const body = [
	"The harbour council approved a new quay on Wednesday, although fishermen had asked for more time to study the plan.",
	"Its chairman, Sam Reed, said that the quay would open before the summer and cost a third more than was planned.",
	"The fishermen's union said in a statement that two hundred families would lose their place on the quay.",
];
const arabic = [
	"أقر مجلس الميناء رصيفا جديدا يوم الأربعاء، رغم أن الصيادين طلبوا وقتا أطول لدراسة الخطة.",
	"وقال رئيس المجلس إن الرصيف سيفتتح قبل الصيف وإن كلفته تزيد بالثلث على ما كان مقررا في الخطة.",
	"وقالت نقابة الصيادين في بيان إن مئتي عائلة ستفقد مكانها على الرصيف.",
];
const unweighed = { ...rules, scraps: { ...rules.scraps, least: { among: 1, above: 1 } } };

function textOf(lines: readonly string[], by = rules): string[] {
	const page = classifyPage(lines, by);
	return page.lines.flatMap(({ mark, text }) => (mark === null ? [text] : []));
}

function spread([first = "", ...rest]: readonly string[], line: string): string[] {
	return [first, line, ...rest];
}

describe("a line among a text", () => {
	it.each([
		["who wrote and pictured it", [title, "Words: Lena Orr   Pictures: Tom Hale"], body],
		["when it was changed", [title, "Last updated: 12 minutes ago"], body],
	])("is none of it where it says %s", (_, head, own) => {
		expect(textOf([...head, "", ...own])).toEqual(own);
		expect(textOf([...head, "", ...own], unweighed)).toHaveLength(own.length + 1);
	});

	it.each([
		["an offer between paragraphs", "Boots (Sponsored): you slip, we grip", body],
		["who wrote and pictured it", "نص: سامر حداد  صور: لينا عرنوق", arabic],
	])("is none of it where it is %s", (_, line, own) => {
		const head = own === body ? title : "مجلس الميناء يقر رصيفا جديدا";
		expect(textOf([head, "", ...spread(own, line)])).toEqual(own);
		expect(textOf([head, "", ...spread(own, line)], unweighed)).toContain(line);
	});

	it.each([
		["tells of the same in a sentence", "The quay will be ready by May."],
		["is somebody's words", "“We will lose our place on the quay,” said a fisherman."],
		["heads a part of it", "What the fishermen want"],
	])("is its own where it %s", (_, line) => {
		expect(textOf([title, "", ...spread(body, line)])).toEqual(spread(body, line));
	});

	it("is its own where it is one of a list", () => {
		const list = ["Cod: 12 a kilo", "Hake: 9 a kilo", "Squid: 7", "Crab: 30 a crate"];
		const [first = "", second = "", third = ""] = body;
		expect(textOf([title, "", first, second, "Prices at the quay:", ...list, third])).toEqual(
			expect.arrayContaining(list),
		);
	});

	it("is held to another bound above the text, where standfirsts stand", () => {
		const weights = {
			...rules.scraps,
			text: 0,
			least: { among: 0.4, above: 0.7 },
			weights: { ...rules.scraps.weights, parted: 0.2, above: 0 },
		};
		expect(isScrap({ parted: 1 }, weights)).toBe(true);
		expect(isScrap({ parted: 1, above: 1 }, weights)).toBe(false);
	});

	it("is not told by weights of which one is missing", () => {
		const whole = readData("scrap-weights.json") as { weights: Record<string, number> };
		const { agreement: _, ...weights } = whole.weights;
		expect(() => parseScrapWeights({ ...whole, weights })).toThrow(/damaged at weights/);
	});
});

describe("the lines above a text", () => {
	it("are not weighed as the headline where the page states it", () => {
		const lines = ["Harbour Ledger", title, "3 May 2024", "", ...body];
		expect(classifyPage(lines, rules).candidates).not.toHaveLength(0);
		const stated = classifyPage(lines, rules, { title });
		expect(stated.candidates).toHaveLength(0);
		expect(stated.lines[stated.title?.index ?? 0]?.text).toBe(title);
	});
});
