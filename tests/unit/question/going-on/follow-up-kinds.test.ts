import { describe, expect, it } from "vitest";
import { loadFollowUpWords } from "../../../../src/app/load/follow-up-words.ts";
import { loadReader } from "../../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Request } from "../../../../src/domain/answer.ts";
import { FollowUps } from "../../../../src/question/going-on/follow-ups.ts";

const data = await shippedSearchData();
const now = () => Date.UTC(2024, 4, 16);
const reader = (await loadReader(indexDataFolder, data, now))(() => ({
	speakers: [
		["Tova Lindqvist", "توفا ليندكفيست"],
		["Karim Sabbagh", "كريم صباغ"],
	],
	outlets: [["Delta Post", "دلتا بوست"]],
}));
const followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));

/** What is asked for by `text` behind `before`; `told` speaks first in its answer. */
async function joined(before: string | Partial<Request>, text: string, told?: string) {
	const last = { command: "ask" as const, text: "ferry strike" };
	const asked = { ...last, ...(typeof before === "string" ? { text: before } : before) };
	const typed = followUps.corrected(text);
	const reading = await reader.read(typed);
	const old = await reader.read(asked.text);
	return followUps.join(
		{ command: "ask", text: typed },
		reading,
		asked,
		old,
		told ? { speaker: told, quote: "" } : undefined,
	);
}
const english = "what did Lindqvist say about the ferry strike?";
const arabic = "ماذا قال ليندكفيست عن إضراب العبارات؟";

describe("who is meant instead", () => {
	it.each([
		[english, "not Lindqvist, Sabbagh", "what did Sabbagh say about the ferry strike?"],
		[arabic, "ليس ليندكفيست، صباغ", "ماذا قال صباغ عن إضراب العبارات؟"],
		[arabic, "لا أقصد ليندكفيست، صباغ", "ماذا قال صباغ عن إضراب العبارات؟"],
		[arabic, "لا، أقصد صباغ", "ماذا قال صباغ عن إضراب العبارات؟"],
		[english, "no, I meant Sabbagh", "what did Sabbagh say about the ferry strike?"],
		[arabic, "وصباغ شو قال", "ماذا قال صباغ عن إضراب العبارات؟"],
		[english, "and the embassy?", "what did the embassy say about the ferry strike?"],
		[arabic, "والسفارة؟", "ماذا قالت السفارة عن إضراب العبارات؟"],
	])("%s — %s", async (before, text, expected) => {
		expect(await joined(before, text)).toMatchObject({ command: "ask", text: expected });
	});

	it("is left as typed where a word of correcting corrects nothing", () => {
		expect(followUps.corrected("not one ship sailed")).toBe("not one ship sailed");
		expect(followUps.corrected("no embassy, no consulate")).toBe("no embassy, no consulate");
	});
});

describe("what is asked about instead", () => {
	it.each([
		[english, "and about wages?", "what did Lindqvist say about the wages?"],
		[arabic, "وعن الأجور؟", "ماذا قال ليندكفيست عن الأجور؟"],
		["how many ferries were repaired?", "how many buses?", "how many buses were repaired?"],
		["كم عبارة أصلحت؟", "كم حافلة؟", "كم حافلة أصلحت؟"],
	])("%s — %s", async (before, text, expected) => {
		expect(await joined(before, text)).toMatchObject({ command: "ask", text: expected });
	});
});

describe("somebody who is not named", () => {
	it.each([
		["what did she say?", true],
		["ماذا قالت؟", true],
		["what did Sabbagh say?", false],
		["who said it?", false],
		["ماذا قال صباغ؟", false],
	])("%s points back: %s", async (text, expected) => {
		expect(followUps.pointsBack(text, await reader.read(text))).toBe(expected);
	});

	it.each([
		["ferry strike", "what did she say?", "ferry strike"],
		["إضراب العبارات", "ماذا قالت؟", "إضراب العبارات"],
		["who announced the strike?", "what did she say about wages?", "what did she say about wages?"],
		["من أعلن الإضراب؟", "وماذا قالت عن الأجور؟", "ماذا قالت عن الأجور؟"],
	])("is who speaks in the answer: %s — %s", async (before, text, expected) => {
		const request = await joined(before, text, "Tova Lindqvist");
		expect(request).toMatchObject({ text: expected, by: "Tova Lindqvist" });
	});

	it.each([
		["did Sabbagh meet the union?", "what did he say?"],
		["هل التقى صباغ النقابة؟", "ماذا قال؟"],
	])("is whom the question names, before who speaks: %s — %s", async (before, text) => {
		const request = await joined(before, text, "Tova Lindqvist");
		expect(request).toMatchObject({ text: before, by: "Karim Sabbagh" });
	});
});

describe("what is answered to a statement", () => {
	it.each([
		["who accuses the shipyard of fraud?", "who replied?", "shipyard of fraud"],
		["من اتهم الحوض بالاحتيال؟", "ومن رد؟", "الحوض بالاحتيال"],
		[english, "who denied it?", "ferry strike"],
		[arabic, "من نفى ذلك؟", "إضراب العبارات"],
	])("asks for whoever denies it: %s — %s", async (before, text, expected) => {
		const request = await joined(before, text);
		expect(request).toMatchObject({ command: "claims", stance: "denies", text: expected });
		expect(request?.by).toBeUndefined();
	});

	it("is a denial by whoever is accused, where the question says “they”", async () => {
		expect(await joined("who accuses the shipyard of fraud?", "did they deny it?")).toMatchObject({
			...{ command: "claims", stance: "denies", by: "shipyard" },
		});
	});

	it.each([
		["ferry strike", "did she deny it?"],
		["إضراب العبارات", "هل نفت هي ذلك؟"],
	])("is a denial by who speaks, where nobody is accused: %s — %s", async (before, text) => {
		expect(await joined(before, text, "Tova Lindqvist")).toMatchObject({
			...{ command: "claims", stance: "denies", by: "Tova Lindqvist", text: before },
		});
	});
});

describe("what an answer is narrowed to", () => {
	it.each(["only Delta Post", "فقط دلتا بوست"])("%s: one outlet", async (text) => {
		const request = await joined("ferry strike", text);
		expect(request).toMatchObject({ text: "ferry strike", outlet: "Delta Post" });
		expect(request?.by).toBeUndefined();
	});

	const narrowed = {
		...{ by: "Tova Lindqvist", outlet: "Delta Post", from: "2023-01-01", to: "2023-12-31" },
		stance: "denies" as const,
	};
	it.each([
		["any outlet", ["outlet"]],
		["أي صحيفة", ["outlet"]],
		["any date", ["from", "to"]],
		["أي تاريخ", ["from", "to"]],
		["any speaker", ["by"]],
		["without Lindqvist", ["by"]],
		["بدون حدود", Object.keys(narrowed)],
	])("%s: all but %s", async (text, gone) => {
		const kept = Object.entries(narrowed).filter(([key]) => !gone.includes(key));
		expect(await joined(narrowed, text)).toEqual({
			...{ command: "ask", text: "ferry strike", offset: 0 },
			...Object.fromEntries(kept),
		});
	});

	it("goes on in a new question only where that goes on", async () => {
		expect(await joined(english, "Which harbour was closed in the storm?")).toBeNull();
		expect(await joined(arabic, "كم بلغت خسائر ميناء الشمال في العاصفة؟")).toBeNull();
	});
});
