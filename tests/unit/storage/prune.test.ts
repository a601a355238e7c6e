import { expect, it } from "vitest";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { pruneStore } from "../../../src/storage/prune.ts";

const day = 86_400_000;

it("drops what is too old to be asked for, and keeps the rest", async () => {
	const store = memoryStore();
	const now = 1_000 * day;
	const view = { request: null, answer: null, places: [] };
	await store.views.put({ id: "old", ...view, at: now - 91 * day });
	await store.views.put({ id: "new", ...view, at: now - 89 * day });
	await store.threads.put("old", { command: "ask", text: "x" }, now - 31 * day);
	await store.threads.put("new", { command: "ask", text: "x" }, now - 29 * day);
	await store.inbox.begin("old", "p", now - 4 * day);
	await store.inbox.begin("new", "p", now - 2 * day);
	expect(await pruneStore(store, now)).toBe(3);
	expect(await store.views.get("new")).not.toBeNull();
	expect(await store.threads.get("new", 0)).not.toBeNull();
	expect(await store.inbox.begin("new", "p", now)).toBe(false);
	expect(await pruneStore(store, now)).toBe(0);
});
