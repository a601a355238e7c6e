import { afterEach, describe, expect, it } from "vitest";
import type { DigestPost } from "../../src/domain/digest.ts";
import type { Place } from "../../src/domain/place.ts";
import { closeDesks, emptyDesk } from "../desk.ts";
import { openSlack, type SlackSession, shortSleep } from "../servers/slack/stage.ts";
import { ids } from "../servers/slack/world.ts";
import { hostileAnswer } from "./adapter/hostile.ts";

let session: SlackSession | undefined;
afterEach(async () => {
	const broken = session?.violations() ?? [];
	await session?.close();
	session = undefined;
	await closeDesks();
	expect(broken).toEqual([]);
});

const open = async () => {
	session = await openSlack("socket", await emptyDesk(), { sleep: shortSleep });
	return session;
};
const place: Place = {
	platform: "slack",
	space: ids.team,
	channel: ids.channel,
	thread: null,
};
const digest = (key: string, where: Partial<Place> = {}): DigestPost => ({
	key,
	place: { ...place, ...where },
	answer: hostileAnswer,
	view: "viewviewview",
});
const never = new AbortController().signal;
const posted = (on: SlackSession) =>
	on.server.world.messages.filter(({ user }) => user === ids.botUser);

describe("digests in Slack", () => {
	it("are one message with their key, and found again by it", async () => {
		const on = await open();
		const since = Date.now();
		const outcome = await on.poster.post(digest("sub1-2024-06-01"), never);
		const [message, ...more] = posted(on);
		expect(more).toEqual([]);
		expect(outcome).toEqual({ kind: "sent", message: message?.ts });
		expect(message?.metadata).toEqual({
			event_type: "isnad_digest",
			event_payload: { key: "sub1-2024-06-01" },
		});
		const find = (key: string) => on.poster.find(key, place, since, never);
		expect(await find("sub1-2024-06-01")).toBe(message?.ts);
		expect(await find("sub1-2024-06-02")).toBeNull();
	});

	it("are found among many, over several pages, and only what the bot posted", async () => {
		const on = await open();
		const since = Date.now();
		await on.poster.post(digest("mine"), never);
		const wanted = posted(on)[0]?.ts;
		const metadata = { event_type: "isnad_digest", event_payload: { key: "theirs" } };
		const person = on.server.world.person("ann").id;
		for (let n = 0; n < 450; n++)
			on.server.world.say({
				channel: ids.channel,
				user: person,
				text: "chatter",
				blocks: [],
				thread: null,
				metadata,
				to: null,
				by: null,
			});
		expect(await on.poster.find("mine", place, since, never)).toBe(wanted);
		expect(on.server.calls.get("conversations.history")).toBe(3);
		expect(await on.poster.find("theirs", place, since, never)).toBeNull();
	});

	it("are taken back where a key was posted twice, but for one", async () => {
		const on = await open();
		const since = Date.now();
		for (const key of ["mine", "mine", "other"]) await on.poster.post(digest(key), never);
		const [keep, , other] = posted(on).map(({ ts }) => ts);
		await on.poster.retract?.("mine", keep ?? "", place, since, never);
		expect(posted(on).map(({ ts }) => ts)).toEqual([keep, other]);
	});

	it("are not repeated by themselves: a lost reply is unknown, and then found", async () => {
		const on = await open();
		on.server.faults.plan("lost_reply", 1);
		expect(await on.poster.post(digest("lost"), never)).toMatchObject({ kind: "unknown" });
		expect(posted(on)).toHaveLength(1);
		expect(await on.poster.find("lost", place, Date.now(), never)).toBe(posted(on)[0]?.ts);
	});

	it("tell what surely was not posted from what perhaps was", async () => {
		const on = await open();
		on.server.faults.plan("rate_limited", 1);
		expect(await on.poster.post(digest("a"), never)).toEqual({ kind: "wait", retryAfterMs: 1_000 });
		on.server.faults.plan("server_error", 1);
		expect(await on.poster.post(digest("b"), never)).toEqual({
			kind: "unknown",
			reason: "HTTP 503",
		});
		expect(await on.poster.post(digest("c", { channel: "C0NOWHERE1" }), never)).toEqual({
			kind: "closed",
			reason: "channel_gone",
		});
		expect(await on.poster.post(digest("d", { channel: ids.archivedChannel }), never)).toEqual({
			kind: "closed",
			reason: "channel_gone",
		});
		expect(await on.poster.post(digest("e", { channel: ids.closedChannel }), never)).toEqual({
			kind: "closed",
			reason: "not_allowed",
		});
		expect(posted(on)).toEqual([]);
	});

	it("end with the signal: before it is sent nothing is posted, under way it is unknown", async () => {
		const on = await open();
		expect(await on.poster.post(digest("a"), AbortSignal.abort())).toMatchObject({
			kind: "failed",
		});
		const stop = new AbortController();
		on.server.faults.plan("slow", 1);
		const posting = on.poster.post(digest("b"), stop.signal);
		while (posted(on).length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
		stop.abort();
		expect(await posting).toMatchObject({ kind: "unknown" });
		expect(posted(on)).toHaveLength(1);
	});

	it("are not looked for in vain: where nothing can be told, that is an error", async () => {
		const on = await open();
		on.server.faults.plan("server_error", 9, "conversations.history");
		await expect(on.poster.find("a", place, 0, never)).rejects.toThrow();
		await expect(
			on.poster.find("a", { ...place, channel: ids.closedChannel }, 0, never),
		).rejects.toThrow();
	});

	it("stand in their thread, and are found there", async () => {
		const on = await open();
		const thread = on.server.world.ts();
		await on.poster.post(digest("threaded", { thread }), never);
		expect(posted(on)[0]?.thread).toBe(thread);
		expect(await on.poster.find("threaded", { ...place, thread }, 0, never)).toBe(
			posted(on)[0]?.ts,
		);
	});

	it("that are paused are told to who made them, directly", async () => {
		const on = await open();
		const ann = on.server.world.person("ann");
		const notice = {
			code: "paused",
			language: "en" as const,
			title: "Digest paused",
			lines: ["The channel is closed to the bot."],
			examples: [],
		};
		await on.poster.tell(ann.id, place, notice);
		expect(posted(on).map(({ channel }) => channel)).toEqual([on.server.world.direct(ann.id).id]);
		on.server.faults.plan("server_error", 9, "chat.postMessage");
		await on.poster.tell(ann.id, place, notice);
		expect(on.logged.join()).toMatch(/could not be told/);
	});
});
