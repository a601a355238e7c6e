import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/domain/answer.ts";
import type { Desk } from "../../src/domain/chat.ts";
import { memoryStore } from "../../src/storage/memory/store.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { openSlack, type SlackSession, shortSleep } from "../servers/slack/stage.ts";
import { ids } from "../servers/slack/world.ts";
import { answers, citationsIn, done, settled, until } from "./adapter/shown.ts";

let desk: Desk;
let session: SlackSession | undefined;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	const broken = session?.violations() ?? [];
	await session?.close();
	session = undefined;
	expect(broken).toEqual([]);
});
afterAll(closeDesks);

const open = async (over: Desk = desk) => {
	session = await openSlack("socket", over, { sleep: shortSleep });
	return session;
};

describe("answers for the asker alone", () => {
	it.each(["rate_limited", "server_error"] as const)("come in spite of %s", async (fault) => {
		const on = await open();
		on.server.faults.plan(fault, 1, "response_url");
		await on.command("claims", "china drones");
		await answers(on, 1);
		expect(await settled(on)).toHaveLength(1);
	});

	it("are not sent again where the reply was lost", async () => {
		const on = await open();
		on.server.faults.plan("lost_reply", 1, "response_url");
		await on.command("claims", "china drones");
		await answers(on, 1);
		expect(await settled(on)).toHaveLength(1);
	});

	it("go on by another way once Slack's address is used up or too old", async () => {
		const on = await open(longDesk(desk, 14));
		await on.command("claims", "anything");
		await until(on, "the whole answer", (all) =>
			all
				.map(({ text }) => text)
				.join("")
				.includes("end of quotation"),
		);
		const all = done(on.shown());
		expect(all.length).toBeGreaterThan(5);
		expect(new Set(all.map(({ audience }) => audience))).toEqual(new Set(["asker"]));
		expect(on.server.calls.get("chat.postEphemeral")).toBe(all.length - 5);
		expect(citationsIn(all.map(({ text }) => text).join("\n"))).toEqual([":1"]);
	});

	it("go on by another way once Slack's address has grown old", async () => {
		const gate = Promise.withResolvers<void>();
		const reply: Desk["reply"] = (...asked) => gate.promise.then(() => desk.reply(...asked));
		let now = Date.now();
		session = await openSlack("socket", { ...desk, reply }, { sleep: shortSleep, now: () => now });
		await session.command("claims", "china drones");
		await until(session, "that it is at work", (all) => all.some(({ pending }) => pending));
		now += 31 * 60_000;
		gate.resolve();
		await answers(session, 1);
		expect(session.server.calls.get("chat.postEphemeral")).toBe(1);
	});

	it("reach the asker directly where the bot is no member", async () => {
		const on = await open(longDesk(desk, 14));
		await on.people.command("claims", "anything", { channel: ids.closedChannel });
		await until(on, "the whole answer", (all) =>
			all
				.map(({ text }) => text)
				.join("")
				.includes("end of quotation"),
		);
		const direct = on.server.world.messages.filter(({ channel }) => channel.startsWith("D"));
		expect(direct.length).toBeGreaterThan(0);
	});

	it("are for all where the settings say so, and help is not", async () => {
		const on = await open({
			...desk,
			settings: async () => ({ language: "auto", visibility: "channel" as const, gloss: "on" }),
		});
		await on.command("claims", "china drones");
		await on.command("claims", "");
		const all = await answers(on, 2);
		expect(all.map(({ audience }) => audience).sort()).toEqual(["asker", "channel"]);
		const open_ = all.find(({ audience }) => audience === "channel");
		expect(open_?.actions.map(({ action }) => action)).not.toContain("share");
	});

	it("come below the placeholder where Slack keeps it, once", async () => {
		const gate = Promise.withResolvers<void>();
		const on = await open({
			...desk,
			reply: (...asked) => gate.promise.then(() => desk.reply(...asked)),
		});
		on.server.responseUrls.replacesCommands = false;
		await on.command("claims", "china drones");
		await until(on, "that it is at work", (all) => all.some(({ pending }) => pending));
		gate.resolve();
		await answers(on, 1);
		expect(await settled(on)).toHaveLength(1);
	});
});

