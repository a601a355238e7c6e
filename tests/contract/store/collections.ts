import { expect, it } from "vitest";
import type { Request } from "../../../src/domain/answer.ts";
import type { Subscription } from "../../../src/domain/digest.ts";
import type { Source } from "../../../src/domain/sources.ts";
import type { Change } from "../../../src/domain/state/change-journal.ts";
import type { Planned } from "../../../src/domain/state/delivery-ledger.ts";
import type { Store } from "../../../src/domain/state/store.ts";

const request: Request = { command: "claims", text: "quay" };

function subscription(id: string): Subscription {
	return {
		...{ id, maker: "U1", request, language: "en", when: "daily", at: "07:30", zone: "UTC" },
		place: { platform: "slack", space: "T1", channel: "C1", thread: null },
		...{ days: ["mon"], empty: "say", paused: null, createdAt: 1, from: "2024-05-06" },
		...{ since: 0, lastDay: null, nextDue: 1 },
	};
}

function source(id: string): Source {
	return {
		...{ id, address: "https://feed.example/", kind: "feed", title: null, addedBy: "slack/T1/U1" },
		...{ addedAt: 1, etag: null, lastModified: null, nextPollAt: 5, lastSuccessAt: null },
		...{ lastProblem: null, failures: 0 },
	};
}

function added(article: string): Omit<Change, "seq"> {
	return { at: 1, kind: "added", article, before: null, newClaims: [], goneClaims: [] };
}

