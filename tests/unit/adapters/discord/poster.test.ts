import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPoster } from "../../../../adapters/discord/poster.ts";
import type { DigestPost } from "../../../../src/domain/digest.ts";
import type { Place } from "../../../../src/domain/place.ts";
import { hostileAnswer } from "../../../contract/adapter/hostile.ts";
import { type DiscordServer, startDiscordServer } from "../../../servers/discord/server.ts";
import type { Channel } from "../../../servers/discord/world.ts";
import { say } from "../../answers/doubles.ts";

let server: DiscordServer;
let channel: Channel;
let poster: ReturnType<typeof createDiscordPoster>;
const never = new AbortController().signal;

beforeEach(async () => {
	server = await startDiscordServer({ rates: { channel: null, global: null } });
	channel = server.world.channel(server.world.guild());
	poster = createDiscordPoster({ token: server.token, apiUrl: server.apiUrl, say, log: () => {} });
});
afterEach(async () => {
	poster.close();
	expect(server.world.violations).toEqual([]);
	await server.close();
});

const place = (): Place => ({
	platform: "discord",
	space: channel.guild,
	channel: channel.id,
	thread: null,
});
const digest = (key: string): DigestPost => ({
	key,
	place: place(),
	answer: hostileAnswer,
	view: "viewviewview",
});
const posted = () => channel.messages.filter(({ deleted }) => !deleted);
const minute = 60_000;

describe("a digest that is posted", () => {
	it("is sent once under its key, however often it is posted within minutes", async () => {
		const first = await poster.post(digest("d_1-2024-05-01"), never);
		const second = await poster.post(digest("d_1-2024-05-01"), never);
		expect(first).toEqual({ kind: "sent", message: posted()[0]?.id });
		expect(second).toEqual(first);
		expect(posted()).toHaveLength(1);
	});

	it("goes into the thread that it was ordered in, and never into a reply's number", async () => {
		const thread = server.world.thread(channel);
		await poster.post({ ...digest("a"), place: { ...place(), thread: thread.id } }, never);
		await poster.post({ ...digest("b"), place: { ...place(), thread: "replies:1" } }, never);
		expect([thread.messages.length, channel.messages.length]).toEqual([1, 1]);
	});

	it.each([
		["a lost reply", { kind: "lost_reply" }, { kind: "unknown" }, 1],
		["a dropped request", { kind: "dropped" }, { kind: "unknown" }, 0],
		["5xx", { kind: "server_error" }, { kind: "unknown" }, 0],
		["429", { kind: "rate_limited", retryAfterMs: 2_000 }, { kind: "wait" }, 0],
		[
			"429 for the whole bot",
			{ kind: "rate_limited", retryAfterMs: 2_000, global: true },
			{ kind: "wait" },
			0,
		],
	] as const)(
		"is told as it is, and not posted again: %s",
		async (_what, fault, outcome, reached) => {
			server.faults.add({ ...fault, times: 1 });
			const result = await poster.post(digest("k"), never);
			expect(result).toMatchObject(outcome);
			if (result.kind === "wait") expect(result.retryAfterMs).toBeGreaterThanOrEqual(2_000);
			expect(posted()).toHaveLength(reached);
			expect(server.counts.get("POST /channels/{id}/messages")).toBe(1);
		},
	);

	it.each([
		[
			{ status: 404, code: 10_003, message: "Unknown Channel" },
			{ kind: "closed", reason: "channel_gone" },
		],
		[
			{ status: 403, code: 50_001, message: "Missing Access" },
			{ kind: "closed", reason: "not_allowed" },
		],
		[
			{ status: 403, code: 50_013, message: "Missing Permissions" },
			{ kind: "closed", reason: "not_allowed" },
		],
		[{ status: 400, code: 50_083, message: "Thread is archived" }, { kind: "failed" }],
	] as const)("is refused: %o", async (closed, outcome) => {
		channel.closed = closed;
		expect(await poster.post(digest("k"), never)).toMatchObject(outcome);
	});

	it("waits for nothing where the channel's rate is used up", async () => {
		await server.close();
		server = await startDiscordServer({
			rates: { channel: { limit: 1, perMs: 60_000 }, global: null },
		});
		channel = server.world.channel(server.world.guild());
		poster = createDiscordPoster({
			token: server.token,
			apiUrl: server.apiUrl,
			say,
			log: () => {},
		});
		await poster.post(digest("one"), never);
		const second = await poster.post(digest("two"), never);
		expect(second).toMatchObject({ kind: "wait" });
		expect(posted()).toHaveLength(1);
	});

	it("never left where nobody listens, and is given up where it is called off", async () => {
		const away = createDiscordPoster({
			token: "x",
			apiUrl: "http://127.0.0.1:9/api",
			say,
			log: () => {},
		});
		expect(await away.post(digest("k"), never)).toMatchObject({ kind: "failed" });
		away.close();
		expect(await poster.post(digest("k"), AbortSignal.abort())).toMatchObject({ kind: "failed" });
		server.faults.add({ kind: "slow", ms: 300, times: 1 });
		const calledOff = await poster.post(digest("k"), AbortSignal.timeout(50));
		expect(calledOff).toMatchObject({ kind: "unknown" });
	});
});

