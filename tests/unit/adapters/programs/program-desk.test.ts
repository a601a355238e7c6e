import { describe, expect, it } from "vitest";
import { ProgramDesk } from "../../../../adapters/shared/programs/program-desk.ts";
import type { Answering } from "../../../../src/domain/answering.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";
import { type Metrics, noMetrics } from "../../../../src/domain/metrics.ts";
import { harbourArticles } from "../../../servers/reader/articles.ts";
import { readerOver } from "../../../servers/reader/server.ts";

function deskOver(answer?: Answering["answer"]) {
	const { answering, room, say } = readerOver(harbourArticles());
	const logged: string[] = [];
	const counted: Parameters<Metrics["asked"]>[0][] = [];
	const desk = new ProgramDesk({
		...{ room, say, isWhole: false, now: () => 0, quotation: async () => null },
		answering: { answer: answer ?? ((request) => answering.answer(request)) },
		metrics: { ...noMetrics, asked: (of) => void counted.push(of) },
		log: (...line) => void logged.push(JSON.stringify(line)),
	});
	return { desk, logged, counted };
}
const asking = (signal = new AbortController().signal) =>
	({ door: "api", token: "token00001", signal }) as const;

describe("the desk of programs", () => {
	it("tells nobody what the operator's sentence says, and logs no question", async () => {
		const file = "/srv/isnad/data/isnad.db is full of qzxplanted";
		for (const error of [new IsnadError("store_failed", file), new Error(file)]) {
			const { desk, logged, counted } = deskOver(() => Promise.reject(error));
			const told = await desk.ask("claims", { text: "qzxplanted" }, asking());
			expect(told).toMatchObject({ failure: { status: 500 } });
			expect(JSON.stringify(told)).not.toMatch(/srv|planted/);
			expect(logged.join()).not.toMatch(/planted/);
			expect(logged.join()).toContain("token00001");
			expect(counted).toEqual([{ door: "api", operation: "claims", outcome: "failed" }]);
		}
	});

	it("answers two at a time, refuses those behind a hundred, and is idle after the last", async () => {
		const waits = Promise.withResolvers<void>();
		const { answering } = readerOver(harbourArticles());
		let most = 0;
		let running = 0;
		const { desk } = deskOver(async (request) => {
			most = Math.max(most, ++running);
			await waits.promise;
			running--;
			return answering.answer(request);
		});
		const ask = () => desk.ask("claims", { text: "sludge" }, asking());
		const all = Array.from({ length: 100 }, ask);
		expect(await ask()).toMatchObject({ failure: { code: "too_many_requests", status: 429 } });
		let isIdle = false;
		const idle = desk.idle().then(() => {
			isIdle = true;
		});
		expect(isIdle).toBe(false);
		await expect.poll(() => running).toBe(2);
		waits.resolve();
		for (const told of await Promise.all(all)) expect(told).toHaveProperty("result");
		await idle;
		expect(most).toBe(2);
	});

	it("asks nothing for whoever has left before their turn", async () => {
		const asked: string[] = [];
		const { answering } = readerOver(harbourArticles());
		const { desk, counted } = deskOver((request) => {
			asked.push(request.text);
			return answering.answer(request);
		});
		const left = new AbortController();
		const given = desk.ask("claims", { text: "sludge left" }, asking(left.signal));
		left.abort();
		await desk.ask("claims", { text: "sludge stays" }, asking());
		expect(await given).toMatchObject({ failure: { code: "stopped" } });
		expect(asked).toEqual(["sludge stays"]);
		expect(counted[0]).toMatchObject({ outcome: "stopped" });
	});
});
