import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change } from "../../../src/domain/state/change-journal.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { openStore } from "../../../src/storage/open.ts";
import { whyNoServer } from "../../servers/postgres/programs.ts";
import { startServer, type TestServer } from "../../servers/postgres/server.ts";
import { planned, subscription } from "./digests.ts";
import { feedbackOf } from "./feedback.ts";
import { itemOf, sourceOf } from "./sources.ts";
import { viewOf } from "./suite.ts";

const [monday, tuesday] = ["2024-05-06", "2024-05-07"];
const change = (article: string): Omit<Change, "seq"> => ({
	...{ at: 1, kind: "added", article, before: null, newClaims: [], goneClaims: [] },
});

/** What one writer hides: two pools, as two processes have them, over one database. */
describe.skipIf(whyNoServer())("two processes at one PostgreSQL (needs its programs)", () => {
	let server: TestServer;
	let one: Store;
	let two: Store;
	beforeAll(async () => {
		server = await startServer();
		const databaseUrl = server.database("races");
		const place = { data: "/nonexistent", databaseUrl };
		// At the same moment, over a database without tables.
		const opened = await Promise.all([1, 2, 3, 4].map(() => openStore(place)));
		for (const extra of opened.splice(2)) await extra.close();
		[one, two] = opened as [Store, Store];
	});
	afterAll(async () => {
		await Promise.all([one?.close(), two?.close()]);
		await server?.remove();
	});

	/** Half of them by each process, all at once. */
	const together = <T>(count: number, work: (store: Store, n: number) => Promise<T>) =>
		Promise.all(Array.from({ length: count }, (_, n) => work(n % 2 ? one : two, n)));

	it("brings an empty database to today's form once", () => {
		const steps = server.run(
			"select count(*), count(distinct name) from kysely_migration",
			"races",
		);
		expect(steps).toMatch(/^(\d+)\|\1$/);
	});

	it("adds no more digests to a channel than it may have", async () => {
		for (const channel of ["C1", "C2", "C3", "C4"]) {
			const place = { platform: "slack", space: null, channel, thread: null } as const;
			const added = await together(12, ({ subscriptions }, n) =>
				subscriptions.add(subscription(`${channel}-${n}`, { place }), 3),
			);
			expect(added.filter(Boolean)).toHaveLength(3);
			expect(await one.subscriptions.ofChannel("slack", channel)).toHaveLength(3);
		}
	});

	it("gives each source to one, and finds one for everybody while there is any", async () => {
		for (let n = 0; n < 20; n++) await one.sources.add(sourceOf(`s${n}`, { nextPollAt: n }));
		const first = await together(16, ({ sources }) => sources.take(50, 500));
		expect(first.filter((source) => source === null)).toEqual([]);
		const rest = await together(16, ({ sources }) => sources.take(50, 500));
		const ids = [...first, ...rest].flatMap((source) => (source ? [source.id] : []));
		expect(ids).toHaveLength(20);
		expect(new Set(ids).size).toBe(20);
	});

	it("keeps no item of a source that is removed while it is read", async () => {
		for (let n = 0; n < 10; n++) {
			const id = `gone${n}`;
			await one.sources.add(sourceOf(id, { nextPollAt: 9_000 }));
			const items = Array.from({ length: 20 }, (_, at) => itemOf(`k${at}`));
			await Promise.all([one.sources.saveItems(id, items), two.sources.remove(id)]);
			expect(await two.sources.items(id)).toEqual([]);
		}
	});

	it("folds each day into one that is left, whoever plans them", async () => {
		const days = Array.from({ length: 10 }, (_, n) => `2024-05-1${n}`);
		const made = await together(10, ({ deliveries }, n) =>
			deliveries.plan(planned("folded", days[n] ?? ""), 100),
		);
		expect(made).toEqual(days.map(() => true));
		const rows = await one.deliveries.since("folded", "", 20);
		const open = rows.filter(({ state }) => state === "pending");
		expect(open).toHaveLength(1);
		expect(open[0]?.missed).toBe(9);
	});

	it("never folds what a worker has just taken", async () => {
		// Between the look at what is open and its folding lies time for a worker.
		server.run(
			`create function dawdle() returns trigger language plpgsql as
				$$ begin perform pg_sleep(0.1); return new; end $$;
			create trigger dawdle before insert on deliveries for each row
				when (new.subscription like 'race%' and new.day = '${tuesday}') execute function dawdle()`,
			"races",
		);
		for (let n = 0; n < 4; n++) {
			const of = `race${n}`;
			await one.deliveries.plan(planned(of, monday), 100);
			const key = planned(of, monday).key;
			const planning = two.deliveries.plan(planned(of, tuesday), 100);
			await new Promise((resolve) => setTimeout(resolve, n * 25));
			const taken = await one.deliveries.claim(key, "L1", 100, 160);
			const isPlanned = await planning;
			expect(isPlanned).toBe(taken === null);
			expect((await one.deliveries.get(key))?.state).toBe(isPlanned ? "skipped" : "pending");
		}
	});

	it("gives a delivery to one worker", async () => {
		for (let n = 0; n < 10; n++) {
			await one.deliveries.plan(planned(`claimed${n}`, monday), 100);
			const { key } = planned(`claimed${n}`, monday);
			const taken = await together(12, ({ deliveries }, at) =>
				deliveries.claim(key, `L${at}`, 100, 160),
			);
			expect(taken.filter((row) => row !== null)).toHaveLength(1);
		}
	});

	it("lets no number of the journal appear behind one that was seen", async () => {
		let isOver = false;
		const seen: number[] = [];
		const reading = (async () => {
			for (let last = 0; ; ) {
				const wasOver = isOver;
				const found = await two.changes.after(last, 7);
				seen.push(...found.map(({ seq }) => seq));
				last = found.at(-1)?.seq ?? last;
				if (wasOver && found.length === 0) return;
			}
		})();
		await together(80, ({ changes }, n) => changes.append([change(`a${n}`), change(`b${n}`)]));
		isOver = true;
		await reading;
		expect(seen).toEqual(Array.from({ length: 160 }, (_, n) => n + 1));
		expect(await one.changes.last()).toBe(160);
	});

	it("notes once what both noticed", async () => {
		const before = await one.changes.last();
		await together(10, ({ changes }) => changes.append([change("both")]));
		const noted = await one.changes.after(before, 99);
		expect(noted.map(({ article }) => article)).toEqual(["both"]);
	});

	it("has a delivery of a platform worked on once, while whoever began it is at work", async () => {
		await one.inbox.attend?.("first");
		await two.inbox.attend?.("second");
		for (let n = 0; n < 10; n++) {
			const taken = await together(10, ({ inbox }, at) =>
				inbox.begin(`E${n}`, at % 2 ? "first" : "second", 1),
			);
			expect(taken.filter(Boolean)).toHaveLength(1);
		}
		const third = await openStore({ data: "", databaseUrl: server.database("third") });
		await third.close();
	});

	it("gives what a process began to another one once it is gone", async () => {
		const databaseUrl = `${server.database("inbox")}`;
		const [gone, next] = [
			await openStore({ data: "", databaseUrl }),
			await openStore({ data: "", databaseUrl }),
		];
		await gone.inbox.attend?.("gone");
		expect(await gone.inbox.begin("E", "gone", 1)).toBe(true);
		expect(await next.inbox.begin("E", "next", 2)).toBe(false);
		await gone.close();
		expect(await next.inbox.begin("E", "next", 3)).toBe(true);
		await next.close();
	});

	it("keeps one vote, one view and one setting of many at once", async () => {
		await together(20, ({ feedback }, n) => feedback.put(feedbackOf("v1", "u1", { at: n })));
		await together(20, ({ views }, n) => views.put(viewOf("v1", n)));
		// The same rows in another order: without another try one of two that block each other fails.
		await together(40, ({ settings }, n) =>
			settings.put(
				"slack/T1",
				n % 2
					? { language: "ar", visibility: "channel" }
					: { visibility: "private", language: "en" },
			),
		);
		const { language, visibility } = await one.settings.get("slack/T1");
		expect([`${language} ${visibility}`]).toContainEqual(
			expect.stringMatching(/^(ar channel|en private)$/),
		);
		expect((await one.feedback.counts()).right + (await one.feedback.counts()).wrong).toBe(1);
	});

	it("hears of what another process appends", async () => {
		const heard = Promise.withResolvers<void>();
		const unwatch = two.changes.watch?.(() => heard.resolve());
		expect(unwatch).toBeTypeOf("function");
		// Until the connection that listens is there.
		const ringing = (async () => {
			for (let n = 0; n < 100; n++) {
				await one.changes.append([change(`heard${n}`)]);
				if (await Promise.race([heard.promise.then(() => true), nextTurn()])) return true;
			}
			return false;
		})();
		expect(await ringing).toBe(true);
		unwatch?.();
	});
});

function nextTurn(): Promise<boolean> {
	return new Promise((resolve) => setTimeout(() => resolve(false), 50));
}
