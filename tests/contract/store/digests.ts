import { expect, it } from "vitest";
import type { Subscription, SubscriptionChange } from "../../../src/domain/digest.ts";
import {
	type Delivery,
	farthestLease,
	type Planned,
} from "../../../src/domain/state/delivery-ledger.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { viewOf } from "./suite.ts";

export function subscription(id: string, change: Partial<Subscription> = {}): Subscription {
	return {
		id,
		place: { platform: "slack", space: "T1", channel: "C1", thread: null },
		maker: "U1",
		request: { command: "claims", text: "china drones", outlet: "Reuters" },
		language: "en",
		when: "daily",
		at: "07:30",
		zone: "Asia/Riyadh",
		days: ["mon", "sun"],
		empty: "skip",
		paused: null,
		createdAt: 1,
		from: "2024-05-06",
		since: 0,
		lastDay: null,
		nextDue: 100,
		...change,
	};
}

export function planned(of: string, day: string, change: Partial<Planned> = {}): Planned {
	return {
		key: `${of}-${day.replaceAll("-", "")}`,
		subscription: of,
		platform: "slack",
		channel: "C1",
		day,
		missedFrom: null,
		missed: 0,
		due: 100,
		...change,
	};
}

const [monday, tuesday, wednesday] = ["2024-05-06", "2024-05-07", "2024-05-08"];

/** Subscriptions and the ledger of their deliveries. */
export function digestSuite(store: () => Store): void {
	subscriptions(store);
	planning(store);
	leases(store);
	endings(store);
}

