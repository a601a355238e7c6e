import { expect, it } from "vitest";
import { keptFor, startPruning } from "../../../../src/app/serving/pruning.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { feedbackOf } from "../../../contract/store/feedback.ts";

const day = 86_400_000;
const now = () => 1_000 * day;
const request = { command: "ask", text: "?" } as const;

it("keeps what is of use for as long as that lasts, and no row longer than an operator says", () => {
	const days = (keepDays?: number) =>
		(["views", "threads", "inbox", "feedback", "translations"] as const).map((kind) => {
			const ms = keptFor(kind, keepDays);
			return ms === undefined ? null : ms / day;
		});
	expect(days()).toEqual([90, 2, 2, null, 180]);
	expect(days(1)).toEqual([1, 1, 1, 1, 1]);
	expect(days(30)).toEqual([30, 2, 2, 30, 30]);
	expect(days(400)).toEqual([400, 2, 2, 400, 180]);
});

it.each([
	[undefined, { views: 1, threads: 1, inbox: 1, translations: 0 }],
	[10, { views: 2, threads: 1, inbox: 1, feedback: 2, translations: 2 }],
])("drops what is too old, and says how much: %s days", async (keepDays, dropped) => {
	const store = memoryStore();
	const ages = { old: 100 * day, month: 30 * day, fresh: day };
	for (const [id, age] of Object.entries(ages)) {
		const at = now() - age;
		await store.views.put({ id, request, answer: null, places: [], at });
		await store.feedback.put(feedbackOf(id, "u1", { at }));
		await store.translations.put(id, "text", at);
	}
	for (const [id, age] of [
		["old", 3 * day],
		["fresh", day],
	] as const) {
		await store.threads.put(id, request, now() - age);
		await store.inbox.begin(id, "process", now() - age);
	}
	const logged: unknown[] = [];
	const log = (...line: unknown[]) => void logged.push(line);
	await startPruning({ store, keepDays, now, log }).stop();
	expect(logged).toEqual([["debug", "What was too old was dropped.", dropped]]);
	expect(await store.threads.get("fresh", 0)).toEqual(request);
	expect(await store.feedback.page(null, 9)).toHaveLength(keepDays ? 1 : 3);
});