/** What one collection keeps is nothing to another, whatever names both give it. */
export function collectionSuite(store: () => Store): void {
	const two = () => [store().of("gulf"), store().of("levant")] as const;

	it("gives a view to the collection that kept it, and to no other", async () => {
		const [gulf, levant] = two();
		await gulf.views.put({ id: "v1", request, answer: null, places: [], at: 5 });
		expect(await gulf.views.get("v1")).toMatchObject({ id: "v1" });
		expect(await levant.views.get("v1")).toBeNull();
		expect(await store().views.get("v1")).toBeNull();
	});

	it("goes on in a thread of its own alone, and drops old ones of all", async () => {
		const [gulf, levant] = two();
		await gulf.threads.put("slack/T1/C1/1", request, 5);
		expect(await levant.threads.get("slack/T1/C1/1", 0)).toBeNull();
		await levant.threads.put("slack/T1/C1/1", { ...request, text: "bridge" }, 6);
		expect(await gulf.threads.get("slack/T1/C1/1", 0)).toMatchObject({ text: "quay" });
		expect(await store().threads.dropBefore(9)).toBe(2);
	});

	it("numbers the changes of all, and tells each its own", async () => {
		const [gulf, levant] = two();
		await gulf.changes.append([added("a1"), added("a2")]);
		await levant.changes.append([added("a1")]);
		const told = async (of: Store) => (await of.changes.after(0, 9)).map(({ article }) => article);
		expect([await told(gulf), await told(levant)]).toEqual([["a1", "a2"], ["a1"]]);
		expect(await told(store())).toEqual([]);
		expect(await store().changes.last()).toBe(0);
		const [last] = await levant.changes.after(0, 9);
		expect(await levant.changes.last()).toBe(last?.seq);
		expect([...(await levant.changes.known())]).toEqual(["a1"]);
	});

	it("counts back the changes of each, whatever others noted between them", async () => {
		const [gulf, levant] = two();
		for (const article of ["a1", "a2", "a3"]) {
			await gulf.changes.append([added(article)]);
			await levant.changes.append([added(`${article}x`), added(`${article}y`)]);
		}
		const lastOf = async ({ changes }: Store, count: number) =>
			(await changes.after(await changes.startOf(count), 9)).map(({ article }) => article);
		expect(await lastOf(gulf, 2)).toEqual(["a2", "a3"]);
		expect(await lastOf(levant, 3)).toEqual(["a2y", "a3x", "a3y"]);
		expect(await lastOf(gulf, 0)).toEqual([]);
		for (const count of [3, 4]) expect(await gulf.changes.startOf(count)).toBe(0);
		expect(await store().changes.startOf(1)).toBe(0);
	});

	it("follows one address for two, and takes for each its own", async () => {
		const [gulf, levant] = two();
		expect(await gulf.sources.add(source("src222"))).toBe(true);
		expect(await levant.sources.add(source("src333"))).toBe(true);
		expect(await gulf.sources.add(source("src444"))).toBe(false);
		expect(await levant.sources.remove("src222")).toBe(false);
		expect((await levant.sources.take(9, 20))?.id).toBe("src333");
		expect(await levant.sources.take(9, 20)).toBeNull();
		expect((await gulf.sources.list()).map(({ id }) => id)).toEqual(["src222"]);
	});

	it("knows digests and deliveries of its own alone", async () => {
		const [gulf, levant] = two();
		const id = "aaaaaaaaaaaa";
		expect(await gulf.subscriptions.add(subscription(id), 1)).toBe(true);
		expect(await gulf.subscriptions.add(subscription("bbbbbbbbbbbb"), 1)).toBe(false);
		// The bound of a channel is counted for each: what another collection had there rests.
		expect(await levant.subscriptions.add(subscription("cccccccccccc"), 1)).toBe(true);
		await levant.subscriptions.change(id, { paused: "asked" });
		await levant.subscriptions.passOver(id, 9);
		await levant.subscriptions.remove(id);
		expect(await levant.subscriptions.get(id)).toBeNull();
		expect(await gulf.subscriptions.get(id)).toMatchObject({ paused: null, since: 0 });
		const key = `${id}20240506`;
		const planned: Planned = {
			...{ key, subscription: id, platform: "slack", channel: "C1", day: "2024-05-06" },
			...{ missedFrom: null, missed: 0, due: 1 },
		};
		expect(await gulf.deliveries.plan(planned, 2)).toBe(true);
		expect(await levant.deliveries.ready(["slack"], 5, 99, 9)).toEqual([]);
		expect(await levant.deliveries.nextReady(["slack"])).toBeNull();
		expect(await levant.deliveries.claim(key, "l1", 5, 9)).toBeNull();
		expect(await levant.deliveries.get(key)).toBeNull();
		expect(await gulf.deliveries.claim(key, "l1", 5, 9)).toMatchObject({ key });
	});

	it("counts what its own readers say", async () => {
		const [gulf, levant] = two();
		await gulf.feedback.put({
			...{ view: "v1", voter: "slack/T1/U1", platform: "slack", vote: "right", reason: null },
			...{ note: "", request, answered: true, first: null, at: 5 },
		});
		expect(await gulf.feedback.page(null, 9)).toHaveLength(1);
		expect(await levant.feedback.page(null, 9)).toEqual([]);
		expect(await levant.feedback.get("v1", "slack/T1/U1")).toBeNull();
		expect(await levant.feedback.counts()).toMatchObject({ right: 0 });
	});

	it("shares settings and the inbox, and forgets a person in all of them", async () => {
		const [gulf, levant] = two();
		await gulf.settings.put("slack/T1/person/U1", { language: "ar" });
		expect(await levant.settings.get("slack/T1/person/U1")).toEqual({ language: "ar" });
		expect(await gulf.inbox.begin("slack:Ev1", "p1", 1)).toBe(true);
		expect(await levant.inbox.begin("slack:Ev1", "p1", 1)).toBe(false);
		const home = { platform: "slack", space: "T1", channel: "D1", person: "U1" } as const;
		for (const [at, of] of [gulf, levant].entries())
			await of.views.put({ id: `v${at}`, request, answer: null, places: [], at, home });
		const person = { platform: "slack", id: "U1" } as const;
		expect(await store().forget(person, { dry: false })).toMatchObject({ settings: 1, views: 2 });
		expect([await gulf.views.get("v0"), await levant.views.get("v1")]).toEqual([null, null]);
	});
}
