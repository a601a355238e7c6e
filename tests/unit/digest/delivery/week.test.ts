import { expect, it } from "vitest";
import { blocksOf } from "../../../../adapters/shared/answer/answer-blocks.ts";
import type { DigestMaterial } from "../../../../src/digest/contents/material.ts";
import { createWriter } from "../../../../src/digest/contents/writer.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { DigestPost } from "../../../../src/domain/digest.ts";
import type { Change } from "../../../../src/domain/state/change-journal.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { article, claim, digestOf, say } from "../../answers/doubles.ts";
import { Platform } from "../platform.ts";
import { Worker } from "../workers.ts";
import { subscribed, World } from "../world.ts";

const day = 86_400_000;
const minister = { name: "Minister Holt", kind: "person" } as const;

function told(id: string, quote: string, more: Parameters<typeof claim>[3] = {}): Article {
	const of = article(id, [`Holt said that ${quote}.`], { outlet: `Outlet ${id}` });
	claim(of, 1, quote, { speaker: minister, ...more });
	return of;
}

/** A newsroom: articles come and go, the journal notes it, digests go out each morning. */
function newsroom() {
	const world = new World(Date.UTC(2024, 4, 6, 7, 0));
	const store = memoryStore();
	const platform = new Platform(world, 0);
	const posts: DigestPost[] = [];
	const { post } = platform.poster;
	platform.poster.post = (digest, signal) => {
		posts.push(digest);
		return post(digest, signal);
	};
	const articles = new Map<string, Article>();
	const digest = (material: DigestMaterial) => digestOf([...articles.values()], material);
	const write = createWriter({ store, digest, now: world.now });
	const note = (change: Partial<Change> & Pick<Change, "kind" | "article">) =>
		store.changes.append([
			{ at: world.now(), before: null, newClaims: [], goneClaims: [], ...change },
		]);
	return {
		store,
		world,
		start: () => new Worker(world, store, { slack: platform.poster }, { write }),
		async add(...added: Article[]) {
			for (const of of added) {
				articles.set(of.id, of);
				await note({ kind: "added", article: of.id, newClaims: of.claims.map(({ id }) => id) });
			}
		},
		async withdraw(id: string) {
			const of = articles.get(id);
			articles.delete(id);
			await note({ kind: "withdrawn", article: id, goneClaims: of?.claims ?? [] });
		},
		/** What went out that day, its items and its notes as a reader sees them. */
		async morning(): Promise<{ items: string[]; notes: string } | null> {
			const before = posts.length;
			await world.pass(day);
			const answer = posts[before]?.answer;
			expect(posts.length - before).toBeLessThanOrEqual(1);
			return answer ? read(answer) : null;
		},
	};
}

function read(answer: Answer) {
	const { blocks, notes } = blocksOf(answer, say);
	const text = (lines: { strong?: string; text: string }[]) =>
		lines.map(({ strong = "", text: words }) => strong + words).join(" | ");
	return {
		items: blocks.map(({ source, lines }) => text([...(source ? [source] : []), ...lines])),
		notes: text(notes),
	};
}

it("tells a channel what is new each morning, and nothing twice", async () => {
	const room = newsroom();
	const one = subscribed("a", "slack", {
		request: { command: "claims", text: "harbour strike" },
		empty: "skip",
	});
	await room.store.subscriptions.add(one, 9);
	room.start();

	const strike = "the harbour strike must end before the harvest";
	await room.add(told("m1", strike), told("m2", strike), told("m3", "olives were good this year"));
	const monday = await room.morning();
	expect(monday?.items).toHaveLength(1);
	expect(monday?.items[0]).toContain("Outlet m1");
	expect(monday?.items[0]).toContain("also in");
	expect(monday?.notes).toContain("Looked through: 3 new or changed articles with 3 claims");

	// The same story a day later elsewhere is no news: the day is skipped.
	await room.add(told("t1", strike));
	expect(await room.morning()).toBeNull();

	await room.add(told("w1", "talks on the harbour strike begin in Sidon today"));
	const wednesday = await room.morning();
	expect(wednesday?.items).toHaveLength(1);
	expect(wednesday?.items[0]).toContain("Sidon");

	await room.withdraw("w1");
	const thursday = await room.morning();
	expect(thursday?.items).toHaveLength(1);
	expect(thursday?.items[0]).toContain(
		"The article has left the collection: told as it stood there.",
	);
	expect(thursday?.items[0]).toContain("Sidon");
	expect(await room.morning()).toBeNull();

	const rows = await room.store.deliveries.since(one.id, "2024-05-06", 9);
	expect(rows.map(({ state, reason }) => reason ?? state).reverse()).toEqual([
		"sent",
		"nothing_new",
		"sent",
		"sent",
		"nothing_new",
	]);
});

it("says that nothing is new where the channel wants to know", async () => {
	const room = newsroom();
	await room.store.subscriptions.add(subscribed("a", "slack"), 9);
	room.start();
	const monday = await room.morning();
	expect(monday?.items).toEqual([]);
	expect(monday?.notes).toBe("There is nothing new on it yet. | No article was added or changed.");
	const tuesday = await room.morning();
	expect(tuesday?.notes).toContain("nothing new on it since 6 May 2024");
});

it("tells nobody of what came and went between two mornings", async () => {
	const room = newsroom();
	await room.store.subscriptions.add(subscribed("a", "slack", { empty: "skip" }), 9);
	room.start();
	await room.add(told("m1", "drones were sold to nobody at all"));
	await room.withdraw("m1");
	expect(await room.morning()).toBeNull();
});
