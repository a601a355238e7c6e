import { expect, it } from "vitest";
import type { Source, SourceItem } from "../../../src/domain/sources.ts";
import type { Store } from "../../../src/domain/state/store.ts";

export function sourceOf(id: string, change: Partial<Source> = {}): Source {
	return {
		id,
		address: `https://example.org/${id}`,
		kind: null,
		title: null,
		addedBy: "console",
		addedAt: 1,
		etag: null,
		lastModified: null,
		nextPollAt: 100,
		lastSuccessAt: null,
		lastProblem: null,
		failures: 0,
		...change,
	};
}

export function itemOf(key: string, change: Partial<SourceItem> = {}): SourceItem {
	return {
		key,
		address: null,
		mark: "m",
		article: null,
		etag: null,
		lastModified: null,
		firstSeenAt: 1,
		nextCheckAt: null,
		missing: 0,
		problem: null,
		...change,
	};
}

const problem = {
	at: 5,
	code: "fetch_gone",
	key: "fetch_gone",
	params: { address: "https://a/", n: 2 },
};

/** What every `SourceStore` does. */
export function sourceSuite(store: () => Store): void {
	it("adds a source once, whatever its id, and lists them in their order", async () => {
		const { sources } = store();
		const first = sourceOf("b", { title: "صحيفة «المرسى»", lastProblem: problem, kind: "feed" });
		expect(await sources.add(first)).toBe(true);
		expect(await sources.add(sourceOf("a", { addedAt: 2 }))).toBe(true);
		expect(await sources.add(sourceOf("c", { address: first.address }))).toBe(false);
		expect(await sources.add(sourceOf("a", { address: "https://example.org/x" }))).toBe(false);
		expect(await sources.list()).toEqual([first, sourceOf("a", { addedAt: 2 })]);
	});

	it("removes a source with its items", async () => {
		const { sources } = store();
		await sources.add(sourceOf("a"));
		await sources.saveItems("a", [itemOf("k")]);
		expect(await sources.remove("a")).toBe(true);
		expect(await sources.remove("a")).toBe(false);
		await sources.add(sourceOf("a"));
		expect(await sources.items("a")).toEqual([]);
	});

	it("gives out the source that is due longest, to one taker alone", async () => {
		const { sources } = store();
		await sources.add(sourceOf("a", { nextPollAt: 30 }));
		await sources.add(sourceOf("b", { nextPollAt: 20 }));
		await sources.add(sourceOf("c", { nextPollAt: 40 }));
		const taken = await Promise.all([1, 2, 3, 4].map(() => sources.take(35, 500)));
		expect(taken.map((source) => source?.id ?? null).sort()).toEqual(["a", "b", null, null]);
		expect(await sources.take(35, 500)).toBeNull();
		expect(await sources.take(40, 500)).toMatchObject({ id: "c", nextPollAt: 500 });
	});

	it("puts a taken source off further for whoever has it, and for nobody else", async () => {
		const { sources } = store();
		await sources.add(sourceOf("a", { nextPollAt: 30 }));
		await sources.take(30, 70);
		expect(await sources.renew("a", 70, 80)).toBe(true);
		expect(await sources.take(75, 500)).toBeNull();
		// Who slept until another one took it is told so, and changes nothing.
		expect(await sources.take(80, 120)).toMatchObject({ id: "a" });
		expect(await sources.renew("a", 80, 90)).toBe(false);
		expect(await sources.list()).toMatchObject([{ nextPollAt: 120 }]);
		await sources.remove("a");
		expect(await sources.renew("a", 120, 130)).toBe(false);
	});

	it("keeps how a look went, and nothing of a source that was removed", async () => {
		const { sources } = store();
		const source = sourceOf("a");
		await sources.add(source);
		const after = { ...source, etag: '"1"', failures: 3, lastSuccessAt: 7, lastProblem: problem };
		await sources.save(after);
		expect(await sources.list()).toEqual([after]);
		await sources.remove("a");
		await sources.save(after);
		await sources.saveItems("a", [itemOf("k")]);
		expect(await sources.list()).toEqual([]);
		expect(await sources.items("a")).toEqual([]);
	});

	it("adds and replaces items by key, of their source alone", async () => {
		const { sources } = store();
		await sources.add(sourceOf("a"));
		await sources.add(sourceOf("b"));
		const full = itemOf("k2", { address: "https://a/", article: "a1", nextCheckAt: 9, problem });
		await sources.saveItems("a", [itemOf("k1"), full]);
		await sources.saveItems("b", [itemOf("k1", { mark: "other" })]);
		await sources.saveItems("a", [itemOf("k1", { mark: "new", missing: 2 })]);
		expect(await sources.items("a")).toEqual([itemOf("k1", { mark: "new", missing: 2 }), full]);
		expect(await sources.items("b")).toEqual([itemOf("k1", { mark: "other" })]);
	});

	it("drops the items that were seen first", async () => {
		const { sources } = store();
		await sources.add(sourceOf("a"));
		await sources.saveItems(
			"a",
			[3, 1, 4, 2].map((at) => itemOf(`k${at}`, { firstSeenAt: at })),
		);
		expect(await sources.trimItems("a", 2)).toBe(2);
		expect((await sources.items("a")).map(({ key }) => key).sort()).toEqual(["k3", "k4"]);
		expect(await sources.trimItems("a", 2)).toBe(0);
	});
}
