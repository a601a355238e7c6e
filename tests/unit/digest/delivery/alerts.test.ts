import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostAnHour } from "../../../../src/digest/alert-bound.ts";
import type { DigestMaterial } from "../../../../src/digest/contents/material.ts";
import { createWriter, type WriterParts } from "../../../../src/digest/contents/writer.ts";
import { timing } from "../../../../src/digest/delivery/rates.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { DigestPost, Subscription } from "../../../../src/domain/digest.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { article, claim, digestOf } from "../../answers/doubles.ts";
import { type Luck, Platform } from "../platform.ts";
import { Worker } from "../workers.ts";
import { subscribed, World } from "../world.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const holt = { name: "Minister Holt", kind: "person" } as const;

/** No two of them are one statement. */
const quotes = [
	"the quay would open in June",
	"forty cranes had sunk beside the quay",
	"nobody had asked for a longer quay",
	"dredging the quay cost nine million euros",
	"night shifts at the quay would end",
	"foreign investors wanted the quay sold",
	"a storm had broken the old quay wall",
	"pilots refused to land ferries at the quay",
	"the union never struck a deal about the quay",
];

function said(id: string, quote: string, more: Parameters<typeof claim>[3] = {}): Article {
	const of = article(id, [`Holt said that ${quote}.`], { outlet: `Outlet ${id}` });
	claim(of, 1, quote, { speaker: holt, ...more });
	return of;
}

const alert = (id: string, change: Partial<Subscription> = {}) =>
	subscribed(id, "slack", {
		when: "now",
		request: { command: "claims", text: "quay" },
		...change,
	});

async function stage(subscriptions: Subscription[], more: Partial<WriterParts> = {}) {
	const world = new World(Date.UTC(2024, 4, 6, 7, 0));
	const store = memoryStore();
	for (const each of subscriptions) await store.subscriptions.add(each, 1_000);
	const platform = new Platform(world, 0);
	const posts: DigestPost[] = [];
	const { post } = platform.poster;
	platform.poster.post = (digest, signal) => {
		posts.push(digest);
		return post(digest, signal);
	};
	const articles = new Map<string, Article>();
	const digest = (material: DigestMaterial) => digestOf([...articles.values()], material);
	const write = createWriter({ store, digest, now: world.now, ...more });
	const note = (of: Article) =>
		store.changes.append([
			{
				...{ at: world.now(), kind: "added" as const, article: of.id, before: null },
				...{ newClaims: of.claims.map(({ id }) => id), goneClaims: [] },
			},
		]);
	return {
		...{ world, store, platform, posts, articles, note },
		worker: () => new Worker(world, store, { slack: platform.poster }, { write, timing }),
		async read(of: Article) {
			articles.set(of.id, of);
			await note(of);
		},
		/** Claims that the channel was shown, in the order of its messages. */
		shown: () =>
			platform.messages.map(({ key }) => {
				const { answer } = posts.findLast((each) => each.key === key) as DigestPost;
				return answer.items.flatMap((item) => (item.kind === "claim" ? [item.claim.id] : []));
			}),
	};
}

