import { describe, expect, it } from "vitest";
import { loadFollowUpWords } from "../../../../src/app/load/follow-up-words.ts";
import { loadReader } from "../../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Request } from "../../../../src/domain/answer.ts";
import { FollowUps } from "../../../../src/question/going-on/follow-ups.ts";

const data = await shippedSearchData();
const reader = (await loadReader(indexDataFolder, data, () => Date.UTC(2024, 4, 16)))(() => ({
	speakers: [
		["Tova Lindqvist", "توفا ليندكفيست"],
		["Karim Sabbagh", "كريم صباغ"],
	],
	outlets: [["Delta Post", "دلتا بوست"]],
}));
const followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));

async function joined(before: Partial<Request>, typed: string) {
	const last = { command: "ask" as const, text: "", ...before };
	return followUps.join(
		{ command: "ask", text: typed },
		await reader.read(typed),
		last,
		await reader.read(last.text),
	);
}

describe("a question that asks by a word of its own", () => {
	it.each([
		["what did Lindqvist say about the ferry strike?", "why?", "why Lindqvist ferry strike"],
		["ماذا قال ليندكفيست عن إضراب العبارات؟", "وين؟", "وين ليندكفيست إضراب العبارات"],
		[
			"why did the fares rise in Tarsia?",
			"and how many pilots resigned?",
			"how many pilots resigned Tarsia",
		],
		["how many people are missing?", "and the injured?", "How many people are injured?"],
		["كم قتيل بسيول وادي الزهر؟", "والجرحى؟", "كم الجرحى بسيول وادي الزهر؟"],
	])("is asked about what the last one was about: %s — %s", async (text, typed, expected) => {
		const { text: asked = "" } = (await joined({ text }, typed)) ?? {};
		expect(asked.toLowerCase()).toBe(expected.toLowerCase());
	});

	it("has the thing that was asked about for its pronoun", async () => {
		const request = await joined(
			{ text: "when does the ferry terminal close?", command: "timeline" },
			"and when will it be repaired?",
		);
		expect(request).toMatchObject({
			command: "ask",
			text: "when will the ferry terminal be repaired",
		});
	});
});

describe("somebody who is named behind a question of nobody's words", () => {
	it("is asked what he says about it", async () => {
		expect(
			await joined({ text: "when did the ferry strike begin?" }, "what about Lindqvist?"),
		).toMatchObject({ by: "Tova Lindqvist", command: "claims", text: "ferry strike begin" });
		expect(
			await joined({ text: "what happened in the ferry strike?" }, "and the governor?"),
		).toMatchObject({ text: "what did the governor say about ferry strike?" });
		expect(await joined({ text: "ماذا حدث في إضراب العبارات؟" }, "والمحافظ؟")).toMatchObject({
			text: "ماذا قال المحافظ عن إضراب العبارات؟",
		});
	});

	it("is asked for the act of which it was asked who did it", async () => {
		expect(await joined({ text: "who denied the ferry strike?" }, "and Lindqvist?")).toMatchObject({
			by: "Tova Lindqvist",
			stance: "denies",
		});
	});

	it("takes the place of whom the answer was narrowed to", async () => {
		const request = await joined(
			{ text: "ferry strike", by: "Karim Sabbagh", command: "claims" },
			"and the State Department?",
		);
		expect(request?.by).toBeUndefined();
		expect(request?.text).toBe("what did the State Department say about ferry strike?");
	});
});

describe("an outlet", () => {
	it.each([
		["what is known of the ferry strike?", "only about Delta Post"],
		["شو في عن إضراب العبارات؟", "بس عن دلتا بوست"],
	])("narrows behind a word for only: %s — %s", async (text, typed) => {
		expect(await joined({ text }, typed)).toMatchObject({ outlet: "Delta Post", text });
	});
});

describe("a country in the place of another", () => {
	it("leaves the article behind that it has not", async () => {
		expect(
			await joined({ text: "what did the US say about ferries?" }, "and China?"),
		).toMatchObject({ text: "what did China say about ferries?" });
	});
});
