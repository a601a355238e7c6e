import { expect, it } from "vitest";
import { requestId } from "../../../../src/app/requests.ts";
import type { NotedAnswer } from "../../../../src/app/serving/answer-log/answer-log.ts";
import { watchedDesk } from "../../../../src/app/serving/desk/watched-desk.ts";
import type { Asker, Desk, Incoming, Reply } from "../../../../src/domain/chat.ts";
import { noMetrics } from "../../../../src/domain/metrics.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { deskOf } from "../../../desk.ts";

/** Longer than what a random id of a request may hold by chance. */
const [person, channel] = ["U024BE7LHPERSON", "C024BE7LHCHANNEL"];
const asker: Asker = {
	place: { platform: "slack", space: "T1", channel, thread: "1.2" },
	...{ person, admin: false },
};

function watched(desk: Desk) {
	const [counted, noted, logged]: [unknown[], NotedAnswer[], unknown[]] = [[], [], []];
	let time = 0;
	const made = watchedDesk(desk, {
		metrics: { ...noMetrics, answered: (...what) => void counted.push(what) },
		answers: { note: (one) => void noted.push(one) },
		log: (...line) => void logged.push([...line, requestId()]),
		now: () => (time += 250),
	});
	return { desk: made, counted, noted, logged };
}

const notice = (code: string): Reply => ({
	kind: "notice",
	notice: { code, language: "en", title: "", lines: [], examples: [] },
});

it("counts what a person got by what they did, and tells no more of it", async () => {
	const replies: Reply[] = [];
	const inner = await deskOf([]);
	const { desk, counted, noted, logged } = watched({
		...inner,
		reply: async (...asked) => replies.shift() ?? inner.reply(...asked),
	});
	const message: Incoming = { kind: "message", text: "who denied the plan?" };
	await desk.reply(message, asker);
	for (const code of ["help", "too_many", "internal", "store_busy", "question_too_long"]) {
		replies.push(notice(code));
		await desk.reply(message, asker);
	}
	replies.push({ kind: "quotation", view: "v", item: 0, quotation: {} as never });
	await desk.reply({ kind: "check_quote", view: "v", item: 0 }, asker);
	const of = (command: string, outcome: string) => [{ platform: "slack", command, outcome }, 0.25];
	expect(counted).toEqual([
		of("ask", "not_in_corpus"),
		of("message", "notice"),
		of("message", "limited"),
		of("message", "failed"),
		of("message", "failed"),
		of("message", "notice"),
		of("check_quote", "shown"),
	]);
	expect(noted).toMatchObject([{ ms: 250, answer: { command: "ask" } }]);
	expect(logged).toHaveLength(7);
	expect(new Set(logged.map((line) => (line as unknown[]).at(-1))).size).toBe(7);
	for (const word of ["denied", person, channel])
		expect(JSON.stringify(logged)).not.toContain(word);
});

it("keeps a delivery and its reply under one id", async () => {
	const { desk, logged } = watched(await deskOf([]));
	let id: string | undefined;
	await desk.once("slack", "E1", async () => {
		id = requestId();
		await desk.reply({ kind: "message", text: "help" }, asker);
	});
	expect(id).toMatch(/^[\w-]{12}$/);
	expect(logged).toMatchObject([[...["debug", "A person was answered."], {}, id]]);
});

it("what the desk keeps of a question in a thread is found when its asker is forgotten", async () => {
	const store = memoryStore();
	const desk = await deskOf([], { store, feedback: store.feedback });
	const others = { ...asker, person: "U2", place: { ...asker.place, thread: "9.9" } };
	await desk.reply({ kind: "message", text: "who denied the plan?" }, others);
	const reply = await desk.reply({ kind: "message", text: "who built the quay?" }, asker);
	if (reply.kind !== "answer") throw new Error("no answer");
	await desk.reply({ kind: "vote", view: reply.view, vote: "right" }, asker);
	await desk.reply({ kind: "command", name: "settings", text: "language ar" }, asker);
	const counts = { settings: 1, feedback: 1, views: 1, threads: 1, digests: 0, unnamed: 0 };
	expect(await store.forget({ platform: "slack", id: person }, { dry: false })).toEqual(counts);
	expect(await store.forget({ platform: "slack", id: "U2" }, { dry: true })).toMatchObject({
		...{ views: 1, threads: 1 },
	});
});