describe("clicks", () => {
	it("that take long leave the answer alone that they were made on", async () => {
		let gate = Promise.resolve();
		const on = await open({ ...desk, reply: (...asked) => gate.then(() => desk.reply(...asked)) });
		await on.command("claims", "china drones");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const held = Promise.withResolvers<void>();
		gate = held.promise;
		await on.click(answer, "more");
		await until(on, "that it is at work", (all) => all.some(({ pending }) => pending));
		held.resolve();
		const all = await answers(on, 2);
		expect(all[0]).toEqual(answer);
		expect(all[1]?.text).toMatch(/\n6\. /);
	});
});

describe("sharing", () => {
	it("names who shared it, and notifies nobody", async () => {
		const on = await open();
		await on.command("claims", "china drones", { as: "<@U1>*ann*" });
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		await on.click(answer, "share", undefined, { as: "<@U1>*ann*" });
		const shared = (await answers(on, 2)).find(({ audience }) => audience === "channel");
		expect(shared?.text).toMatch(/^Shared by <@U1>\*ann\*\n/);
		expect(shared?.mentions).toEqual([]);
		expect(shared?.actions.map(({ action }) => action)).not.toContain("share");
	});

	it("works in a channel that the bot is no member of", async () => {
		const on = await open();
		await on.people.command("claims", "china drones", { channel: ids.closedChannel });
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		await on.click(answer, "share");
		const shared = (await answers(on, 2)).filter(({ audience }) => audience === "channel");
		expect(citationsIn(shared[0]?.text ?? "")).toEqual(citationsIn(answer.text));
	});

	it("that fails is told to who wanted it, and to nobody else", async () => {
		const on = await open();
		await on.command("claims", "china drones");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		on.server.faults.plan("server_error", 9, "chat.postMessage");
		await on.click(answer, "share");
		const all = await answers(on, 2);
		expect(all.map(({ audience }) => audience)).toEqual(["asker", "asker"]);
		expect(all[1]?.text).toMatch(/Perhaps shared/);
	});

	const asked = async (on: Awaited<ReturnType<typeof open>>) => {
		await on.command("claims", "china drones");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		return { click: () => on.click(answer, "share"), told: (what: RegExp) => toldIn(on, what) };
	};
	const toldIn = (on: Awaited<ReturnType<typeof open>>, what: RegExp) =>
		until(on, String(what), (all) => all.some(({ text }) => what.test(text)));
	const inChannel = async (on: Awaited<ReturnType<typeof open>>) =>
		(await settled(on)).filter(({ audience }) => audience === "channel");
	const refusal = (error: string) =>
		({ status: 200, text: JSON.stringify({ ok: false, error }) }) as const;

	it("may be asked for again where it surely was not posted", async () => {
		const on = await open();
		const { click, told } = await asked(on);
		on.server.faults.plan(refusal("restricted_action"), 1, "chat.postMessage");
		on.server.faults.plan({ status: 404, text: "no_service" }, 1, "response_url");
		await click();
		await told(/Not shared/);
		expect(await inChannel(on)).toHaveLength(0);
		const asks = on.server.calls.get("conversations.history") ?? 0;
		await click();
		await answers(on, 3);
		expect(await inChannel(on)).toHaveLength(1);
		// Nothing had to be asked.
		expect(on.server.calls.get("conversations.history") ?? 0).toBe(asks);
		await click();
		expect(await inChannel(on)).toHaveLength(1);
	});

	it.each([
		["is there", "lost_reply", 1],
		["is not there", "server_error", 4],
	] as const)(
		"is looked for before it is posted again where it %s and nobody could tell",
		async (_, fault, times) => {
			const on = await open();
			const { click, told } = await asked(on);
			on.server.faults.plan(fault, times, "chat.postMessage");
			on.server.faults.plan("server_error", 4, "conversations.history");
			await click();
			await told(/Perhaps shared/);
			on.server.faults.clear();
			await click();
			await until(on, "the shared answer", (all) =>
				all.some(({ audience }) => audience === "channel"),
			);
			await click();
			expect(await inChannel(on)).toHaveLength(1);
		},
	);

	it("is looked for also by the process that comes after", async () => {
		const store = memoryStore();
		let serving = await shippedDesk({ store, process: "before" });
		const over: Desk = { ...serving, once: (...delivered) => serving.once(...delivered) };
		const on = await open(over);
		const { click, told } = await asked(on);
		on.server.faults.plan("lost_reply", 1, "chat.postMessage");
		on.server.faults.plan("server_error", 4, "conversations.history");
		await click();
		await told(/Perhaps shared/);
		on.server.faults.clear();
		serving = await shippedDesk({ store, process: "after" });
		const asks = on.server.calls.get("conversations.history") ?? 0;
		await click();
		await until(
			on,
			"that it is looked for",
			() => (on.server.calls.get("conversations.history") ?? 0) > asks,
		);
		expect(await inChannel(on)).toHaveLength(1);
	});

	it("is not posted again where nobody can look for it", async () => {
		const on = await open();
		await on.people.command("claims", "china drones", { channel: ids.closedChannel });
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		on.server.faults.plan("lost_reply", 1, "response_url");
		await on.click(answer, "share");
		await toldIn(on, /cannot look/);
		await on.click(answer, "share");
		expect(await inChannel(on)).toHaveLength(1);
	});

	it.each(["rate_limited", "server_error", "lost_reply"] as const)(
		"posts once in spite of %s",
		async (fault) => {
			const on = await open();
			await on.command("claims", "china drones");
			const [answer] = await answers(on, 1);
			if (!answer) throw new Error("no answer");
			on.server.faults.plan(fault, 1, "chat.postMessage");
			await on.click(answer, "share");
			await answers(on, 2);
			const shared = (await settled(on)).filter(({ audience }) => audience === "channel");
			expect(shared).toHaveLength(1);
		},
	);
});