function subscriptions(store: () => Store): void {
	it("gives those that are told at once where there are newer changes, and never as due", async () => {
		const { subscriptions } = store();
		const at = (id: string, change: Partial<Subscription>) =>
			subscriptions.add(subscription(id, { when: "now", nextDue: 0, ...change }), 9);
		await at("seen", { since: 7 });
		await at("behind", { since: 3 });
		await at("rests", { since: 3, nextDue: 500 });
		await at("far", { since: 3, nextDue: 5_000 });
		await at("paused", { since: 3, paused: "asked" });
		await at("daily", { since: 3, when: "daily" });
		const ids = async (last: number) =>
			(await subscriptions.alerts(["slack"], last, 100, 1_000, 9)).map(({ id }) => id);
		expect(await ids(7)).toEqual(["behind", "far"]);
		expect(await ids(8)).toEqual(["behind", "seen", "far"]);
		expect(await subscriptions.alerts(["discord"], 8, 100, 1_000, 9)).toEqual([]);
		const due = await subscriptions.due(["slack"], 100, 1_000, 9);
		expect(due.map(({ id }) => id)).toEqual(["daily"]);
		await subscriptions.passOver("behind", 7);
		await subscriptions.passOver("behind", 5);
		expect(await subscriptions.get("behind")).toMatchObject({ since: 7 });
	});

	it("changes what is given and nothing else", async () => {
		const { subscriptions } = store();
		const one = subscription("s1");
		await subscriptions.add(one, 5);
		const change: SubscriptionChange = {
			request: { command: "claims", text: "quays" },
			...{ when: "now", at: "09:00", zone: "UTC", days: ["tue"], language: "ar", empty: "say" },
			...{ from: "2024-06-01", nextDue: 7 },
		};
		await subscriptions.change("s1", change);
		expect(await subscriptions.get("s1")).toEqual({ ...one, ...change });
		await subscriptions.change("s1", {});
		await subscriptions.change("none", { nextDue: 8 });
		expect(await subscriptions.get("s1")).toEqual({ ...one, ...change });
	});

	it("gives back a subscription as it was added", async () => {
		const { subscriptions } = store();
		const one = subscription("s1", { place: { ...subscription("").place, space: null } });
		expect(await subscriptions.add(one, 5)).toBe(true);
		expect(await subscriptions.get("s1")).toEqual(one);
		expect(await subscriptions.get("s2")).toBeNull();
	});

	it("adds no more to a channel than it may have", async () => {
		const { subscriptions } = store();
		const elsewhere = subscription("s4", { place: { ...subscription("").place, channel: "C2" } });
		const added = await Promise.all(
			["s1", "s2", "s3"].map((id) => subscriptions.add(subscription(id), 2)),
		);
		expect(added.filter(Boolean)).toHaveLength(2);
		expect(await subscriptions.add(elsewhere, 2)).toBe(true);
		const all = await subscriptions.ofChannel("slack", "C1");
		const ids = ["s1", "s2", "s3"].filter((_, at) => added[at]);
		expect(all.map(({ id }) => id)).toEqual(ids);
		expect(await subscriptions.ofChannel("discord", "C1")).toEqual([]);
	});

	it("lists those that are due, and those whose time is too far ahead to be right", async () => {
		const { subscriptions } = store();
		const console = { ...subscription("").place, platform: "console" as const };
		await subscriptions.add(subscription("s1", { nextDue: 200 }), 9);
		await subscriptions.add(subscription("s2", { nextDue: 100 }), 9);
		await subscriptions.add(subscription("s3", { nextDue: 300 }), 9);
		await subscriptions.add(subscription("s4", { nextDue: 9_000 }), 9);
		await subscriptions.add(subscription("s5", { nextDue: 1, paused: "asked" }), 9);
		await subscriptions.add(subscription("s6", { nextDue: 1, place: console }), 9);
		const due = await subscriptions.due(["slack", "discord"], 200, 5_000, 9);
		expect(due.map(({ id }) => id)).toEqual(["s2", "s1", "s4"]);
		expect((await subscriptions.due(["slack"], 200, 5_000, 1)).map(({ id }) => id)).toEqual(["s2"]);
		expect(await subscriptions.due([], 200, 5_000, 9)).toEqual([]);
	});

	it("changes what is given and pages through all", async () => {
		const { subscriptions } = store();
		for (const id of ["s3", "s1", "s2"]) await subscriptions.add(subscription(id), 9);
		await subscriptions.change("s2", { paused: "asked" });
		await subscriptions.change("s2", { nextDue: 7, from: tuesday });
		await subscriptions.change("s2", {});
		expect(await subscriptions.get("s2")).toEqual(
			subscription("s2", { paused: "asked", nextDue: 7, from: tuesday }),
		);
		await subscriptions.change("s2", { paused: null });
		expect((await subscriptions.get("s2"))?.paused).toBeNull();
		expect((await subscriptions.page("", 2)).map(({ id }) => id)).toEqual(["s1", "s2"]);
		expect((await subscriptions.page("s2", 2)).map(({ id }) => id)).toEqual(["s3"]);
	});

	it("removes a subscription with its deliveries", async () => {
		const { subscriptions, deliveries } = store();
		await subscriptions.add(subscription("s1"), 9);
		await deliveries.plan(planned("s1", monday), 100);
		await subscriptions.remove("s1");
		expect(await subscriptions.get("s1")).toBeNull();
		expect(await deliveries.get("s1-20240506")).toBeNull();
	});
}

