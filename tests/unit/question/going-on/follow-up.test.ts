import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFollowUpWords } from "../../../../src/app/load/follow-up-words.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Request } from "../../../../src/domain/answer.ts";
import { FollowUps } from "../../../../src/question/going-on/follow-ups.ts";
import { closeDesks, shippedApp } from "../../../desk.ts";

const last: Request = { command: "ask", text: "drones for Russia", limit: 5, offset: 5 };

describe("a question that goes on from the last one", () => {
	let followUps: FollowUps;
	beforeAll(async () => {
		followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));
	});
	afterAll(closeDesks);

	const join = async (text: string, from: Request = last, more: Partial<Request> = {}) => {
		const { answerer } = await shippedApp();
		return followUps.join({ command: "ask", text, ...more }, await answerer.read(text), from);
	};

	it.each<[string, Partial<Request>]>([
		["and before 2023?", { to: "2022-12-31" }],
		["before May 2024", { to: "2024-04-30" }],
		["and since 2023?", { from: "2023-01-01" }],
		["after 2023-02-22", { from: "2023-02-23" }],
		["and in 2023?", { from: "2023-01-01", to: "2023-12-31" }],
		["until 2023", { to: "2023-12-31" }],
		["who denied it?", { command: "claims", stance: "denies" }],
		["and who confirmed that?", { command: "claims", stance: "confirms" }],
		["who said that?", { command: "claims" }],
		["when was that?", { command: "timeline" }],
		["in Arabic", { language: "ar" }],
		["and in arabic please", { language: "ar" }],
		["وقبل 2023؟", { to: "2022-12-31" }],
		["قبل عام 2023", { to: "2022-12-31" }],
		["ومنذ 2023؟", { from: "2023-01-01" }],
		["من نفى ذلك؟", { command: "claims", stance: "denies" }],
		["ومن نفاها قبل 2023؟", { command: "claims", stance: "denies", to: "2022-12-31" }],
		["ومن قال ذلك منذ 2023؟", { command: "claims", from: "2023-01-01" }],
		["who denied that before May 2024?", { command: "claims", stance: "denies", to: "2024-04-30" }],
		["ومن نفاه؟", { command: "claims", stance: "denies" }],
		["ومن أكدها؟", { command: "claims", stance: "confirms" }],
		["بالعربية", { language: "ar" }],
		["متى حدث ذلك؟", { command: "timeline" }],
	])("%s", async (text, expected) => {
		expect(await join(text)).toEqual({ ...last, offset: 0, ...expected });
	});

	it.each([
		["what about Yellen?", /Yellen|يلين/],
		["وماذا عن يلين؟", /Yellen|يلين/],
	])("%s asks for that speaker", async (text, name) => {
		const joined = await join(text);
		expect(joined?.text).toBe(last.text);
		expect(joined?.by).toMatch(name);
	});

	it.each([
		["and satellites?", "drones for Russia satellites"],
		["what about machine tools?", "drones for Russia machine tools"],
		["وماذا عن الرقائق؟", "drones for Russia الرقائق"],
	])("%s adds to the topic", async (text, expected) => {
		expect((await join(text))?.text).toBe(expected);
	});

	it.each([
		"What did the Kremlin blame Washington for?",
		"Did China send satellites to Iran in 2023?",
		"ماذا قال الكرملين عن واشنطن؟",
		"Which companies were sanctioned by the Treasury?",
	])("%s is a question of its own", async (text) => {
		expect(await join(text)).toBeNull();
	});

	it("keeps what the last question was narrowed to, and lets the new one win", async () => {
		const narrowed: Request = { ...last, outlet: "Reuters", from: "2020", stance: "accuses" };
		expect(await join("and before 2023?", narrowed)).toMatchObject({
			outlet: "Reuters",
			from: "2020",
			to: "2022-12-31",
			stance: "accuses",
		});
		expect(await join("who denied it?", { ...narrowed, by: "China" })).not.toHaveProperty("by");
		expect(await join("", narrowed, { outlet: "BBC" })).toMatchObject({
			outlet: "BBC",
			from: "2020",
		});
	});

	it("drops a first day that lies behind the new last one", async () => {
		const joined = await join("and before 2023?", { ...last, from: "2024" });
		expect(joined).toMatchObject({ to: "2022-12-31" });
		expect(joined).not.toHaveProperty("from", "2024");
	});
});

describe("a question that names another", () => {
	let followUps: FollowUps;
	beforeAll(async () => {
		followUps = new FollowUps(await loadFollowUpWords(indexDataFolder));
	});
	afterAll(closeDesks);

	it.each([
		["what did Blinken say?", "and Yellen?", "what did Yellen say?"],
		["what did Blinken say about China?", "what about Putin?", "what did Putin say about China?"],
		["what did Yellen say?", "and Macron?", "what did Macron say?"],
		["ماذا قال بلينكن؟", "وماذا عن يلين؟", "ماذا قال يلين؟"],
		["ماذا قال بوتين عن الصين؟", "ويلين؟", "ماذا قال يلين عن الصين؟"],
		["how much was the trade in 2022?", "and in 2023?", "how much was the trade in 2023?"],
		["كم بلغت التجارة عام 2022؟", "وفي 2023؟", "كم بلغت التجارة 2023؟"],
		["what did China deny?", "and Russia?", "what did Russia deny?"],
	])("%s — %s", async (before, text, expected) => {
		const { answerer } = await shippedApp();
		const [from, reading] = [await answerer.read(before), await answerer.read(text)];
		const old: Request = { command: "ask", text: before };
		const joined = followUps.join({ command: "ask", text }, reading, old, from);
		expect(joined).toMatchObject({ command: "ask", text: expected });
		expect(joined?.by).toBeUndefined();
		expect(joined?.from).toBeUndefined();
	});

	it("takes back what the question was narrowed to", async () => {
		const { answerer } = await shippedApp();
		const narrowed: Request = { ...last, outlet: "Reuters", from: "2023" };
		const join = async (text: string) =>
			followUps.join({ command: "ask", text }, await answerer.read(text), narrowed);
		expect(await join("without Reuters")).toEqual({ ...last, from: "2023", offset: 0 });
		expect(await join("without limits")).toEqual({ ...last, offset: 0 });
	});

	it.each(["start over", "ok, start again please", "ابدأ من جديد"])("%s begins anew", (text) => {
		expect(followUps.isReset(text)).toBe(true);
	});

	it.each(["start over sanctions", "did talks start again in 2023?"])("%s does not", (text) => {
		expect(followUps.isReset(text)).toBe(false);
	});
});