describe("a digest that may have been posted", () => {
	it("is found by its key long after Discord has forgotten the nonce", async () => {
		const since = server.world.now();
		await poster.post(digest("mine"), never);
		server.advance(6 * minute);
		await poster.post(digest("other"), never);
		for (let n = 0; n < 250; n++)
			server.world.store({
				channel: channel.id,
				author: server.world.person("ann").id,
				body: { content: "x" },
			});
		const id = posted()[0]?.id;
		expect(await poster.find("mine", place(), since, never)).toBe(id);
		expect(await poster.find("nobody's", place(), since, never)).toBeNull();
		server.advance(10 * minute);
		expect(await poster.find("mine", place(), server.world.now(), never)).toBeNull();
	});

	it("is not found in a message of somebody else", async () => {
		const since = server.world.now();
		await poster.post(digest("mine"), never);
		const [message] = posted();
		if (message) message.author = server.world.person("robot", true).id;
		expect(await poster.find("mine", place(), since, never)).toBeNull();
	});

	it("is not declared missing where the history is hidden from the bot", async () => {
		const since = server.world.now();
		expect(await poster.find("mine", place(), since, never)).toBeNull();
		await poster.post(digest("mine"), never);
		channel.readable = false;
		await expect(poster.find("mine", place(), since, never)).rejects.toThrow(
			/Read Message History/,
		);
		server.advance(60 * minute);
		expect(await poster.find("mine", place(), server.world.now(), never)).toBeNull();
	});

	it("is surely not in a channel that is gone or closed", async () => {
		for (const [status, code] of [
			[404, 10_003],
			[403, 50_001],
		] as const) {
			channel.closed = { status, code, message: "no" };
			expect(await poster.find("mine", place(), server.world.now(), never)).toBeNull();
		}
	});

	it.each([
		["5xx", { kind: "server_error" }],
		["429", { kind: "rate_limited", retryAfterMs: 1_000 }],
		["a lost reply", { kind: "lost_reply" }],
	] as const)("is not declared missing where nobody can tell: %s", async (_what, fault) => {
		server.faults.add({ ...fault, method: "GET", times: 1, path: "/messages" });
		await expect(poster.find("mine", place(), server.world.now(), never)).rejects.toThrow();
	});
});

describe("telling a person", () => {
	const notice = {
		code: "digest",
		language: "en",
		title: "Paused",
		lines: ["x"],
		examples: [],
	} as const;

	it("goes to the person directly, and a refusal is no error", async () => {
		const ann = server.world.person("ann");
		await poster.tell(ann.id, place(), { ...notice, lines: [...notice.lines], examples: [] });
		expect(server.world.direct(ann.id).messages).toHaveLength(1);
		server.faults.add({ kind: "server_error", times: 1 });
		await poster.tell(ann.id, place(), { ...notice, lines: [...notice.lines], examples: [] });
		expect(server.world.direct(ann.id).messages).toHaveLength(1);
	});
});

it("takes back what was posted with a key, but for one message", async () => {
	const keep = await poster.post(digest("mine"), never);
	// Another worker, after the minutes in which a nonce is known.
	server.advance(10 * minute);
	await poster.post(digest("mine"), never);
	await poster.post(digest("other"), never);
	expect(posted()).toHaveLength(3);
	const id = keep.kind === "sent" ? keep.message : "";
	await poster.retract?.("mine", id, place(), Date.now() - minute, never);
	expect(posted().map((message) => message.id)).toContain(id);
	expect(posted()).toHaveLength(2);
});
