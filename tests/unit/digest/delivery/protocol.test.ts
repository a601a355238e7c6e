import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rates, timing } from "../../../../src/digest/delivery/rates.ts";
import type { PostOutcome, Subscription } from "../../../../src/domain/digest.ts";
import type { Store } from "../../../../src/domain/state/store.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { type Luck, Platform } from "../platform.ts";
import { slowly, Worker } from "../workers.ts";
import { emptyAnswer, subscribed, World } from "../world.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Monday, a quarter of an hour before the digests are due. */
const start = Date.UTC(2024, 4, 6, 7, 15);

async function stage(subscriptions: Subscription[], nonceMs = 0) {
	const world = new World(start);
	const store = memoryStore();
	for (const each of subscriptions) await store.subscriptions.add(each, 1_000);
	const platform = new Platform(world, nonceMs);
	const worker = (more = {}) =>
		new Worker(world, store, { slack: platform.poster, discord: platform.poster }, more);
	const keys = () => platform.messages.map(({ key }) => key).sort();
	return { world, store, platform, worker, keys };
}

const one = () => subscribed("a", "slack");
const keysOf = (id: string, ...days: string[]) => days.map((d) => `${id.padEnd(12, "x")}-${d}`);

it("posts a digest each day at its time", async () => {
	const { world, platform, worker, keys } = await stage([one()]);
	const w = worker();
	await world.pass(14 * minute);
	expect(keys()).toEqual([]);
	await world.pass(2 * minute);
	expect(keys()).toEqual(keysOf("a", "20240506"));
	await world.pass(3 * day);
	expect(keys()).toEqual(keysOf("a", "20240506", "20240507", "20240508", "20240509"));
	for (const { at } of platform.messages) expect((at - start) % day).toBeLessThan(17 * minute);
	const stopped = w.stop();
	await world.pass(minute);
	await stopped;
});

it("makes up for days that it was down with one digest, marked so", async () => {
	const { world, store, worker, keys } = await stage([one()]);
	const w = worker();
	await world.pass(hour);
	w.kill();
	await world.pass(3 * day + hour);
	const told: unknown[] = [];
	worker({
		write: async (_: Subscription, of: object) => {
			told.push(of);
			return { answer: emptyAnswer, news: true, upTo: 0 };
		},
	});
	await world.pass(hour);
	expect(keys()).toEqual(keysOf("a", "20240506", "20240509"));
	expect(told).toMatchObject([{ day: "2024-05-09", missedFrom: "2024-05-07", missed: 2 }]);
	const [latest] = await store.deliveries.since(one().id, "2024-05-09", 1);
	expect(latest).toMatchObject({ state: "sent", missedFrom: "2024-05-07", missed: 2 });
});

describe("a reply that was lost", () => {
	const once = (luck: Luck) => {
		let left = 1;
		return (): Luck => (left-- > 0 ? luck : "done");
	};

	it("posts nothing again that the platform has", async () => {
		const { world, store, platform, worker, keys } = await stage([one()]);
		platform.luck = once("reply_lost");
		worker();
		await world.pass(hour);
		expect(keys()).toHaveLength(1);
		expect(platform.posts).toBe(1);
		const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
		expect(row).toMatchObject({ state: "sent", message: platform.messages[0]?.id });
	});

	it("posts again what the platform does not have", async () => {
		const { world, platform, worker, keys } = await stage([one()]);
		platform.luck = once("never_done");
		worker();
		await world.pass(hour);
		expect(keys()).toHaveLength(1);
		expect(platform.posts).toBe(2);
	});

	it("posts nothing while the platform cannot be asked", async () => {
		const { world, platform, worker, keys } = await stage([one()]);
		platform.luck = () => "reply_lost";
		worker();
		await world.pass(2 * hour);
		expect(platform.posts).toBe(1);
		platform.luck = () => "done";
		await world.pass(hour);
		expect(platform.posts).toBe(1);
		expect(keys()).toHaveLength(1);
	});
});

