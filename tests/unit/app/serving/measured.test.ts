import { expect, it } from "vitest";
import { measuredStore } from "../../../../src/app/serving/metrics/measured-store.ts";
import { createPrometheus } from "../../../../src/app/serving/metrics/prometheus.ts";
import { standingOf } from "../../../../src/app/serving/metrics/standing.ts";
import { readinessOf } from "../../../../src/app/serving/readiness.ts";
import { countedLog } from "../../../../src/app/serving/web.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";
import type { Metrics } from "../../../../src/domain/metrics.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { planned, subscription } from "../../../contract/store/digests.ts";

/** Notes every count. */
function counting() {
	const counted: unknown[][] = [];
	const note =
		(name: string) =>
		(...what: unknown[]) =>
			void counted.push([name, ...what]);
	const metrics: Metrics = {
		answered: note("answered"),
		asked: note("asked"),
		acknowledged: note("acknowledged"),
		searched: note("searched"),
		searchEnded: note("searchEnded"),
		delivered: note("delivered"),
		looked: note("looked"),
		translated: note("translated"),
		storeFailed: note("storeFailed"),
		logged: note("logged"),
	};
	return { counted, metrics };
}

const broken = () => Promise.reject(new IsnadError("store_busy", "Somebody else writes."));

it("counts the end of each delivery with how late it came, and no other", async () => {
	const { counted, metrics } = counting();
	const store = measuredStore(memoryStore(), metrics, () => 5_100);
	await store.subscriptions.add(subscription("s1"), 9);
	const delivery = planned("s1", "2024-05-06", { due: 100 });
	await store.deliveries.plan(delivery, 100);
	const take = () => store.deliveries.claim(delivery.key, "lease", 200, 900);
	await take();
	const back = { state: "pending", notBefore: 0, reason: "wait" } as const;
	await store.deliveries.release(delivery.key, "lease", 300, back);
	expect(counted).toEqual([]);
	await take();
	const sent = { state: "sent", message: "m" } as const;
	expect(await store.deliveries.finish(delivery.key, "another", 400, sent)).toBe(false);
	expect(counted).toEqual([]);
	await take();
	await store.deliveries.claim(delivery.key, "lease", 1_000, 2_000);
	expect(await store.deliveries.finish(delivery.key, "lease", 1_100, sent)).toBe(true);
	expect(counted).toEqual([["delivered", { platform: "slack", outcome: "sent" }, 5]]);
});

it("counts failures by their code and passes them on", async () => {
	const { counted, metrics } = counting();
	const inner = memoryStore();
	inner.views.get = broken;
	const store = measuredStore({ ...inner, damaged: broken }, metrics, () => 0);
	await expect(store.views.get("v")).rejects.toMatchObject({ code: "store_busy" });
	await expect(store.damaged(1)).rejects.toMatchObject({ code: "store_busy" });
	expect(await store.views.dropBefore(0)).toBe(0);
	expect(counted).toEqual([
		["storeFailed", "store_busy"],
		["storeFailed", "store_busy"],
	]);
});

it("counts looks at sources by whether they were read", async () => {
	const { counted, metrics } = counting();
	const store = measuredStore(memoryStore(), metrics, () => 0);
	const source = {
		kind: "feed" as const,
		...{ id: "a", address: "https://a.example/", title: null, addedBy: "x" },
		...{ addedAt: 0, etag: null, lastModified: null, nextPollAt: 0, lastSuccessAt: null },
		failures: 0,
	};
	await store.sources.add({ ...source, lastProblem: null });
	await store.sources.save({ ...source, lastProblem: null });
	const lastProblem = { at: 0, code: "fetch_timeout", key: "fetch_timeout", params: {} };
	await store.sources.save({ ...source, lastProblem });
	expect(counted).toEqual([
		["looked", "read"],
		["looked", "failed"],
	]);
	expect(await store.sources.list()).toMatchObject([{ lastProblem }]);
});

it("counts lines that somebody should see, and those at which the program itself is at fault", () => {
	const { counted, metrics } = counting();
	const lines: unknown[] = [];
	const log = countedLog((...line) => void lines.push(line), metrics);
	log("info", "a");
	log("warn", "b", { code: "store_busy" });
	log("error", "c", { code: "internal" });
	log("error", "d", { reason: "defect" });
	expect(lines).toHaveLength(4);
	expect(counted.map(([, of]) => of)).toEqual([
		{ level: "warn", unexpected: false },
		{ level: "error", unexpected: true },
		{ level: "error", unexpected: true },
	]);
});

it("has a registry for each, which knows nothing of another's counts", async () => {
	const standing = async () => ({ corpus: null, platforms: {}, sources: null });
	const [one, other] = [createPrometheus(standing), createPrometheus(standing)];
	one.storeFailed("disk_full");
	one.answered({ platform: "slack", command: "claims", outcome: "answered" }, 0.2);
	const counts = /^isnad_store_errors_total\{code="disk_full"\} 1$/m;
	const { text, type } = await one.text();
	expect(type).toMatch(/^text\/plain/);
	expect(text).toMatch(counts);
	expect((await other.text()).text).not.toMatch(counts);
});

it("tells the rest where the store does not say what is followed", async () => {
	const app = { answerer: { version: 3, size: 7 }, corpus: { articles: [] } } as never;
	for (const list of [broken, () => new Promise<never>(() => {})]) {
		const { sources } = memoryStore();
		const store = { ...memoryStore(), sources: { ...sources, list } };
		expect(await standingOf({ app, store }, () => 0)()).toEqual({
			corpus: { articles: 0, passages: 7, claims: 0, version: 3 },
			platforms: {},
			sources: null,
		});
	}
});

it("is not ready before everything is there, nor where the store does not answer", async () => {
	const nothing = await readinessOf({});
	expect([nothing.ready, Object.values(nothing.parts).map(({ ok }) => ok)]).toEqual([
		false,
		[false, false, false, false],
	]);
	const store = memoryStore();
	const opened = { answerer: { version: 3 }, corpus: { articles: [] }, isSearchable: true };
	const app = opened as never;
	const platforms = { names: ["slack", "discord"] as const, isConnected: () => false };
	const one = { ...platforms, isConnected: (name: string) => name === "discord" };
	const ready = async (more: object) =>
		(await readinessOf({ store, app, platforms: one, ...more })).ready;
	expect(await ready({})).toBe(true);
	expect(await ready({ platforms })).toBe(false);
	expect(await ready({ app: { ...opened, isSearchable: false } })).toBe(false);
	expect(await ready({ platforms: { names: [], isConnected: () => false } })).toBe(true);
	const silent = { ...store.changes, last: () => new Promise<never>(() => {}) };
	const unanswered = await readinessOf({ store: { ...store, changes: silent } });
	expect(unanswered.parts["store"]).toEqual({ ok: false, code: "no_answer" });
	const changes = { ...store.changes, last: broken };
	expect((await readinessOf({ store: { ...store, changes } })).parts["store"]).toEqual({
		ok: false,
		code: "store_busy",
	});
});