function planning(store: () => Store): void {
	it("plans a day once", async () => {
		const { deliveries } = store();
		const results = await Promise.all(
			[1, 2, 3].map(() => deliveries.plan(planned("s1", monday), 100)),
		);
		expect(results.filter(Boolean)).toHaveLength(1);
		expect(await deliveries.get("s1-20240506")).toEqual({
			...planned("s1", monday),
			state: "pending",
			notBefore: 100,
			attempts: 0,
			upTo: null,
			view: null,
			message: null,
			reason: null,
			lease: null,
			leasedUntil: 0,
			changedAt: 100,
		} satisfies Delivery);
	});

	it("folds days that were not begun into the next one", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday, { missedFrom: "2024-05-02", missed: 2 }), 100);
		expect(await deliveries.plan(planned("s1", tuesday), 200)).toBe(true);
		const days = await deliveries.since("s1", monday, 9);
		expect(days.map(({ day, state, reason }) => [day, state, reason])).toEqual([
			[tuesday, "pending", null],
			[monday, "skipped", "folded"],
		]);
		expect(days[0]).toMatchObject({ missedFrom: "2024-05-02", missed: 3 });
	});

	it("keeps a day back while the one before is in somebody's hands or may have been posted", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim("s1-20240506", "L1", 100, 160);
		expect(await deliveries.plan(planned("s1", tuesday), 150)).toBe(false);
		expect(await deliveries.get("s1-20240507")).toBeNull();
		await deliveries.sending("s1-20240506", "L1", 150, 210, { upTo: 1, view: viewOf("v1", 1) });
		expect(await deliveries.plan(planned("s1", tuesday), 300)).toBe(false);
		await deliveries.finish("s1-20240506", "L1", 310, { state: "sent", message: "m1" });
		expect(await deliveries.plan(planned("s1", tuesday), 320)).toBe(true);
		expect(await deliveries.get("s1-20240507")).toMatchObject({ missed: 0, missedFrom: null });
	});

	it("lists what may be tried, in the order in which it was due", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday, { due: 120 }), 100);
		await deliveries.plan(planned("s2", monday, { due: 110 }), 100);
		await deliveries.plan(planned("s3", monday, { due: 110, platform: "discord" }), 100);
		await deliveries.plan(planned("s4", monday, { due: 105, platform: "console" }), 100);
		expect(await deliveries.nextReady(["slack", "discord"])).toBe(110);
		const ready = await deliveries.ready(["slack", "discord"], 120, 1_000, 9);
		expect(ready.map(({ subscription }) => subscription)).toEqual(["s2", "s3", "s1"]);
		expect(await deliveries.ready(["slack"], 115, 1_000, 9)).toHaveLength(1);
		expect(await deliveries.ready(["slack"], 120, 1_000, 1)).toHaveLength(1);
		expect(await deliveries.ready([], 120, 1_000, 9)).toEqual([]);
		expect(await deliveries.nextReady([])).toBeNull();
	});
}

function leases(store: () => Store): void {
	const key = "s1-20240506";

	it("gives a delivery to one worker until its lease ends", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		const takers = ["L1", "L2", "L3"].map((lease) => deliveries.claim(key, lease, 100, 160));
		const taken = (await Promise.all(takers)).filter((row) => row !== null);
		expect(taken).toHaveLength(1);
		expect(taken[0]).toMatchObject({ key, leasedUntil: 160, state: "pending" });
		expect(await deliveries.ready(["slack"], 159, 1_000, 9)).toEqual([]);
		expect(await deliveries.nextReady(["slack"])).toBe(160);
		expect(await deliveries.claim(key, "L4", 159, 300)).toBeNull();
		expect(await deliveries.claim(key, "L4", 160, 300)).toMatchObject({ lease: "L4" });
	});

	it("does not wait for a lease from before the clock was set back", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 9_000, 9_060);
		expect(await deliveries.ready(["slack"], 200, 260, 9)).toHaveLength(1);
		expect(await deliveries.claim(key, "L2", 200, 260)).toMatchObject({ lease: "L2" });
	});

	it("believes a lease of a machine whose clock is ahead", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 150, 210);
		expect(await deliveries.ready(["slack"], 100, farthestLease(100, 160), 9)).toEqual([]);
		expect(await deliveries.claim(key, "L2", 100, 160)).toBeNull();
		expect(await deliveries.claim(key, "L2", 100, 150)).toMatchObject({ lease: "L2" });
	});

	it("lets nobody send, release or finish what another has taken over", async () => {
		const { deliveries, views } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		await deliveries.claim(key, "L2", 160, 220);
		const written = { upTo: 1, view: viewOf("v1", 1) };
		const release = { state: "pending", notBefore: 0, reason: "x" } as const;
		expect(await deliveries.sending(key, "L1", 170, 230, written)).toBe(false);
		expect(await deliveries.release(key, "L1", 170, release)).toBe(false);
		expect(await deliveries.finish(key, "L1", 170, { state: "sent", message: "m" })).toBe(false);
		expect(await views.get("v1")).toBeNull();
		expect(await deliveries.get(key)).toMatchObject({ lease: "L2", state: "pending" });
	});

	it("lets nobody send after the end of the lease, though nobody else has taken it", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		const written = { upTo: 1, view: viewOf("v1", 1) };
		expect(await deliveries.sending(key, "L1", 160, 220, written)).toBe(false);
		expect(await deliveries.sending(key, "L1", 159, 219, written)).toBe(true);
	});

	it("keeps the view with the state when a message is about to be posted", async () => {
		const { deliveries, views } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		await deliveries.sending(key, "L1", 110, 170, { upTo: 4, view: viewOf("v1", 1) });
		expect(await deliveries.get(key)).toMatchObject({
			state: "sending",
			upTo: 4,
			view: "v1",
			attempts: 1,
			leasedUntil: 170,
		});
		expect(await views.get("v1")).toEqual(viewOf("v1", 1));
	});

	it("gives back what was not posted, for a later time", async () => {
		const { deliveries } = store();
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		const next = { state: "pending", notBefore: 500, reason: "rate_limited" } as const;
		expect(await deliveries.release(key, "L1", 110, next)).toBe(true);
		expect(await deliveries.release(key, "L1", 110, next)).toBe(false);
		expect(await deliveries.ready(["slack"], 499, 1_000, 9)).toEqual([]);
		expect(await deliveries.ready(["slack"], 500, 1_000, 9)).toMatchObject([
			{ key, state: "pending", reason: "rate_limited", lease: null },
		]);
	});
}