it("waits as long as the platform asks, and posts then", async () => {
	const { world, platform, worker, keys } = await stage([one(), subscribed("b", "slack")]);
	let asked = 0;
	platform.refuse = () => (asked++ === 0 ? { kind: "wait", retryAfterMs: 5 * minute } : null);
	worker();
	await world.pass(18 * minute);
	expect(asked).toBeLessThanOrEqual(2);
	await world.pass(5 * minute);
	expect(keys()).toHaveLength(2);
});

it("tries again what was refused, ever more seldom, and tells why in the end", async () => {
	const { world, store, platform, worker } = await stage([one()]);
	platform.refuse = () => ({ kind: "failed", reason: "invalid_blocks" });
	worker();
	await world.pass(hour);
	const posts = platform.posts;
	expect(posts).toBeGreaterThan(3);
	expect(posts).toBeLessThan(12);
	await world.pass(day - 2 * hour);
	const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
	expect(row).toMatchObject({ state: "failed", reason: "invalid_blocks" });
	platform.refuse = () => null;
	await world.pass(3 * hour);
	expect(platform.messages.map(({ key }) => key)).toEqual(keysOf("a", "20240507"));
});

it.each(["channel_gone", "not_allowed"] as const)(
	"pauses a digest and tells its maker: %s",
	async (reason) => {
		const { world, store, platform, worker } = await stage([one()]);
		platform.refuse = (): PostOutcome => ({ kind: "closed", reason });
		worker();
		await world.pass(3 * day);
		expect(platform.posts).toBe(1);
		expect(platform.told).toMatchObject([{ person: "U1", notice: { code: "digest_paused" } }]);
		expect(platform.told[0]?.notice.lines.join(" ")).toContain("drones");
		expect(await store.subscriptions.get(one().id)).toMatchObject({ paused: reason });
		const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
		expect(row).toMatchObject({ state: "closed", reason });
	},
);

it("skips a day with nothing new where the channel chose so, and moves on", async () => {
	const { world, store, platform, worker } = await stage([
		subscribed("a", "slack", { empty: "skip" }),
	]);
	worker({ write: async () => ({ answer: emptyAnswer, news: false, upTo: 7 }) });
	await world.pass(hour);
	expect(platform.posts).toBe(0);
	const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
	expect(row).toMatchObject({ state: "skipped", reason: "nothing_new" });
	expect(await store.subscriptions.get(one().id)).toMatchObject({ since: 7 });
});

it("delivers nothing of a subscription that was paused after its day was planned", async () => {
	const { world, store, platform, worker } = await stage([one()]);
	platform.refuse = () => ({ kind: "failed", reason: "x" });
	worker();
	await world.pass(16 * minute);
	await store.subscriptions.change(one().id, { paused: "asked" });
	platform.refuse = () => null;
	await world.pass(2 * day);
	expect(platform.messages).toEqual([]);
});

it("ends what was planned of a subscription that was removed meanwhile", async () => {
	const { world, store, platform, worker } = await stage([]);
	const { id, place } = one();
	const key = `${id}-20240506`;
	await store.deliveries.plan(
		{
			...{ key, subscription: id, platform: place.platform, channel: place.channel },
			...{ day: "2024-05-06", missedFrom: null, missed: 0, due: start },
		},
		start,
	);
	worker();
	await world.pass(hour);
	expect(platform.messages).toEqual([]);
	expect(await store.deliveries.get(key)).toMatchObject({ state: "skipped", lease: null });
});

describe("a ledger that fails", () => {
	it("makes no second message of one whose end could not be noted", async () => {
		const { world, store, platform, worker, keys } = await stage([one()]);
		const { finish } = store.deliveries;
		let failures = 3;
		store.deliveries.finish = async (...end) => {
			if (failures-- > 0) throw new Error("disk full");
			return finish(...end);
		};
		worker();
		await world.pass(2 * hour);
		expect(platform.posts).toBe(1);
		expect(keys()).toHaveLength(1);
		const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
		expect(row).toMatchObject({ state: "sent", message: platform.messages[0]?.id });
	});

	it("is asked again now and then, not without end", async () => {
		const { world, store, platform, worker } = await stage([one()]);
		const { claim } = store.deliveries;
		let claims = 0;
		store.deliveries.claim = async (...of) => {
			claims++;
			if (world.wall < start + hour) throw new Error("disk full");
			return claim(...of);
		};
		worker();
		await world.pass(2 * hour);
		expect(claims).toBeLessThan(60);
		expect(platform.messages).toHaveLength(1);
	});
});

