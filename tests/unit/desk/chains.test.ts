import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Request } from "../../../src/domain/answer.ts";
import type { Asker, Desk, Reply } from "../../../src/domain/chat.ts";
import { closeDesks, deskOf, shippedDesk } from "../../desk.ts";
import { article, claim } from "../answers/doubles.ts";
import { realAnswerer } from "../answers/real-answerer.ts";

let desk: Desk;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterAll(closeDesks);

let threads = 0;
const somewhere = (): Asker => ({
	place: { platform: "slack", space: "T1", channel: "C2", thread: `chain${threads++}` },
	person: "U1",
	admin: false,
});

/** What the last of these turns asks for, and what comes back. */
async function said(turns: readonly string[], asked = desk) {
	const asker = somewhere();
	let reply: Reply | undefined;
	for (const text of turns) reply = await asked.reply({ kind: "message", text }, asker);
	const view = reply?.kind === "answer" ? reply.view : "";
	const request: Request | null = await asked.request(view, asker);
	const answer: Answer | undefined = reply?.kind === "answer" ? reply.answer : undefined;
	return { reply, request, answer };
}

type Chain = [turns: string[], expected: Partial<Request>];
const chains = (all: Chain[]) =>
	all.map(([turns, expected]) => [turns.join(" / "), turns, expected] as const);

describe("somebody else who speaks", () => {
	it.each(
		chains([
			[
				["what does Putin say about trade?", "and the Kremlin?"],
				{ text: "what does the Kremlin say about trade?" },
			],
			[
				["what does Putin say about trade?", "ok and Xi"],
				{ text: "what does Xi say about trade?" },
			],
			[
				["ماذا قالت يلين عن الشركات الصينية؟", "طب وبلينكن؟"],
				{ text: "ماذا قالت بلينكن عن الشركات الصينية؟" },
			],
			[["شو قال بوتين عن التجارة؟", "والكرملين شو قال؟"], { text: "شو قال الكرملين عن التجارة؟" }],
			[
				["what happened at the video summit?", "and the State Department?"],
				{ text: "what did the State Department say about video summit?" },
			],
			[["ماذا قال الوزير عن العقوبات؟", "والوزارة؟"], { text: "ماذا قالت الوزارة عن العقوبات؟" }],
		]),
	)("%s", async (_, turns, expected) => {
		expect((await said(turns)).request).toMatchObject(expected);
	});
});

describe("something else that is spoken of", () => {
	it.each(
		chains([
			[
				["what does Putin say about trade?", "what about sanctions?"],
				{ text: "what does Putin say about sanctions?" },
			],
			[
				["ماذا قال بوتين عن التجارة؟", "وماذا عن العقوبات؟"],
				{ text: "ماذا قال بوتين عن العقوبات؟" },
			],
			[
				["what is the latest on the sanctions?", "what about drones?"],
				{ text: "what is the latest on the sanctions, drones?" },
			],
		]),
	)("%s", async (_, turns, expected) => {
		expect((await said(turns)).request).toMatchObject(expected);
	});
});

describe("what is left out, and the language of the articles", () => {
	it.each(
		chains([
			[
				["what is known of the drones?", "leave out Politico"],
				{ text: "what is known of the drones?", without: "Politico" },
			],
			[
				["what is known of the drones?", "leave out Politico", "and not Reuters"],
				{ without: "Politico, Reuters" },
			],
			[
				["what is known of the drones?", "not Politico", "not Reuters", "without Politico"],
				{ without: "Politico, Reuters" },
			],
			[
				["what is known of the drones?", "everything except Politico", "without exclusions"],
				{ text: "what is known of the drones?" },
			],
			[["شو في عن المسيرات؟", "من غير بوليتيكو"], { text: "شو في عن المسيرات؟" }],
			[
				["what did Reuters report about machine tools?", "skip Reuters"],
				{ text: "machine tools", without: "Reuters" },
			],
			[["who accuses China?", "just the Arabic articles"], { written: "ar" }],
			[["من اتهم الصين؟", "الإنجليزية بس"], { written: "en" }],
			[["من اتهم الصين؟", "الإنجليزية بس", "بكل اللغات"], { text: "من اتهم الصين؟" }],
		]),
	)("%s", async (_, turns, expected) => {
		const { request } = await said(turns);
		expect(request).toMatchObject(expected);
		if (!expected.written) expect(request?.written).toBeUndefined();
	});

	it("is in no item that is shown", async () => {
		const { answer } = await said(["what is known of the drones?", "leave out Politico"]);
		expect(answer?.items.length).toBeGreaterThan(0);
		for (const item of answer?.items ?? [])
			expect("claim" in item ? item.claim?.speaker.label?.en : "").not.toMatch(/Politico/);
	});
});

