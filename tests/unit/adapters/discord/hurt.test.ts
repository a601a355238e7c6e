import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Desk, Notice } from "../../../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { type Bot, startBot } from "../../../servers/discord/bot.ts";

let desk: Desk;
let bot: Bot;
const start = async (over: Partial<Desk> = {}) => {
	bot = await startBot({ ...desk, ...over });
	return bot;
};
/** A desk that answers once the gate is open. */
const gated = (gate: Promise<void>): Partial<Desk> => ({
	reply: async (incoming, asker) => gate.then(() => desk.reply(incoming, asker)),
});
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(() => bot.close());
afterAll(closeDesks);

const topic = (value: string) => [{ name: "topic", type: 3, value }];
const answered = (count = 1) =>
	bot.server.until(() => {
		const all = bot.posted().filter(({ message, text }) => !message.loading && /\d\. /.test(text));
		return all.length >= count && all;
	});
const command = () => bot.people.command(bot.ann, "claims", topic("china drones"));
const publicly: Partial<Desk> = {
	settings: async () => ({ language: "auto", visibility: "channel", gloss: "on" }),
};

describe("an interaction that is over", () => {
	it("is answered in private where the answer was private", async () => {
		await start();
		bot.server.faults.add({ kind: "slow", ms: 50, path: "/callback", times: 1 });
		const asked = command();
		bot.server.advance(3_500);
		const [answer] = await answered();
		expect(asked.response).toBeNull();
		expect(bot.server.world.channels.get(answer?.message.channel ?? "")?.person).toBe(
			bot.ann.by.id,
		);
		expect(bot.server.world.violations).toEqual([expect.stringMatching(/^late/)]);
	});

	it("is answered in the channel where the answer was for all", async () => {
		await start(publicly);
		bot.server.faults.add({ kind: "slow", ms: 50, path: "/callback", times: 1 });
		command();
		bot.server.advance(3_500);
		const [answer] = await answered();
		expect(answer?.message.channel).toBe(bot.channel.id);
	});

	it("after fifteen minutes of work the answer still comes", async () => {
		const gate = Promise.withResolvers<void>();
		await start({ ...publicly, ...gated(gate.promise) });
		const asked = command();
		await bot.server.until(() => asked.response !== null);
		bot.server.advance(16 * 60_000);
		gate.resolve();
		const [answer] = await answered();
		expect(answer?.message.channel).toBe(bot.channel.id);
		expect(answer?.message.interaction).toBeNull();
	});

	it("a private one goes nowhere where the person takes no messages", async () => {
		await start();
		const direct = bot.server.world.direct(bot.ann.by.id);
		direct.closed = { status: 403, code: 50_007, message: "Cannot send messages to this user" };
		bot.server.faults.add({ kind: "slow", ms: 50, path: "/callback", times: 1 });
		command();
		bot.server.advance(3_500);
		await bot.server.until(() => bot.logged.some((line) => /could not be shown/.test(line)));
		expect(bot.posted()).toEqual([]);
	});
});

describe("buttons", () => {
	it("work long after the answer's own token is over", async () => {
		await start();
		command();
		const [first] = await answered();
		bot.server.advance(24 * 3_600_000);
		const more = first?.buttons.find(({ customId }) => customId.startsWith("more:"));
		const click = first && more && bot.people.click(bot.ann, first.message, more.customId);
		const all = await answered(2);
		expect(click?.answers).toBe(1);
		expect(all[1]?.text).toMatch(/\b6\. /);
	});

	it("of an answer that is forgotten say so, and of another program do nothing", async () => {
		await start();
		command();
		const [first] = await answered();
		if (!first) throw new Error("no answer");
		const forgotten = bot.people.click(bot.ann, first.message, "narrow::aaaaaaaaaaaa");
		await bot.server.until(() => forgotten.original?.loading === false);
		expect(bot.posted().at(-1)?.text).toMatch(/too old/);
		const strange = bot.people.click(bot.ann, first.message, "poll:1");
		await bot.server.until(() => strange.response !== null);
		expect(strange.response).toBe(6);
	});
});

describe("a form that is not ready in time", () => {
	const never = () => new Promise<never>(() => {});
	it.each([
		["vote", { voteForm: never }, "vote:"],
		["narrow", { request: never }, "narrow:"],
	] as const)("%s: a notice within Discord's three seconds", async (_what, over, id) => {
		await start({ ...over });
		command();
		const [first] = await answered();
		const buttons = first?.buttons.filter(({ customId }) => customId.startsWith(id)) ?? [];
		const button = buttons.at(-1);
		if (!first || !button) throw new Error("no button");
		const clicked = bot.people.click(bot.ann, first.message, button.customId);
		await bot.server.until(() => clicked.original?.loading === false);
		expect(bot.posted().at(-1)?.text).toContain("The form took too long to open");
		expect(bot.server.world.violations).toEqual([]);
	});
});