describe("two workers", () => {
	it("post each digest once", async () => {
		const all = Array.from({ length: 20 }, (_, n) => subscribed(`s${n}`, "slack"));
		const { world, worker, keys } = await stage(all);
		worker();
		worker();
		await world.pass(hour);
		expect(keys()).toHaveLength(20);
		expect(new Set(keys()).size).toBe(20);
	});

	it("take over from one that died while posting", async () => {
		const { world, platform, worker, keys } = await stage([one()]);
		const dying = worker();
		platform.luck = () => {
			dying.kill();
			return "done";
		};
		await world.pass(16 * minute);
		platform.luck = () => "done";
		worker();
		await world.pass(hour);
		expect(keys()).toHaveLength(1);
		expect(platform.posts).toBe(1);
	});

	it("notice that they were frozen past their lease, and do not post", async () => {
		const { world, platform, worker, keys } = await stage([one()]);
		let frozen = false;
		const sleeper: Worker = worker({
			write: async () => {
				if (!frozen) sleeper.freeze(world, 10 * minute);
				frozen = true;
				return { answer: emptyAnswer, news: true, upTo: 0 };
			},
		});
		await world.pass(16 * minute);
		worker();
		await world.pass(hour);
		expect(frozen).toBe(true);
		expect(platform.posts).toBe(1);
		expect(keys()).toHaveLength(1);
	});

	it("take back what one posted that froze after its last look at the clock", async () => {
		const { world, store, platform, worker, keys } = await stage([one()]);
		const { post } = platform.poster;
		let slow = true;
		platform.poster.post = async (digest, signal) => {
			if (!slow) return post(digest, signal);
			slow = false;
			sleeper.freeze(world, 10 * minute);
			await world.sleep(10 * minute);
			// The request leaves all the same: it was on its way when the process froze.
			return post(digest, new AbortController().signal);
		};
		const sleeper = worker();
		await world.pass(16 * minute);
		worker();
		await world.pass(hour);
		expect(platform.posts).toBe(2);
		expect(keys()).toHaveLength(1);
		const [row] = await store.deliveries.since(one().id, "2024-05-06", 1);
		expect(row?.message).toBe(platform.messages[0]?.id);
	});
});

describe("the clock", () => {
	it("may be set back: no day is told twice", async () => {
		const { world, worker, keys } = await stage([one()]);
		worker();
		await world.pass(hour);
		world.wall -= 2 * hour;
		await world.pass(4 * hour);
		expect(keys()).toEqual(keysOf("a", "20240506"));
		await world.pass(day);
		expect(keys()).toEqual(keysOf("a", "20240506", "20240507"));
	});

	it("may have been years ahead: the days that come are told", async () => {
		const { world, worker, keys } = await stage([one()]);
		worker();
		await world.pass(hour);
		world.wall += 400 * day;
		await world.pass(hour);
		world.wall -= 400 * day;
		await world.pass(2 * day);
		expect(keys().slice(0, 3)).toEqual(keysOf("a", "20240506", "20240507", "20240508"));
		expect(keys()).toHaveLength(4);
	});

	it("may be set forward in the middle of a post", async () => {
		const { world, platform, worker, keys } = await stage([one()]);
		platform.latencyMs = 8_000;
		worker();
		worker();
		await world.pass(15 * minute + 15_000);
		world.wall += 30 * minute;
		await world.pass(hour);
		expect(keys()).toHaveLength(1);
	});
});

