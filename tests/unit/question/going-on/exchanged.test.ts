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
		["Sabbagh Foundation", "مؤسسة صباغ"],
	],
	outlets: [["Delmar Post", "بريد دلمار"]],
}));
const followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));

async function joined(before: Partial<Request> & { text: string }, text: string) {
	const last: Request = { command: "ask", ...before };
	const [reading, old] = [await reader.read(text), await reader.read(last.text)];
	return followUps.join({ command: "ask", text }, reading, last, old);
}

describe("what a short question names instead", () => {
	it.each([
		["a place", "Who was hurt in Hemsel?", "and in Orrby?", "Who was hurt in Orrby?"],
		["a place", "كم منزلاً احترق في الزهراء؟", "وفي الرملة؟", "كم منزلاً احترق في الرملة؟"],
		[
			"a place called like an outlet",
			"How many fled from the fire in Hemsel?",
			"and in Delmar?",
			"How many fled from the fire in Delmar?",
		],
		[
			"a country",
			"When did Lindqvist leave Norway?",
			"and Saudi Arabia?",
			"When did Lindqvist leave Saudi Arabia?",
		],
		["a country", "متى غادر صباغ تونس؟", "والمغرب؟", "متى غادر صباغ المغرب؟"],
		[
			"a person",
			"When did Lindqvist leave Norway?",
			"and Sabbagh?",
			"When did Sabbagh leave Norway?",
		],
		["a person", "متى غادر ليندكفيست تونس؟", "وصباغ؟", "متى غادر صباغ تونس؟"],
		["a place", "Who was hurt in Hemsel?", "and then in Orrby?", "Who was hurt in Orrby?"],
		["a place", "كم منزلاً احترق في الزهراء؟", "وماذا في الرملة؟", "كم منزلاً احترق في الرملة؟"],
		[
			"what stands behind a preposition",
			"What was decided regarding the strike?",
			"and regarding the census?",
			"What was decided regarding the census?",
		],
		["a thing", "When did the drought end?", "and the census?", "When did the census end?"],
		["a thing", "What is the price of bread?", "and the tax?", "What is the tax of bread?"],
		["a thing", "متى انتهى الجفاف؟", "وماذا عن موسم الحصاد؟", "متى انتهى موسم الحصاد؟"],
	])("stands in the place of %s: %s — %s", async (_, before, text, expected) => {
		const request = await joined({ text: before }, text);
		expect(request?.text.replace(/[?؟]/u, "")).toBe(expected.replace(/[?؟]/u, ""));
		expect(request).not.toHaveProperty("by");
	});

	it("keeps what else is named with it", async () => {
		const request = await joined(
			{ text: "How many houses burned in Hemsel?" },
			"and deaths in Delmar?",
		);
		expect(request?.text).toContain("deaths in Delmar");
	});

	it("is added where either of two may be meant", async () => {
		const request = await joined(
			{ text: "When did the mayor close the bridge?" },
			"and the school?",
		);
		expect(request?.text).toMatch(/bridge, school/);
	});
});

describe("a year by itself", () => {
	it.each(["2022?", "only 2022", "and 2022", "فقط 2022", "٢٠٢٢؟"])(
		"%s narrows the question before it, and is no word of it",
		async (text) => {
			expect(await joined({ command: "timeline", text: "ferry strike" }, text)).toMatchObject({
				...{ command: "timeline", text: "ferry strike", from: "2022-01-01", to: "2022-12-31" },
			});
		},
	);

	it("keeps whoever was asked for", async () => {
		const before = "What did Lindqvist say about the ferry strike?";
		expect(await joined({ text: before }, "2022?")).toMatchObject({
			...{ text: before, from: "2022-01-01", to: "2022-12-31" },
		});
	});

	it("is a number beside anything that it may count", async () => {
		expect((await reader.read("2022 ferries")).days).toBeUndefined();
	});
});
