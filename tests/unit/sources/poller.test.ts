import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { rssOf } from "../../../bench/live/pages.ts";
import { asNewRequest, requestId } from "../../../src/app/requests.ts";
import { pollUnderLease } from "../../../src/sources/lease.ts";
import type { PollParts } from "../../../src/sources/poll-parts.ts";
import { startPoller } from "../../../src/sources/poller.ts";
import { rhythm } from "../../../src/sources/schedule.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { minute, openStand } from "./stand.ts";

let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());

/** Between two beats of the poller. */
const beatMs = 20_000;

async function nextOf({ store }: Pick<PollParts, "store">): Promise<number | undefined> {
	return (await store.list())[0]?.nextPollAt;
}

async function settled(holds: () => Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

/** A poller whose timers go off when the test says so. */
function poll(more: Pick<PollParts, "asRequest"> & { log?: PollParts["log"] } = {}) {
	const stand = openStand(web);
	const timers = new Map<() => void, number>();
	const fire = (isMeant: (ms: number) => boolean) => {
		for (const [work, ms] of timers) {
			if (!isMeant(ms)) continue;
			timers.delete(work);
			work();
		}
	};
	const looks = new Map<string, () => void>();
	const { store } = stand.parts;
	const parts = {
		...stand.parts,
		...more,
		store: {
			...store,
			save: async (source: Parameters<typeof store.save>[0]) => {
				await store.save(source);
				looks.get(source.id)?.();
			},
		},
		setTimer: (work: () => void, ms: number) => {
			timers.set(work, ms);
			return () => void timers.delete(work);
		},
	};
	const poller = startPoller(parts);
	onTestFinished(async () => {
		await poller.close();
		stand.remove();
	});
	const looked = (id: string) => new Promise<void>((resolve) => looks.set(id, resolve));
	return {
		...{ ...stand, poller, looked, pollParts: parts },
		timers: () => [...timers.values()],
		beat: () => fire((ms) => ms !== rhythm.renewal && ms !== rhythm.lease),
		endLease: () => fire((ms) => ms === rhythm.lease),
		renew: () => fire((ms) => ms === rhythm.renewal),
	};
}

describe("the poller", () => {
	it("makes each look a request of its own, whoever woke it", async () => {
		const seen: (string | undefined)[] = [];
		const log = (_level: string, msg: string) => {
			if (msg === "A source could not be read.") seen.push(requestId());
		};
		const { add, poller, looked } = poll({ asRequest: asNewRequest, log });
		for (const id of ["a", "b"]) {
			await add(id, web.url(`/nothing-${id}.xml`));
			const look = looked(id);
			asNewRequest(() => poller.wake(), "waker");
			await look;
		}
		expect(seen).toHaveLength(2);
		expect(new Set([...seen, "waker", undefined]).size).toBe(4);
	});

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

	it("takes over within a minute what a killed reader had taken", async () => {
		web.serve("/e.xml", rssOf([], web.url("")));
		const { add, poller, looked, time, beat, parts } = poll();
		await add("e", web.url("/e.xml"));
		// What a process leaves that is killed right after it has taken a source.
		await parts.store.take(time.now, time.now + rhythm.lease);
		poller.wake();
		expect(await parts.store.list()).toMatchObject([{ lastSuccessAt: null }]);
		time.now += minute - beatMs;
		const again = looked("e");
		beat();
		await again;
		expect(await parts.store.list()).toMatchObject([{ id: "e", lastSuccessAt: time.now }]);
	});

	it("keeps what it looks at, however long that takes", async () => {
		const asked = Promise.withResolvers<ServerResponse>();
		web.serve("/f.xml", (_request, response) => asked.resolve(response));
		const { add, poller, looked, time, renew, parts } = poll();
		await add("f", web.url("/f.xml"));
		poller.wake();
		const response = await asked.promise;
		for (let n = 0; n < 12; n++) {
			time.now += rhythm.renewal;
			renew();
			await settled(async () => (await nextOf(parts)) === time.now + rhythm.lease);
			expect(await parts.store.take(time.now, time.now + rhythm.lease)).toBeNull();
		}
		const done = looked("f");
		response.end(rssOf([], web.url("")));
		await done;
		expect(await parts.store.list()).toMatchObject([{ lastSuccessAt: time.now, failures: 0 }]);
	});

	it("ends a look whose source another one has taken meanwhile, and leaves it alone", async () => {
		const asked = Promise.withResolvers<ServerResponse>();
		web.serve("/g.xml", (_request, response) => asked.resolve(response));
		const { add, pollParts, time, parts, renew } = poll();
		await add("g", web.url("/g.xml"));
		const taken = await parts.store.take(time.now, time.now + rhythm.lease);
		if (!taken) throw new Error("nothing was due");
		const look = pollUnderLease(taken, pollParts, new AbortController().signal);
		const ended = expect(look).rejects.toThrow("Another look has begun");
		await asked.promise;
		time.now += rhythm.lease;
		const other = await parts.store.take(time.now, time.now + rhythm.lease);
		expect(other).toMatchObject({ id: "g" });
		renew();
		await ended;
		expect(await parts.store.list()).toEqual([other]);
	});

	it("ends a look that could not be kept until its lease ended, whatever the store is asked meanwhile", async () => {
		const asked = Promise.withResolvers<ServerResponse>();
		web.serve("/h.xml", (_request, response) => asked.resolve(response));
		const { add, pollParts, time, parts, renew, endLease } = poll();
		await add("h", web.url("/h.xml"));
		const taken = await parts.store.take(time.now, time.now + rhythm.lease);
		if (!taken) throw new Error("nothing was due");
		let renewals = 0;
		const renewing = async () => {
			// The first one hangs: its database is away.
			if (renewals++ === 0) await new Promise(() => {});
			return false;
		};
		const away = { ...pollParts, store: { ...pollParts.store, renew: renewing } };
		const look = pollUnderLease(taken, away, new AbortController().signal);
		const ended = expect(look).rejects.toThrow("could not be kept");
		await asked.promise;
		renew();
		endLease();
		await ended;
	});

	it("counts a lease from when it was asked for, not from the reply", async () => {
		const asked = Promise.withResolvers<ServerResponse>();
		web.serve("/i.xml", (_request, response) => asked.resolve(response));
		const { add, pollParts, time, parts, renew, timers } = poll();
		await add("i", web.url("/i.xml"));
		const taken = await parts.store.take(time.now, time.now + rhythm.lease);
		if (!taken) throw new Error("nothing was due");
		time.now += 1_000;
		const slow = {
			...pollParts.store,
			async renew(...of: Parameters<typeof parts.store.renew>) {
				time.now += 15_000;
				return parts.store.renew(...of);
			},
		};
		const stop = new AbortController();
		const look = pollUnderLease(taken, { ...pollParts, store: slow }, stop.signal);
		const ended = expect(look).rejects.toThrow();
		await asked.promise;
		expect(timers()).toContain(rhythm.lease - 1_000);
		renew();
		await settled(async () => timers().includes(rhythm.renewal));
		expect(timers()).toContain(rhythm.lease - 15_000);
		stop.abort();
		await ended;
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