describe("when, of what was said", () => {
	it.each([
		[["what does Yellen say?", "when?"], "Janet Yellen called for it, April 2024."],
		[
			["what does Yellen say?", "and when did she say that?"],
			"Janet Yellen called for it, April 2024.",
		],
		[
			["what does Peskov say?", "when did he say so?"],
			/^Dmitry Peskov .* The day is not told; the article is of/,
		],
		[["شو قالت يلين؟", "وإمتى قالت هالحكي؟"], /أبريل 2024/],
		[["ماذا قال بيسكوف؟", "ومتى؟"], /لم يُذكر يوم القول؛ المقال مؤرخ في/],
	])("%j", async (turns, expected) => {
		const { answer } = await said(turns);
		expect(answer?.verdict?.text).toMatch(expected);
		expect(answer?.items).toHaveLength(1);
	});

	it("is the days of the topic where nobody said anything", async () => {
		const { request } = await said(["trade between Russia and China", "when was that?"]);
		expect(request).toMatchObject({ command: "timeline" });
	});
});

describe("why, where and how many", () => {
	it("ask what was asked about, and are no topic of the next question", async () => {
		const turns = ["what does Putin say about trade?", "why?", "and Xi?"];
		expect((await said(turns.slice(0, 2))).request?.text).toMatch(/^why/);
		expect((await said(turns)).request).toMatchObject({ text: "what does Xi say about trade?" });
	});

	it.each([
		[["شو قال بوتين عن التجارة؟", "وليش؟"], /^ليش/],
		[["شو قال بوتين عن التجارة؟", "وين؟"], /^وين/],
		[["who met Lavrov in Moscow?", "why?", "where?"], /^where.*Lavrov/],
	])("%j", async (turns, expected) => {
		expect((await said(turns)).request?.text).toMatch(expected);
	});
});

const restDenied = "The harbour company denied that anybody works longer than eight hours.";

/** A denial beside the statement, in other words, and one elsewhere in the same words of another matter. */
function twoDenials() {
	const complaint = "Tova Lindqvist said that the crews rest too little.";
	const wages = "The harbour company denied that the crews are paid late.";
	const rest = article("rest", [complaint, restDenied]);
	claim(rest, 1, complaint, { speaker: { name: "Tova Lindqvist", kind: "person" } });
	const company = { name: "harbour company", kind: "organisation" } as const;
	claim(rest, 2, restDenied, { speaker: company, act: "denies" });
	const paid = article("paid", [wages]);
	claim(paid, 1, wages, { speaker: company, act: "denies" });
	return [rest, paid];
}

describe("an act by itself", () => {
	it("is asked of the article that was answered from where its words are others", async () => {
		const own = await deskOf([], { answerer: await realAnswerer(twoDenials()) });
		const turns = ["what did Lindqvist say about the crews?", "who denied it?"];
		const { request, answer } = await said(turns, own);
		expect(request).toMatchObject({ stance: "denies", within: "rest" });
		expect(answer?.answered).toBe(true);
		const [first, ...others] = answer?.items ?? [];
		expect(first).toMatchObject({ quote: restDenied, claim: { act: "denies" } });
		expect(others).toEqual([]);
	});

	it("is dropped for somebody who did no such thing", async () => {
		const turns = ["what did Blinken say about China?", "who denied it?", "and Yellen?"];
		const { request, answer } = await said(turns);
		expect(request?.stance).toBeUndefined();
		expect(answer?.answered).toBe(true);
	});

	it("is kept for somebody who did", async () => {
		const turns = ["who denied the weapons for Russia?", "and China?"];
		const { answer } = await said(turns);
		expect(answer?.items[0]).toMatchObject({ claim: { act: "denies" } });
	});
});

