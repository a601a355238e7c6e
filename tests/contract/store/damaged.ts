import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/domain/state/store.ts";
import { planned, subscription } from "./digests.ts";
import { feedbackOf } from "./feedback.ts";
import { itemOf, sourceOf } from "./sources.ts";
import { type Spoil, viewOf } from "./suite.ts";
import { tokenOf } from "./tokens.ts";

const torn = '{"command":"claims","te';
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

/** One row that cannot be read: what every store does with it, and with the rows beside it. */
export function damagedSuite(store: () => Store, spoil: Spoil): void {
	describe("a row that cannot be read", () => {
		it("is named by its kind, its key and the field", async () => {
			const { subscriptions, views, threads, sources, settings, changes, deliveries, feedback } =
				store();
			const { tokens } = store();
			await subscriptions.add(subscription("s1"), 9);
			await deliveries.plan(planned("s1", "2024-05-06"), 100);
			await views.put(viewOf("v1", 1));
			await threads.put("t1", { command: "claims", text: "x" }, 1);
			await sources.add(sourceOf("a"));
			await sources.saveItems("a", [itemOf("k")]);
			await settings.put("slack/T1", { language: "ar" });
			await changes.append([
				{ at: 1, kind: "added", article: "a1", before: null, newClaims: [], goneClaims: [] },
			]);
			await feedback.put(feedbackOf("v1", "u1"));
			await tokens.add(tokenOf("token00001"));
			expect(await store().damaged(12)).toEqual([]);
			const spoilt = [
				["subscription", "s1", "request"],
				["source", "a", "lastProblem"],
				["setting", "slack/T1 language", "value"],
				["delivery", "s1-20240506", "day"],
				["source_item", "a k", "problem"],
				["change", "1", "goneClaims"],
				["thread", "t1", "request"],
				["view", "v1", "places"],
				["feedback", "v1 u1", "request"],
				["token", "token00001", "hash"],
			] as const;
			for (const [kind, id, field] of spoilt) await spoil(kind, id, field, torn);
			const named = (await store().damaged(12)).map(({ kind, id, field }) => [kind, id, field]);
			expect(named).toEqual(spoilt.map((one) => [...one]));
			expect(await store().damaged(3)).toHaveLength(3);
		});

		it.each([
			["zone", "Mars/Base"],
			["at", "25:99"],
			["days", "mon,someday"],
			["language", "xx"],
			["from", "2024-02-31"],
			["request", "[]"],
			["request", torn],
			["nextDue", "soon"],
		])("is left out, a subscription with a bad %s: %s", async (field, value) => {
			const { subscriptions } = store();
			for (const id of ["s1", "s2", "s3"]) await subscriptions.add(subscription(id), 9);
			await spoil("subscription", "s2", field, value);
			expect(ids(await subscriptions.ofChannel("slack", "C1"))).toEqual(["s1", "s3"]);
			expect(ids(await subscriptions.due(["slack"], 200, 5_000, 2))).toEqual(["s1", "s3"]);
			expect(ids(await subscriptions.page("", 2))).toEqual(["s1", "s3"]);
			expect(ids(await subscriptions.page("s1", 1))).toEqual(["s3"]);
			expect(await subscriptions.get("s2")).toBeNull();
			expect(await subscriptions.damaged("slack", "C1")).toEqual([
				{ kind: "subscription", id: "s2", field },
			]);
			expect(await subscriptions.damaged("slack", "C2")).toEqual([]);
			await subscriptions.remove("s2");
			expect(await store().damaged(9)).toEqual([]);
		});

		it("takes part again once it is mended", async () => {
			const { subscriptions } = store();
			await subscriptions.add(subscription("s1"), 9);
			await spoil("subscription", "s1", "zone", "Mars/Base");
			expect(await subscriptions.due(["slack"], 200, 5_000, 9)).toEqual([]);
			await spoil("subscription", "s1", "zone", "Africa/Cairo");
			expect(ids(await subscriptions.due(["slack"], 200, 5_000, 9))).toEqual(["s1"]);
		});

		it("keeps none behind it from being reached, however many there are", async () => {
			const { subscriptions, deliveries } = store();
			for (let n = 0; n < 12; n++) {
				const id = `s${n}`.padEnd(4, "x");
				await subscriptions.add(subscription(id, { nextDue: n }), 99);
				await deliveries.plan(planned(id, "2024-05-06", { due: n }), 100);
				if (n < 10) await spoil("subscription", id, "zone", "Mars/Base");
				if (n < 10) await spoil("delivery", `${id}-20240506`, "day", "never");
			}
			expect(ids(await subscriptions.due(["slack"], 200, 5_000, 2))).toEqual(["s10x", "s11x"]);
			const ready = await deliveries.ready(["slack"], 200, 5_000, 2);
			expect(ready.map(({ subscription }) => subscription)).toEqual(["s10x", "s11x"]);
		});

		it("is no view and no question any more, and the others are", async () => {
			const { views, threads } = store();
			for (const id of ["v1", "v2"]) await views.put(viewOf(id, 1));
			for (const id of ["t1", "t2"]) await threads.put(id, { command: "claims", text: id }, 1);
			await spoil("view", "v1", "request", torn);
			await spoil("thread", "t1", "request", torn);
			expect(await views.get("v1")).toBeNull();
			expect(await views.get("v2")).toEqual(viewOf("v2", 1));
			expect(await threads.get("t1", 0)).toBeNull();
			expect(await threads.get("t2", 0)).toMatchObject({ text: "t2" });
			await views.put(viewOf("v1", 2));
			expect(await views.get("v1")).toEqual(viewOf("v1", 2));
		});

		it("is looked at by nobody, a source, and the next one that is due is", async () => {
			const { sources } = store();
			for (const [n, id] of ["a", "b", "c"].entries())
				await sources.add(sourceOf(id, { addedAt: n, nextPollAt: n }));
			await spoil("source", "a", "lastProblem", torn);
			await spoil("source", "b", "address", "nowhere");
			expect(ids(await sources.list())).toEqual(["c"]);
			expect(ids(await sources.damaged())).toEqual(["a", "b"]);
			expect(await sources.take(50, 500)).toMatchObject({ id: "c" });
			expect(await sources.take(50, 500)).toBeNull();
			expect(await sources.remove("b")).toBe(true);
		});

		it("is a new item to its source, and mended when it is kept again", async () => {
			const { sources } = store();
			await sources.add(sourceOf("a"));
			await sources.saveItems("a", [itemOf("k1"), itemOf("k2")]);
			await spoil("source_item", "a k1", "problem", torn);
			expect((await sources.items("a")).map(({ key }) => key)).toEqual(["k2"]);
			await sources.saveItems("a", [itemOf("k1")]);
			expect((await sources.items("a")).map(({ key }) => key)).toEqual(["k1", "k2"]);
		});

		it("is passed over among the changes, and the page is full without it", async () => {
			const { changes } = store();
			const made = { at: 1, kind: "added", before: null, newClaims: [], goneClaims: [] } as const;
			await changes.append(["a", "b", "c", "d"].map((article) => ({ ...made, article })) as never);
			await spoil("change", "2", "goneClaims", torn);
			expect((await changes.after(0, 2)).map(({ seq }) => seq)).toEqual([1, 3]);
			expect((await changes.after(1, 9)).map(({ seq }) => seq)).toEqual([3, 4]);
			expect(await changes.last()).toBe(4);
		});

		it("opens nothing, a token, and is still one that was made", async () => {
			const { tokens } = store();
			for (const id of ["token00001", "token00002"]) await tokens.add(tokenOf(id));
			await spoil("token", "token00001", "hash", "");
			expect(await tokens.get("token00001")).toBeNull();
			expect(ids(await tokens.list())).toEqual(["token00002"]);
			expect(ids(await store().damaged(9, ["token"]))).toEqual(["token00001"]);
			expect(await tokens.revoke("token00002", 9)).toBe(true);
			expect(await tokens.any()).toBe(true);
			expect(await tokens.revoke("token00001", 9)).toBe(true);
		});

		it("is no setting", async () => {
			const { settings } = store();
			await settings.put("slack/T1", { language: "ar", visibility: "channel" });
			await spoil("setting", "slack/T1 language", "value", "klingon");
			expect(await settings.get("slack/T1")).toEqual({ visibility: "channel" });
		});

		it("is named without its control characters", async () => {
			const { subscriptions } = store();
			await subscriptions.add(subscription("s1\u001b[31m\u202e", { zone: "Mars/Base" }), 9);
			expect(ids(await store().damaged(9))).toEqual(["s1?[31m?"]);
		});
	});
}