/** A desk whose one answer takes so many messages, its place at the end. */
function longDesk(over: Desk, messages: number): Desk {
	const quote = `${"word ".repeat(2_200 * messages)}end of quotation`;
	const answer: Answer = {
		command: "ask",
		language: "en",
		answered: true,
		heading: "Long",
		items: [
			{
				kind: "passage",
				quote,
				rendering: "verbatim",
				passage: { id: "p", kind: "body", text: quote, source: { line: 1, start: 0, end: 9 } },
				citation: {
					article: "a",
					passage: "p",
					title: null,
					outlet: null,
					published: { value: null, precision: "unknown", basis: "unknown" },
					file: "long.txt",
					line: 1,
					start: null,
					end: null,
					url: null,
				},
			},
		],
		notes: [],
		actions: [],
		total: 1,
		offset: 0,
	};
	return { ...over, reply: async () => ({ kind: "answer", answer, view: "viewviewview" }) };
}

describe("a server that does not know the block of the thumbs", () => {
	const buttons = (on: SlackSession) =>
		on.shown().flatMap(({ actions }) => actions.map(({ action }) => action));

	it.each(["command", "mention"] as const)("gets two buttons in its place: %s", async (by) => {
		const on = await open();
		on.server.unknownBlocks.types = new Set(["context_actions"]);
		for (const [at, word] of ["drones", "weapons"].entries()) {
			if (by === "command") await on.command("claims", `china ${word}`);
			else await on.mention(`claims china ${word}`);
			await answers(on, at + 1);
		}
		const all = await settled(on);
		expect(all).toHaveLength(2);
		const [first, second] = all;
		if (!first || !second) throw new Error("no answer");
		expect(buttons(on).filter((action) => action.startsWith("vote"))).toHaveLength(4);
		expect(citationsIn(second.text).length).toBeGreaterThan(0);
		await on.click(second, "vote_right");
		await until(on, "that it is noted", (seen) =>
			seen.some(({ text }) => text.includes("Noted as right")),
		);
		// It is tried once: what came after had the buttons from the start.
		expect(on.server.unknownBlocks.refused).toBe(1);
	});
});
