import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { rssOf } from "../../../bench/live/pages.ts";
import { startPoller } from "../../../src/sources/poller.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { minute, openStand } from "./stand.ts";

let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());

/** A poller whose timers go off when the test says so. */
function poll() {
	const stand = openStand(web);
	let due: (() => void) | undefined;
	const looks = new Map<string, () => void>();
	const { store } = stand.parts;
	const parts = {
		...stand.parts,
		store: {
			...store,
			save: async (source: Parameters<typeof store.save>[0]) => {
				await store.save(source);
				looks.get(source.id)?.();
			},
		},
		setTimer: (work: () => void) => {
			due = work;
			return () => {
				due = undefined;
			};
		},
	};
	const poller = startPoller(parts);
	onTestFinished(async () => {
		await poller.close();
		stand.remove();
	});
	const looked = (id: string) => new Promise<void>((resolve) => looks.set(id, resolve));
	return { ...stand, poller, looked, beat: () => due?.() };
}

describe("the poller", () => {
	it("looks at what is due, when it is due, and at what was added as soon as it is woken", async () => {
		web.serve("/a.xml", rssOf([], web.url("")));
		const { add, poller, looked, time, beat, parts } = poll();
		await add("a", web.url("/a.xml"));
		const first = looked("a");
		poller.wake();
		await first;
		const [source] = await parts.store.list();
		expect(source).toMatchObject({ lastSuccessAt: time.now, nextPollAt: time.now + 15 * minute });
		time.now += 15 * minute;
		const second = looked("a");
		beat();
		await second;
		expect(web.seen.filter(({ path }) => path === "/a.xml")).toHaveLength(2);
	});

	it("leaves a look that is ended for whoever starts next, due at once", async () => {
		web.serve("/slow.xml", () => {});
		const { add, poller, time, parts } = poll();
		await add("b", web.url("/slow.xml"));
		const asked = new Promise<void>((resolve) => web.serve("/slow.xml", () => resolve()));
		poller.wake();
		await asked;
		await poller.close();
		expect(await parts.store.list()).toMatchObject([
			{ id: "b", failures: 0, nextPollAt: time.now },
		]);
	});

	it("goes on with the others where one of them fails", async () => {
		web.serve("/c.xml", rssOf([], web.url("")));
		const { add, poller, looked, parts } = poll();
		await add("d", web.url("/nothing.xml"));
		await add("c", web.url("/c.xml"));
		const both = Promise.all([looked("c"), looked("d")]);
		poller.wake();
		await both;
		expect(await parts.store.list()).toMatchObject([
			{ id: "c", failures: 0 },
			{ id: "d", failures: 1, lastProblem: { code: "fetch_gone" } },
		]);
	});
});
