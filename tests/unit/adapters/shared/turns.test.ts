import { describe, expect, it } from "vitest";
import { Turns } from "../../../../adapters/shared/turns.ts";

describe("turns", () => {
	it("are taken in order, at most so many at once, also after a failure", async () => {
		const turns = new Turns(3);
		let running = 0;
		let most = 0;
		const begun: number[] = [];
		const one = (n: number) =>
			turns.run(async () => {
				begun.push(n);
				most = Math.max(most, ++running);
				await new Promise((resolve) => setImmediate(resolve));
				running--;
				if (n === 4) throw new Error("failed");
				return n;
			});
		const done = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => one(n)));
		expect(most).toBe(3);
		expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n));
		expect(done.filter(({ status }) => status === "rejected")).toHaveLength(1);
		expect(await one(21)).toBe(21);
	});

	it("go on past one that hangs", async () => {
		const turns = new Turns(1, 20);
		const hanging = Promise.withResolvers<string>();
		const first = turns.run(() => hanging.promise);
		expect(await turns.run(async () => "second")).toBe("second");
		hanging.resolve("first");
		expect(await first).toBe("first");
		expect(await turns.run(async () => "third")).toBe("third");
	});
});