describe("what was deleted", () => {
	it("“thinking…”: the answer comes as a message of its own, as private as before", async () => {
		const gate = Promise.withResolvers<void>();
		await start(gated(gate.promise));
		const asked = command();
		const original = await bot.server.until(() => asked.original);
		original.deleted = true;
		gate.resolve();
		const [answer] = await answered();
		expect(answer?.message.onlyFor).toBe(bot.ann.by.id);
	});

	it("“searching…” and the question: the answer comes all the same, once", async () => {
		const gate = Promise.withResolvers<void>();
		await start(gated(gate.promise));
		const { bot: self } = bot.server.world;
		const asked = bot.people.write(bot.ann, `<@${self.id}> claims china drones`, {
			mentions: [self],
		});
		const searching = await bot.server.until(() => bot.posted()[0]);
		searching.message.deleted = true;
		asked.deleted = true;
		gate.resolve();
		expect(await answered()).toHaveLength(1);
	});
});

describe("Discord in trouble", () => {
	it.each([
		["429 for the route", { kind: "rate_limited", retryAfterMs: 100 }],
		["429 for the whole bot", { kind: "rate_limited", retryAfterMs: 100, global: true }],
		["5xx", { kind: "server_error" }],
		["a lost reply", { kind: "lost_reply" }],
		["a dropped request", { kind: "dropped" }],
	] as const)("%s at every step: one answer", async (_what, fault) => {
		await start();
		bot.server.faults.add({ ...fault, times: 1, path: "/callback" });
		bot.server.faults.add({ ...fault, times: 1, path: "/webhooks/" });
		const asked = command();
		await answered();
		bot.server.faults.add({ ...fault, times: 1, path: "/channels/" });
		const { bot: self } = bot.server.world;
		bot.people.write(bot.ann, `<@${self.id}> claims china drones`, { mentions: [self] });
		await answered(2);
		expect(bot.posted()).toHaveLength(2);
		expect(asked.original?.loading).toBe(false);
	});

	it("a channel that is closed to the bot is no defect", async () => {
		await start();
		bot.channel.closed = { status: 403, code: 50_013, message: "Missing Permissions" };
		const { bot: self } = bot.server.world;
		const direct = bot.server.world.direct(bot.ann.by.id);
		direct.closed = { status: 403, code: 50_007, message: "Cannot send messages to this user" };
		bot.people.write(bot.ann, `<@${self.id}> claims china drones`, { mentions: [self] });
		await bot.server.until(() => bot.logged.some((line) => /could not be shown.*50007/.test(line)));
		expect(bot.logged.filter((line) => line.startsWith("error"))).toEqual([]);
	});
});

describe("a notice", () => {
	it("that is longer than a message takes several, and nothing of it is lost", async () => {
		const lines = Array.from({ length: 90 }, (_, n) => `line ${n} ${"*x* ".repeat(20)}`);
		const notice: Notice = {
			code: "help",
			language: "en",
			title: "Long",
			lines,
			examples: ["/ask x"],
		};
		await start({ reply: async () => ({ kind: "notice", notice }) });
		command();
		const all = await bot.server.until(() => bot.posted().length > 2 && bot.posted());
		const text = all.map((each) => each.text).join("\n");
		for (let n = 0; n < 90; n++) expect(text).toContain(`line ${n} `);
		expect(all.every(({ message }) => message.onlyFor === bot.ann.by.id)).toBe(true);
	});
});

describe("429 without a time", () => {
	it("is met with pauses, and the answer comes once", async () => {
		await start();
		const untimed = { kind: "answer", status: 429, text: '{"message":"slow"}' } as const;
		bot.server.faults.add({ ...untimed, times: 3, method: "POST", path: "/messages" });
		const before = bot.server.counts.get("POST /channels/{id}/messages") ?? 0;
		const { world } = bot.server;
		bot.people.write(bot.ann, `<@${world.bot.id}> china drones`, { mentions: [world.bot] });
		await new Promise((resolve) => setTimeout(resolve, 700));
		const asked = (bot.server.counts.get("POST /channels/{id}/messages") ?? 0) - before;
		expect(asked).toBeLessThanOrEqual(2);
		await answered();
		expect(bot.posted()).toHaveLength(1);
	});
});
