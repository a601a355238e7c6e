import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Above, Asker, Desk } from "../../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../../desk.ts";

let desk: Desk;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterAll(closeDesks);

let threads = 0;
const somewhere = (): Asker => ({
	place: { platform: "slack", space: "T1", channel: "C1", thread: `t${threads++}` },
	person: "U1",
	admin: false,
});

describe("what a mention under somebody's message is about", () => {
	it.each([
		["who denied this?", true],
		["who denied it?", true],
		["and before 2023?", true],
		["من نفى ذلك؟", true],
		["", true],
		["what did China deny?", false],
		["claims weapons for Russia", false],
		["help", false],
		["thanks!", false],
		["start over", false],
		["x".repeat(20_000), false],
	])("%s", async (text, expected) => {
		expect(await desk.pointsAbove(text, somewhere())).toBe(expected);
	});

	it("is the last question where one was asked there, unless the message was chosen", async () => {
		const asker = somewhere();
		await desk.reply({ kind: "message", text: "claims weapons for Russia" }, asker);
		expect(await desk.pointsAbove("who denied this?", asker)).toBe(false);
		const above: Above = { text: "Customs records show drones", chosen: true };
		const reply = await desk.reply({ kind: "message", text: "who said it?", above }, asker);
		expect(JSON.stringify(reply)).toMatch(/Customs records show drones/);
		const { chosen: _, ...headed } = above;
		const last = await desk.reply(
			{ kind: "message", text: "who denied it?", above: headed },
			asker,
		);
		expect(JSON.stringify(last)).toMatch(/going on from: .*Customs records show drones/);
	});

	it("is an answer's question where the message is an answer", async () => {
		const shown = await desk.reply(
			{ kind: "command", name: "claims", text: "weapons for Russia" },
			somewhere(),
		);
		if (shown.kind !== "answer") throw new Error(shown.kind);
		const above = { view: shown.view };
		const reply = await desk.reply({ kind: "message", text: "only denials", above }, somewhere());
		if (reply.kind !== "answer") throw new Error(reply.kind);
		const request = await desk.request(reply.view, somewhere());
		expect(request).toMatchObject({ text: "weapons for Russia", stance: "denies" });
	});

	it.each(["help", "مساعدة", "hello", "شكرا", "how do I ask you?", "/settings language ar", "x"])(
		"is none where it asks nothing of the articles: %s",
		async (text) => {
			for (const typed of ["who denied this?", "من نفى ذلك؟"]) {
				const reply = await desk.reply(
					{ kind: "message", text: typed, above: { text } },
					somewhere(),
				);
				expect(reply).toMatchObject({ notice: { code: "above_nothing" } });
			}
		},
	);

	it("is gone on from where it is a question that was put to the bot", async () => {
		const asker = somewhere();
		await desk.reply(
			{ kind: "message", text: "who denied this?", above: { text: "claims weapons" } },
			asker,
		);
		const reply = await desk.reply({ kind: "message", text: "and before 2023?" }, asker);
		expect(reply).toMatchObject({
			answer: { notes: expect.arrayContaining([expect.stringContaining("weapons")]) },
		});
	});

	it("is no answer of small talk, in whatever command it was said", async () => {
		const asker = somewhere();
		await desk.reply({ kind: "command", name: "ask", text: "hello" }, asker);
		expect(await desk.goesOn("who denied this?", asker)).toBe(false);
	});

	it("is told to be out of reach where it cannot be read", async () => {
		const reply = await desk.reply(
			{ kind: "message", text: "who denied this?", above: null },
			somewhere(),
		);
		expect(reply).toMatchObject({ notice: { code: "above_unread" } });
	});
});

describe("what goes on in a thread without a mention", () => {
	it.each([
		["and before 2023?", true],
		["only denials", true],
		["more", true],
		["/claims china drones", true],
		["what did Putin say?", true],
		["وقبل 2023؟", true],
		["thanks!", false],
		["شكرا", false],
		["help", false],
		["", false],
		["I will send the draft to the desk after the meeting with legal", false],
	])("%s", async (text, expected) => {
		const asker = somewhere();
		expect(await desk.goesOn(text, asker)).toBe(false);
		await desk.reply({ kind: "message", text: "claims weapons for Russia" }, asker);
		expect(await desk.goesOn(text, asker)).toBe(expected);
	});
});
