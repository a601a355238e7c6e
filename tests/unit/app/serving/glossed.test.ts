import { expect, it } from "vitest";
import { glossedAnswering, glossedDesk } from "../../../../src/app/serving/glossed.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import type { Asker, Desk } from "../../../../src/domain/chat.ts";
import type { Glosser } from "../../../../src/domain/gloss.ts";

const answer = { command: "ask", language: "en", items: [] } as unknown as Answer;
const asker: Asker = {
	place: { platform: "console", space: null, channel: "console", thread: null },
	person: "p",
	admin: false,
};

/** A glosser that notes how long it may wait, and answers that take so many milliseconds. */
function slow(took: number) {
	let at = 0;
	const waits: number[] = [];
	const glosser: Glosser = {
		waitMs: 400,
		async gloss(made, { ms }) {
			waits.push(ms);
			return { answer: made, later: null };
		},
		quotation: async (quotation) => quotation,
		one: async () => null,
		kept: async () => null,
	};
	const answerer = {
		async answer() {
			at += took;
			return answer;
		},
	};
	return { glosser, answerer, waits, now: () => at };
}

it("waits for glosses only for what the question has left of its wait", async () => {
	for (const [took, left] of [
		[150, 250],
		[500, 0],
	] as const) {
		const { now, waits, ...app } = slow(took);
		await glossedAnswering(app, now).answer({ command: "ask", text: "x" });
		const bare = {
			settings: async () => ({ gloss: "on" }),
			reply: async () => ({ kind: "answer", answer: await app.answerer.answer() }),
		} as unknown as Desk;
		await glossedDesk(bare, app, now).reply({ kind: "about", text: "x" }, asker);
		expect(waits).toEqual([left, left]);
	}
});

it("reads beside the reply whether glosses are wanted", async () => {
	const { glosser, now } = slow(0);
	const { promise, resolve } = Promise.withResolvers<void>();
	const desk = {
		settings: async () => {
			resolve();
			return { gloss: "off" };
		},
		// Ends only once the settings were asked for.
		reply: async () => {
			await promise;
			return { kind: "answer", answer };
		},
	} as unknown as Desk;
	const reply = await glossedDesk(desk, { glosser }, now).reply(
		{ kind: "about", text: "x" },
		asker,
	);
	expect(reply).toEqual({ kind: "answer", answer });
});
