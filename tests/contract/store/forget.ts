import { describe, expect, it } from "vitest";
import type { Source } from "../../../src/domain/sources.ts";
import type { Forgotten, Person } from "../../../src/domain/state/person.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { planned, subscription } from "./digests.ts";
import { feedbackOf } from "./feedback.ts";
import { viewOf } from "./suite.ts";

const none: Forgotten = { settings: 0, feedback: 0, views: 0, threads: 0, digests: 0, unnamed: 0 };
const ann: Person = { platform: "slack", id: "U_1" };
const request = { command: "ask", text: "?" } as const;
const slack = { platform: "slack", space: "T1" } as const;
const allThreads = ["C1/person:U_1", "D1/1.2", "C1/1.3"].concat([
	"C1/person:UX1",
	"C1/1.2",
	"D2/1.2",
	"C3/1.3",
]);

/** Everything that holds Ann, and beside each row one of somebody whose id looks like hers. */
async function fill(store: Store): Promise<void> {
	const { settings, feedback, views, threads, subscriptions, deliveries, sources } = store;
	const homes = [
		{ id: "hers", channel: "C1", person: "U_1" },
		{ id: "hers2", channel: "D1", person: "U_1" },
		{ id: "digest", channel: "D1", person: null },
		{ id: "other", channel: "C1", person: "u_1" },
		{ id: "other2", channel: "D2", person: "UX1" },
		{ id: "other3", channel: "C1", person: null },
	];
	for (const { id, ...home } of homes)
		await views.put(viewOf(id, 5, { home: { ...slack, ...home } }));
	await views.put(viewOf("old", 5));
	await views.put(
		viewOf("discord", 5, {
			home: { platform: "discord", space: null, channel: "D1", person: "U_1" },
		}),
	);
	for (const scope of ["T1/person/U_1", "-/person/U_1", "T1/channel/D1"])
		await settings.put(`slack/${scope}`, { language: "ar", visibility: "private" });
	for (const scope of ["slack/T1/person/UX1", "slack/T1/channel/C1", "discord/-/person/U_1"])
		await settings.put(scope, { language: "ar" });
	for (const voter of ["slack/T1/U_1", "slack/T1/u_1", "slack/T1/UX1", "discord/T1/U_1"])
		await feedback.put(feedbackOf("v1", voter));
	for (const thread of ["C1/person:U_1", "D1/1.2", "C1/person:UX1", "C1/1.2", "D2/1.2"])
		await threads.put(`slack/T1/${thread}`, request, 5);
	// Its last question is one that she was answered in that channel; the same elsewhere is another's.
	const hers = { ...viewOf("hers", 5).request, ...request, text: "hers", by: "x" };
	await views.put({
		...viewOf("asked", 5),
		request: hers,
		home: { ...slack, channel: "C1", person: "U_1" },
	});
	for (const thread of ["C1/1.3", "C3/1.3"])
		await threads.put(`slack/T1/${thread}`, { ...hers, language: "en", offset: 3 }, 5);
	const digests = [
		{ id: "direct", channel: "D1", maker: "U_1" },
		{ id: "channel", channel: "C1", maker: "U_1" },
		{ id: "another", channel: "C1", maker: "UX1" },
	];
	for (const { id, channel, maker } of digests) {
		const place = { platform: "slack", space: "T1", channel, thread: null } as const;
		await subscriptions.add(subscription(id, { place, maker }), 9);
		await deliveries.plan(planned(id, "2024-05-06"), 1);
	}
	const source = (id: string, addedBy: string): Source => ({
		...{ id, address: `https://${id}.example/`, kind: "feed", title: null, addedBy, addedAt: 1 },
		...{ etag: null, lastModified: null, nextPollAt: 9, lastSuccessAt: null },
		...{ lastProblem: null, failures: 0 },
	});
	await sources.add(source("one", "slack/U_1"));
	await sources.add(source("two", "slack/UX1"));
}

async function left(store: Store) {
	const ids = async (all: string[], is: (id: string) => Promise<unknown>) => {
		const there = await Promise.all(all.map(is));
		return all.filter((_, n) => there[n]);
	};
	const shown = ["hers", "hers2", "digest", "other", "other2", "other3", "old", "discord"];
	const digests = ["direct", "channel", "another"];
	return {
		views: await ids(shown, (id) => store.views.get(id)),
		threads: await ids(allThreads, (id) => store.threads.get(`slack/T1/${id}`, 0)),
		voters: (await store.feedback.page(null, 9)).map(({ voter }) => voter),
		makers: (await store.subscriptions.page("", 9)).map(({ id, maker }) => [id, maker]),
		deliveries: await ids(digests, (id) => store.deliveries.get(`${id}-20240506`)),
		added: (await store.sources.list()).map(({ addedBy }) => addedBy),
	};
}

/** Whatever the state keeps of a person, in every store. */
export function forgetSuite(store: () => Store): void {
	describe("to forget a person", () => {
		it("drops what holds them, leaves what is others', and says how much it was", async () => {
			await fill(store());
			const counts = { settings: 3, feedback: 1, views: 4, threads: 3, digests: 1, unnamed: 2 };
			expect(await store().forget(ann, { dry: true })).toEqual(counts);
			expect((await left(store())).views).toHaveLength(8);
			expect(await store().forget(ann, { dry: false })).toEqual(counts);
			expect(await left(store())).toEqual({
				views: ["other", "other2", "other3", "old", "discord"],
				threads: ["C1/person:UX1", "C1/1.2", "D2/1.2", "C3/1.3"],
				voters: ["discord/T1/U_1", "slack/T1/UX1", "slack/T1/u_1"],
				makers: [
					["another", "UX1"],
					["channel", ""],
				],
				deliveries: ["channel", "another"],
				added: ["slack", "slack/UX1"],
			});
			const { settings } = store();
			expect(await settings.get("slack/T1/person/U_1")).toEqual({});
			expect(await settings.get("slack/T1/channel/D1")).toEqual({});
			expect(await settings.get("slack/T1/person/UX1")).toEqual({ language: "ar" });
			expect(await settings.get("discord/-/person/U_1")).toEqual({ language: "ar" });
			expect(await store().forget(ann, { dry: false })).toEqual(none);
		});

		it("takes a conversation of several people for nobody's own", async () => {
			const { views, settings } = store();
			const group = { platform: "discord", space: null, channel: "G1" } as const;
			const shown = { hers: "1", others: "2", digest: null };
			for (const [id, person] of Object.entries(shown))
				await views.put(viewOf(id, 5, { home: { ...group, person } }));
			await settings.put("discord/-/channel/G1", { language: "ar" });
			const counts = await store().forget({ platform: "discord", id: "1" }, { dry: false });
			expect(counts).toEqual({ ...none, views: 1 });
			expect(await views.get("others")).not.toBeNull();
			expect(await views.get("digest")).not.toBeNull();
		});

		it("finds nothing of somebody who was never there", async () => {
			await fill(store());
			const before = await left(store());
			for (const id of ["U", "1", "U%1", "u_1x"])
				expect(await store().forget({ platform: "slack", id }, { dry: false })).toEqual(none);
			expect(await left(store())).toEqual(before);
		});
	});
}