describe("a question in the other language", () => {
	it.each(
		chains([
			[
				["who says China sends weapons to Russia?", "ماذا قالت جانيت يلين؟"],
				{ text: "ماذا قالت جانيت يلين؟" },
			],
			[["شو قال بوتين عن التجارة؟", "what did Yellen say?"], { text: "what did Yellen say?" }],
		]),
	)("is asked as it stands: %s", async (_, turns, expected) => {
		const { request, answer } = await said(turns);
		expect(request).toMatchObject(expected);
		expect(answer?.answered).toBe(true);
	});
});

describe("what is typed to mend the last question", () => {
	it.each(
		chains([
			[
				["what happened in February 2023?", "I meant March"],
				{ text: "what happened in March 2023?" },
			],
			[
				["what happened in February 2023?", "sorry, I meant 2022"],
				{ text: "what happened in 2022?" },
			],
			[["ماذا حدث في فبراير 2023؟", "قصدي مارس"], { text: "ماذا حدث في مارس 2023؟" }],
			[
				["what did Putin say about trade?", "oh I meant Xi"],
				{ text: "what did Xi say about trade?" },
			],
		]),
	)("%s", async (_, turns, expected) => {
		expect((await said(turns)).request).toMatchObject(expected);
	});
});

describe("what is said of the conversation", () => {
	const putin = "What did Putin say about trade?";

	it("goes back, a question at a time, as far as there is one", async () => {
		const turns = [putin, "and Xi?", "in 2022?"];
		expect((await said([...turns, "go back"])).request?.from).toBeUndefined();
		const first = await said([...turns, "go back", "back"]);
		expect(first.request).toMatchObject({ text: putin });
		const none = await said([putin, "ارجع"]);
		expect(none.reply).toMatchObject({ kind: "notice", notice: { code: "nothing_earlier" } });
	});

	it("tells one item alone, and a shorter answer", async () => {
		const whole = await said([putin]);
		const second = await said([putin, "the second one please"]);
		expect(second.answer?.items).toEqual([whole.answer?.items[1]]);
		expect((await said([putin, "shorter"])).answer?.items).toHaveLength(1);
		expect((await said(["شو قال بوتين عن التجارة؟", "باختصار"])).answer?.items).toHaveLength(1);
	});

	it("counts items from the list, whichever of them was looked at", async () => {
		const { items } = (await said([putin])).answer ?? { items: [] };
		expect(items).toHaveLength(3);
		const last = async (...turns: string[]) => (await said([putin, ...turns])).answer?.items;
		expect(await last("the second one", "the first one")).toEqual([items[0]]);
		expect(await last("the second one", "the third one")).toEqual([items[2]]);
		expect(await last("the second one", "when did he say that?", "the third")).toEqual([items[2]]);
		expect(await last("the first", "why?", "go back", "the second")).toEqual([items[1]]);
	});

	it("asks on as before it looked at one item", async () => {
		const asked = (turn: string) => said([putin, "the second one", turn]);
		expect((await asked("in 2022?")).request).toMatchObject({ text: putin, limit: 3 });
		expect((await asked("anything newer?")).request?.limit).toBe(3);
		expect((await asked("when did he say that?")).answer?.items).toHaveLength(1);
	});

	it("asks for what is newer than anything shown", async () => {
		const { request } = await said(["what did the Kremlin say?", "anything newer?"]);
		expect(request?.from).toBe("2023-02-23");
		expect((await said(["what did the Kremlin say?", "في شي أحدث؟"])).request?.from).toBe(
			"2023-02-23",
		);
	});

	it("is a question where nothing was asked before", async () => {
		expect((await said(["go back"])).reply?.kind).toBeDefined();
		expect((await said(["first"])).request?.limit).not.toBe(1);
	});
});