it("stays within a platform's rates, in the order in which digests were due", async () => {
	const all = Array.from({ length: 120 }, (_, n) =>
		subscribed(`s${n}`, n % 2 ? "discord" : "slack", {
			at: n < 60 ? "07:30" : "07:31",
			place: {
				platform: n % 2 ? "discord" : "slack",
				space: "T1",
				channel: `C${n % 24}`,
				thread: null,
			},
		}),
	);
	const { world, store, platform, worker } = await stage(all);
	worker();
	await world.pass(hour);
	expect(platform.messages).toHaveLength(120);
	const byChannel = Map.groupBy(platform.messages, ({ channel }) => channel);
	for (const messages of byChannel.values()) {
		const gaps = messages.slice(1).map((message, n) => message.at - (messages[n]?.at ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(rates.slack.channelMs - platform.latencyMs);
	}
	// Even with the slowest rate between two messages of a channel, the later minute waits its turn.
	const dueOf = new Map<string, string>();
	for (const each of await store.subscriptions.page("", 1_000)) dueOf.set(each.id, each.at);
	for (const messages of byChannel.values()) {
		const dues = messages.map(({ key }) => dueOf.get(key.slice(0, 12)) ?? "");
		expect(dues).toEqual([...dues].sort());
	}
});

it("lets no platform's queue keep another's waiting", async () => {
	const discord = Array.from({ length: 150 }, (_, n) => subscribed(`d${n}`, "discord"));
	const { world, platform, worker } = await stage([...discord, subscribed("s", "slack")]);
	worker();
	await world.pass(hour);
	const at = platform.messages.findIndex(({ channel }) => channel.startsWith("slack"));
	expect(platform.messages).toHaveLength(151);
	expect(at).toBeGreaterThanOrEqual(0);
	expect(at).toBeLessThan(20);
});

type Event =
	| { kind: "kill"; who: number; after: number }
	| { kind: "freeze"; who: number; after: number; ms: number }
	| { kind: "clock"; after: number; ms: number };

const events: fc.Arbitrary<Event> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant("kill" as const),
			who: fc.nat(1),
			after: fc.nat(3 * minute),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant("freeze" as const),
			who: fc.nat(1),
			after: fc.nat(3 * minute),
			ms: fc.integer({ min: 1_000, max: 2 * timing.leaseMs }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant("clock" as const),
			after: fc.nat(3 * minute),
			ms: fc.integer({ min: -20 * minute, max: 20 * minute }),
		}),
	},
);

it.each([0, 3 * minute])(
	"loses and doubles nothing whatever dies, freezes or is lost (nonces: %i ms)",
	async (nonceMs) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(events, { minLength: 5, maxLength: 40 }),
				fc.infiniteStream(fc.nat(99)),
				async (happening, dice) => {
					const all = Array.from({ length: 6 }, (_, n) => subscribed(`s${n}`, "slack"));
					const { world, store, platform, keys, ...set } = await stage(all, nonceMs);
					// Looks seldom while nothing is due: the hours between pass quickly.
					const worker = () => set.worker({ timing: { ...slowly, lookMs: 5 * minute } });
					platform.luck = () => {
						const thrown = dice.next().value ?? 99;
						return thrown < 5 ? "reply_lost" : thrown < 10 ? "never_done" : "done";
					};
					const workers = [worker(), worker()];
					await world.pass(14 * minute);
					for (const event of happening) {
						await world.pass(event.after);
						if (event.kind === "clock") world.wall += event.ms;
						else if (event.kind === "freeze") workers[event.who]?.freeze(world, event.ms);
						else {
							workers[event.who]?.kill();
							workers[event.who] = worker();
						}
					}
					platform.luck = () => "done";
					await world.pass(Date.UTC(2024, 4, 7, 12) - world.wall);
					await expectAllTold(store, all, keys());
				},
			),
			{ numRuns: 25, endOnFailure: true },
		);
	},
);

/** Every day up to the end was told once, by its own digest or by one that made up for it. */
async function expectAllTold(store: Store, all: Subscription[], posted: string[]): Promise<void> {
	expect(new Set(posted).size).toBe(posted.length);
	const rows = await Promise.all(all.map(({ id }) => store.deliveries.since(id, "2024-05-01", 99)));
	const sent = rows.flat().filter(({ state }) => state === "sent");
	expect(sent.map(({ key }) => key).sort()).toEqual(posted);
	for (const { id } of all) {
		const told = sent.filter(({ subscription }) => subscription === id);
		const days = told.reduce((sum, { missed }) => sum + 1 + missed, 0);
		expect(days).toBe(2);
		expect(told.some(({ day }) => day === "2024-05-07")).toBe(true);
	}
}