describe("what is told at once", () => {
	it("is posted within a minute of its reading, once, and only on the topic", async () => {
		const { world, read, platform, posts, worker } = await stage([alert("a")]);
		worker();
		await world.pass(minute);
		expect(platform.messages).toEqual([]);
		await read(said("one", "the quay would open in June"));
		await read(said("other", "the budget would be cut by a third"));
		await world.pass(minute);
		expect(platform.messages).toHaveLength(1);
		expect(posts[0]?.answer.heading).toBe("Just in: quay");
		expect(posts[0]?.answer.items).toHaveLength(1);
		await world.pass(5 * hour);
		expect(platform.messages).toHaveLength(1);
		await read(said("denial", "the quay was never promised", { act: "denies" }));
		await world.pass(minute);
		expect(platform.messages).toHaveLength(2);
		expect(platform.messages[1]?.key).not.toBe(platform.messages[0]?.key);
		for (const { key } of platform.messages) expect(key).toMatch(/^[\w-]{1,25}$/);
	});

	it("does not wait for the next look where the journal gives a hint, and needs none", async () => {
		for (const [isHinted, posted] of [
			[true, 1],
			[false, 0],
		] as const) {
			const { world, store, read, platform, worker } = await stage([alert("a")]);
			if (!isHinted) delete store.changes.watch;
			worker();
			await world.pass(minute + second);
			await read(said("one", "the quay would open in June"));
			await world.pass(second);
			expect(platform.messages).toHaveLength(posted);
			await world.pass(timing.lookMs);
			expect(platform.messages).toHaveLength(1);
		}
	});

	it("is not told again where another outlet carries the same statement", async () => {
		const { world, read, platform, worker } = await stage([alert("a")]);
		worker();
		await read(said("one", "the quay would open in June"));
		await world.pass(minute);
		await read(said("two", "the quay would open in June"));
		await world.pass(hour);
		expect(platform.messages).toHaveLength(1);
	});

	it("goes on after a pause of days on the change that it ended on", async () => {
		const { world, store, read, platform, worker } = await stage([alert("a")]);
		const { id } = alert("a");
		platform.refuse = () => ({ kind: "closed", reason: "channel_gone" });
		worker();
		await read(said("one", "the quay would open in June"));
		await world.pass(minute);
		expect(await store.subscriptions.get(id)).toMatchObject({ paused: "channel_gone" });
		await world.pass(5 * 24 * hour);
		platform.refuse = () => null;
		await store.subscriptions.change(id, { paused: null, nextDue: world.now() });
		await read(said("two", "the quay was never promised"));
		await world.pass(hour);
		expect(platform.messages).toHaveLength(1);
	});

	it("leaves no trace in the ledger of what is on another topic", async () => {
		const { world, store, read, worker } = await stage([alert("a")]);
		worker();
		await read(said("other", "the budget would be cut by a third"));
		await world.pass(minute);
		const { id } = alert("a");
		expect(await store.deliveries.since(id, "2024-01-01", 9)).toEqual([]);
		expect(await store.subscriptions.get(id)).toMatchObject({ since: 1 });
	});

	it("keeps to its bound an hour, says so, and tells the rest together", async () => {
		const { world, read, platform, posts, shown, worker } = await stage([alert("a")]);
		worker();
		const begun = world.now();
		for (const [n, quote] of quotes.entries()) {
			await read(said(`q${n}`, quote));
			await world.pass(minute);
		}
		expect(platform.messages).toHaveLength(mostAnHour);
		expect(posts.at(-1)?.answer.notes.join()).toContain(`last of ${mostAnHour} in this hour`);
		await world.pass(begun + hour + 2 * minute - world.now());
		expect(platform.messages).toHaveLength(mostAnHour + 1);
		expect(shown().at(-1)).toHaveLength(quotes.length - mostAnHour);
		expect(new Set(shown().flat()).size).toBe(quotes.length);
	});

	it("waits until this process serves what another one has read, and no longer than it must", async () => {
		const lacking = new Set(["late", "never"]);
		const { world, note, articles, platform, worker } = await stage([alert("a")], {
			holds: (id) => !lacking.has(id),
		});
		worker();
		const late = said("late", "the quay would open in June");
		await note(late);
		await world.pass(minute);
		expect(platform.messages).toEqual([]);
		articles.set(late.id, late);
		lacking.delete("late");
		await world.pass(minute);
		expect(platform.messages).toHaveLength(1);
		const next = said("next", "the quay had cost forty million");
		await note(said("never", "the quay was a gift"));
		articles.set(next.id, next);
		await note(next);
		await world.pass(5 * minute);
		expect(platform.messages).toHaveLength(1);
		await world.pass(10 * minute);
		expect(platform.messages).toHaveLength(2);
	});

	it("tells after a pause what was new meanwhile, and never a daily digest", async () => {
		const one = alert("a");
		const { world, store, read, platform, worker } = await stage([one]);
		worker();
		await store.subscriptions.change(one.id, { paused: "asked" });
		await read(said("one", "the quay would open in June"));
		await world.pass(3 * 24 * hour);
		expect(platform.messages).toEqual([]);
		await store.subscriptions.change(one.id, { paused: null, nextDue: world.now() });
		await world.pass(minute);
		expect(platform.messages).toHaveLength(1);
	});

	it("is tried again from the same change on where it was refused for good", async () => {
		const { world, read, platform, worker } = await stage([alert("a")]);
		worker();
		platform.refuse = () => ({ kind: "failed", reason: "invalid_blocks" });
		await read(said("one", "the quay would open in June"));
		await world.pass(24 * hour);
		platform.refuse = () => null;
		await world.pass(24 * hour);
		expect(platform.messages).toHaveLength(1);
	});

	it("loses and doubles nothing, whoever dies and whatever reply is lost", async () => {
		const lucks = fc.array(fc.constantFrom<Luck>("done", "done", "reply_lost", "never_done"), {
			maxLength: 12,
		});
		const kills = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(lucks, kills, async (luck, pauses) => {
				const { world, read, platform, shown, worker } = await stage([alert("a"), alert("b")]);
				platform.luck = () => luck.shift() ?? "done";
				const workers = [worker(), worker()];
				const articles = quotes.slice(0, 3).map((quote, n) => said(`q${n}`, quote));
				for (const of of articles) {
					await read(of);
					await world.pass(20 * second);
				}
				for (const pause of pauses) {
					workers.shift()?.kill();
					workers.push(worker());
					await world.pass(pause * second);
				}
				await world.pass(3 * hour);
				const keys = platform.messages.map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
				for (const channel of ["slack-a", "slack-b"]) {
					const told = shown().flatMap((ids, n) =>
						platform.messages[n]?.channel === channel ? ids : [],
					);
					expect(told.toSorted()).toEqual(
						articles.flatMap(({ claims }) => claims.map(({ id }) => id)),
					);
				}
			}),
			{ numRuns: 25 },
		);
	});
});
