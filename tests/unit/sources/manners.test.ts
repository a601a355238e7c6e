import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Hosts, manners } from "../../../src/sources/hosts.ts";
import { nextCheck, nextLook, nextTry, rhythm } from "../../../src/sources/schedule.ts";

/** A clock that goes on to whoever wakes next, once everybody sleeps. */
function clock() {
	const time = { now: 1_000_000 };
	const sleepers: { at: number; wake: () => void }[] = [];
	const sleep = (ms: number) =>
		new Promise<void>((wake) => {
			sleepers.push({ at: time.now + ms, wake });
			setImmediate(() => {
				const next = sleepers.sort((a, b) => a.at - b.at).shift();
				if (!next) return;
				time.now = Math.max(time.now, next.at);
				next.wake();
			});
		});
	return { time, now: () => time.now, sleep };
}

describe("manners towards hosts", () => {
	it("hold for any requests in any order: how many at once, and how soon after one another", async () => {
		const hosts = fc.array(fc.constantFrom("a", "b", "c.example", "d.example:8080"), {
			maxLength: 60,
		});
		await fc.assert(
			fc.asyncProperty(hosts, async (names) => {
				const { time, now, sleep } = clock();
				const polite = new Hosts(now, sleep);
				const busy = new Map<string, number>();
				const begun = new Map<string, number[]>();
				let all = 0;
				const done = names.map((name) =>
					polite.run(`https://${name}/x`, async () => {
						busy.set(name, (busy.get(name) ?? 0) + 1);
						begun.set(name, [...(begun.get(name) ?? []), time.now]);
						expect(busy.get(name)).toBeLessThanOrEqual(manners.perHost);
						expect(++all).toBeLessThanOrEqual(manners.all);
						await Promise.resolve();
						busy.set(name, (busy.get(name) ?? 0) - 1);
						all--;
					}),
				);
				await Promise.all(done);
				expect([...begun.values()].flat()).toHaveLength(names.length);
				for (const times of begun.values())
					for (const [n, at] of times.slice(1).entries())
						expect(at - (times[n] ?? 0)).toBeGreaterThanOrEqual(manners.gapMs);
			}),
		);
	});

	it("go on after a request that failed", async () => {
		const { now, sleep } = clock();
		const polite = new Hosts(now, sleep);
		const all = Array.from({ length: 20 }, (_, n) =>
			polite.run("https://a/", async () => {
				if (n % 2) throw new Error("failed");
				return n;
			}),
		);
		expect(
			(await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled"),
		).toHaveLength(10);
	});

	it("leave a host alone that asked for it, and no other", () => {
		const { time, now, sleep } = clock();
		const polite = new Hosts(now, sleep);
		polite.rest("https://a/feed", 3_600_000);
		expect(polite.restOf("https://a/other")).toBe(3_600_000);
		expect(polite.restOf("https://b/")).toBe(0);
		time.now += 3_600_000;
		expect(polite.restOf("https://a/")).toBe(0);
	});
});

describe("the rhythm of looks", () => {
	const random = fc.double({ min: 0, max: 1, noNaN: true });
	const now = 1_000_000_000;

	it("comes back within a day, never sooner than five minutes, whatever feeds and servers ask for", () => {
		const asked = fc.option(fc.integer({ min: -1_000, max: 1e12 }));
		fc.assert(
			fc.property(asked, random, fc.integer({ min: 1, max: 10_000 }), (ms, r, failures) => {
				const look = nextLook(now, ms, () => r) - now;
				expect(look).toBeGreaterThanOrEqual(0.9 * rhythm.look);
				expect(look).toBeLessThanOrEqual(1.1 * rhythm.longestRest);
				const retry = nextTry(now, failures, null, () => r) - now;
				expect(retry).toBeGreaterThanOrEqual(0.9 * rhythm.firstRetry);
				expect(retry).toBeLessThanOrEqual(1.1 * rhythm.longestRetry);
			}),
		);
	});

	it("never comes back before the server wants it", () => {
		const wait = fc.integer({ min: 0, max: 86_400_000 });
		fc.assert(
			fc.property(wait, random, fc.integer({ min: 1, max: 50 }), (ms, r, failures) => {
				expect(nextTry(now, failures, ms, () => r)).toBeGreaterThanOrEqual(now + ms);
			}),
		);
	});

	it("looks at an article's page less often the older it is, and then no more", () => {
		const every = [0, 12, 72, 24 * 13].map(
			(hours) => (nextCheck(now, now - hours * 3_600_000, () => 0.5) ?? 0) - now,
		);
		expect(every).toEqual([1, 6, 48, 48].map((hours) => hours * 3_600_000));
		expect(nextCheck(now, now - 14 * 86_400_000, () => 0.5)).toBeNull();
	});
});
