import { describe, expect, it } from "vitest";
import { OpenCollections } from "../../../../src/app/collections/open-collections.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";

function stand(most: number) {
	const events: string[] = [];
	const clock = { ms: 0 };
	const broken = new Set<string>();
	const holds = new Map<string, Promise<void>>();
	const lines: string[] = [];
	const collections = new OpenCollections({
		async open(id) {
			events.push(`open ${id}`);
			await holds.get(id);
			if (broken.has(id)) throw new IsnadError("corpus_missing", `${id} is away.`);
			return { id, close: async () => void events.push(`close ${id}`) };
		},
		most,
		log: (_, line) => void lines.push(line),
		now: () => clock.ms,
	});
	const use = (id: string) => collections.use(id, async (opened) => opened.id);
	return { collections, use, events, clock, broken, holds, lines };
}

describe("open collections", () => {
	it("are opened with the first use, once for many at the same time", async () => {
		const { use, events } = stand(2);
		expect(await Promise.all([use("a"), use("a"), use("a")])).toEqual(["a", "a", "a"]);
		expect(events).toEqual(["open a"]);
	});

	it("give way, the one that was used longest ago first", async () => {
		const { use, events } = stand(2);
		for (const id of ["a", "b", "a", "c"]) await use(id);
		expect(events).toEqual(["open a", "open b", "close b", "open c"]);
	});

	it("stay while they are in use: another one waits for room", async () => {
		const { collections, use, events } = stand(1);
		const held = Promise.withResolvers<void>();
		const working = collections.use("a", () => held.promise);
		await use("a");
		const waiting = use("b");
		for (let n = 0; n < 20; n++) await Promise.resolve();
		expect([events, collections.isWanted]).toEqual([["open a"], true]);
		held.resolve();
		await working;
		expect([await waiting, collections.isWanted]).toEqual(["b", false]);
		expect(events).toEqual(["open a", "close a", "open b"]);
	});

	it("answer while another one is being opened", async () => {
		const { use, holds } = stand(2);
		await use("a");
		const slow = Promise.withResolvers<void>();
		holds.set("b", slow.promise);
		const opening = use("b");
		expect(await use("a")).toBe("a");
		slow.resolve();
		expect(await opening).toBe("b");
	});

	it("that are broken stop no other, and are tried again after a while", async () => {
		const { use, events, broken, clock, lines } = stand(2);
		broken.add("a");
		await expect(use("a")).rejects.toMatchObject({ code: "corpus_missing" });
		await expect(use("a")).rejects.toMatchObject({ code: "corpus_missing" });
		expect(await use("b")).toBe("b");
		expect([events, lines.length]).toEqual([["open a", "open b"], 1]);
		broken.clear();
		clock.ms += 30_000;
		expect(await use("a")).toBe("a");
	});

	it("are all closed at the end, what is being opened too", async () => {
		const { collections, use, events, holds } = stand(2);
		await use("a");
		const slow = Promise.withResolvers<void>();
		holds.set("b", slow.promise);
		const opening = use("b").catch(() => "gone");
		for (let n = 0; n < 20; n++) await Promise.resolve();
		const closing = collections.close();
		slow.resolve();
		await Promise.all([opening, closing]);
		expect(events.toSorted()).toEqual(["close a", "close b", "open a", "open b"]);
	});
});
