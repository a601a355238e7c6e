import { expect, it } from "vitest";
import { IsnadError } from "../../../../src/domain/errors.ts";
import { LastingEngine } from "../../../../src/search/segments/lasting-engine.ts";
import { EngineEnded, type SegmentEngine } from "../../../../src/search/segments/segment-engine.ts";

/** An engine that only lives, until it is ended. */
function living(number: number) {
	const end = Promise.withResolvers<EngineEnded>();
	const engine = {
		number,
		ended: end.promise,
		close: async () => end.resolve(new EngineEnded("closed")),
	} as unknown as SegmentEngine & { number: number };
	return { engine, end: () => end.resolve(new EngineEnded("killed")) };
}

/** `unbegun`: the one that no thread is there for. */
function lasting(restore: (number: number) => Promise<void>, unbegun?: number) {
	const opened: ReturnType<typeof living>[] = [];
	const ends: string[] = [];
	const waits: { ms: number; over: () => void }[] = [];
	const numberOf = (engine: SegmentEngine) => (engine as unknown as { number: number }).number;
	const engine = new LastingEngine(
		{
			open() {
				const one = living(opened.length + 1);
				opened.push(one);
				if (opened.length === unbegun) throw new Error("no thread");
				return one.engine;
			},
			onEnd: ({ code }) => ends.push(code),
			wait: (ms) => new Promise((over) => waits.push({ ms, over })),
		},
		(one) => restore(numberOf(one)),
	);
	return { engine, opened, ends, waits, ask: () => engine.use(async (one) => numberOf(one)) };
}

/** Whatever is settled has been taken in. */
const settled = () => new Promise(setImmediate);

it("refuses at once while none can be opened, and waits longer each time", async () => {
	const broken = new IsnadError("data_invalid", "A file is damaged.");
	const { engine, opened, ends, waits, ask } = lasting(async (number) => {
		if (number < 5) throw broken;
	});
	expect(await ask()).toBe(1);
	opened[0]?.end();
	for (const [n, ms] of [1_000, 2_000, 4_000].entries()) {
		await settled();
		expect(engine.isReady).toBe(false);
		await expect(ask()).rejects.toBe(broken);
		expect(waits.map((wait) => wait.ms)[n]).toBe(ms);
		waits[n]?.over();
	}
	await settled();
	expect(engine.isReady).toBe(true);
	expect(await ask()).toBe(5);
	expect(ends).toEqual(["search_unavailable", "data_invalid", "data_invalid", "data_invalid"]);
	expect(opened).toHaveLength(5);
});

it("asks once more of the next one, and never a third time", async () => {
	const { engine, opened } = lasting(async () => {});
	let asked = 0;
	const work = async () => {
		asked++;
		opened.at(-1)?.end();
		throw new EngineEnded("killed");
	};
	await expect(engine.use(work)).rejects.toMatchObject({ code: "search_unavailable" });
	expect(asked).toBe(2);
});

it("tries again where one cannot even be begun", async () => {
	const { opened, waits, ask } = lasting(async () => {}, 2);
	await ask();
	opened[0]?.end();
	await settled();
	await expect(ask()).rejects.toThrow("no thread");
	waits[0]?.over();
	await settled();
	expect(await ask()).toBe(3);
});

it("opens none once it is closed", async () => {
	const { engine, opened, ends, ask } = lasting(async () => {});
	await ask();
	await engine.close();
	await settled();
	expect(opened).toHaveLength(1);
	expect(ends).toEqual([]);
});