function endings(store: () => Store): void {
	const key = "s1-20240506";
	const hold = async (upTo: number) => {
		const { subscriptions, deliveries } = store();
		await subscriptions.add(subscription("s1"), 9);
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		await deliveries.sending(key, "L1", 110, 170, { upTo, view: viewOf("v1", 1) });
	};

	it("moves the subscription on with a digest that was sent", async () => {
		const { subscriptions, deliveries } = store();
		await hold(12);
		const sent = { state: "sent", message: "m1" } as const;
		expect(await deliveries.finish(key, "L1", 120, sent)).toBe(true);
		expect(await deliveries.finish(key, "L1", 121, sent)).toBe(false);
		expect(await subscriptions.get("s1")).toMatchObject({ since: 12, lastDay: monday });
		expect(await deliveries.get(key)).toMatchObject({ state: "sent", message: "m1", lease: null });
		expect(await deliveries.claim(key, "L2", 999, 1_099)).toBeNull();
	});

	it("leaves the subscription where it was when a digest failed", async () => {
		const { subscriptions, deliveries } = store();
		await hold(12);
		await deliveries.finish(key, "L1", 120, { state: "failed", reason: "refused" });
		expect(await subscriptions.get("s1")).toMatchObject({ since: 0, lastDay: null });
		expect(await deliveries.get(key)).toMatchObject({ state: "failed", reason: "refused" });
	});

	it("moves on past what held nothing new", async () => {
		const { subscriptions, deliveries } = store();
		await subscriptions.add(subscription("s1"), 9);
		await deliveries.plan(planned("s1", monday), 100);
		await deliveries.claim(key, "L1", 100, 160);
		const skipped = { state: "skipped", reason: "nothing_new" } as const;
		await deliveries.finish(key, "L1", 120, skipped, 8);
		expect(await subscriptions.get("s1")).toMatchObject({ since: 8, lastDay: monday });
		expect(await deliveries.get(key)).toMatchObject({ upTo: 8, reason: "nothing_new" });
	});

	it("pauses the subscription of a channel that is closed", async () => {
		const { subscriptions, deliveries } = store();
		await hold(12);
		await deliveries.finish(key, "L1", 120, { state: "closed", reason: "channel_gone" });
		expect(await subscriptions.get("s1")).toMatchObject({ paused: "channel_gone", since: 0 });
	});

	it("lists a subscription's days, the newest first", async () => {
		const { deliveries } = store();
		for (const day of [monday, tuesday, wednesday]) {
			await deliveries.plan(planned("s1", day), 100);
			await deliveries.claim(planned("s1", day).key, "L1", 100, 160);
			await deliveries.finish(planned("s1", day).key, "L1", 110, { state: "failed", reason: "x" });
		}
		await deliveries.plan(planned("s2", monday), 100);
		const days = async (from: string, limit: number) =>
			(await deliveries.since("s1", from, limit)).map(({ day }) => day);
		expect(await days(tuesday, 9)).toEqual([wednesday, tuesday]);
		expect(await days(monday, 1)).toEqual([wednesday]);
	});
}
