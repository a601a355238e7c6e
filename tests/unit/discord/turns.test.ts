import { afterEach, describe, expect, it, vi } from "vitest";
import { Turns } from "../../../adapters/discord/turns.ts";

afterEach(() => {
	vi.useRealTimers();
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
const turnsOf = async (count: number) => {
	for (let n = 0; n < count; n++) await turn();
};

describe("turns", () => {
	it("let so many run at a time, in their order, and give the results back", async () => {
		const turns = new Turns(2);
		const begun: number[] = [];
		const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
		const results = gates.map(({ promise }, n) =>
			turns.run(async () => {
				begun.push(n);
				await promise;
				return n;
			}),
		);
		await turnsOf(5);
		expect(begun).toEqual([0, 1]);
		gates[1]?.resolve();
		await turnsOf(5);
		expect(begun).toEqual([0, 1, 2]);
		for (const { resolve } of gates) resolve();
		expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
	});

	it("go on after work that fails", async () => {
		const turns = new Turns(1);
		const failing = turns.run(async () => {
			throw new Error("broken");
		});
		await expect(failing).rejects.toThrow("broken");
		expect(await turns.run(async () => "next")).toBe("next");
	});

	it("are not held up by work that never ends", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const turns = new Turns(1);
		void turns.run(() => new Promise<void>(() => {}));
		const next = turns.run(async () => "next");
		await turnsOf(3);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(await next).toBe("next");
	});
});
