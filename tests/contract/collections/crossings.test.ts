import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyOne } from "../../../src/app/collections/moved-digests.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Asker, Desk, Incoming, Reply } from "../../../src/domain/chat.ts";
import { CollectionMap } from "../../../src/domain/collection.ts";
import type { DigestPost, Poster } from "../../../src/domain/digest.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { type Known, oneRequest, randomFrom } from "./random-requests.ts";
import { marks, openStage, type Stage, stageFolder } from "./stage.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const requests = 10_000;
const now = () => Date.UTC(2024, 4, 10, 9);
const ids = Object.keys(marks);

/** 50 workspaces with 4 channels each: most by their workspace, some by a channel of their own. */
const spaces = Array.from({ length: 50 }, (_, n) => `T${n}`);
const channels = ["C0", "C1", "C2", "D3"];

function answersOf(): Record<string, string[]> {
	const answers: Record<string, string[]> = {};
	const give = (id: string | undefined, place: string) => {
		if (id && id !== "default") answers[id] = [...(answers[id] ?? []), place];
	};
	for (const [n, space] of spaces.entries()) {
		give(ids[n % ids.length], `slack:${space}`);
		if (n % 3 === 0) give(ids[(n + 2) % ids.length], `slack:${space}/C1`);
	}
	return answers;
}

let folder: string;
beforeAll(async () => {
	folder = await stageFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of other collections that stand in what is shown in a place of this one. */
function foreign(id: string, shown: unknown): string[] {
	const text = JSON.stringify(shown) ?? "";
	return ids
		.filter((other) => other !== id)
		.filter((other) => Object.values(marks[other] ?? {}).some((word) => text.includes(word)));
}

describe("collections", () => {
	it(`never cross in ${requests} random requests (seed ${seed})`, async () => {
		const random = randomFrom(seed);
		const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
		const answers = answersOf();
		const map = new CollectionMap(
			Object.entries(answers).map(([id, places]) => ({ id, answers: places })),
		);
		const stage = await openStage({ folder, now, answers });
		const { desk } = stage.collections;
		const views: Known[] = [];
		const seen = new Map<string, number>();
		const crossings: string[] = [];
		const askerAt = (): Asker => ({
			place: {
				...{ platform: "slack", space: pick(spaces), channel: pick(channels) },
				thread: pick([null, "1", "2"]),
			},
			person: pick(["U1", "U2", "UOPERATOR"]),
			timeZone: "UTC",
			admin: true,
		});
		const note = (asker: Asker, what: string, shown: unknown) => {
			const id = map.of(asker.place);
			const crossed = foreign(id, shown);
			if (crossed.length > 0) crossings.push(`${what} of ${id} shows ${crossed.join()}`);
			if (JSON.stringify(shown)?.includes(marks[id]?.name ?? "-"))
				seen.set(`${id} ${what}`, (seen.get(`${id} ${what}`) ?? 0) + 1);
		};
		const reply = async (asker: Asker, incoming: Incoming) => {
			const made = await desk.reply(incoming, asker);
			note(asker, incoming.kind, made);
			if (made.kind === "answer") views.push({ view: made.view, asker });
			if (views.length > 400) views.shift();
		};
		for (let n = 0; n < requests; n++)
			await oneRequest({ desk, random, pick, askerAt, views, note, reply });
		await writeAll(stage, (place, answer) =>
			note({ place, person: "", admin: false }, "digest", answer),
		);
		await stage.close();
		expect(crossings).toEqual([]);
		// It looked: each collection was shown where it belongs, in every way that shows any.
		for (const what of [
			"command",
			"message",
			"more",
			"check_quote",
			"suggest",
			"overview",
			"digest",
		])
			for (const id of ids)
				expect([id, what, (seen.get(`${id} ${what}`) ?? 0) > 0]).toEqual([id, what, true]);
	});

	it("answer as gone what another one showed in the same place before", async () => {
		const store = memoryStore();
		const asker: Asker = {
			place: { platform: "slack", space: "T1", channel: "C1", thread: "1" },
			person: "UOPERATOR",
			admin: true,
		};
		const before = await openStage({ folder, store, now, answers: { gulf: ["slack:T1"] } });
		const ask = (desk: Desk, text: string) => desk.reply({ kind: "message", text }, asker);
		const shown = await ask(before.collections.desk, "harbour strike");
		if (shown.kind !== "answer") throw new Error(shown.kind);
		await before.collections.desk.reply(
			{ kind: "command", name: "digest", text: "subscribe harbour when:now" },
			asker,
		);
		await before.close();

		const after = await openStage({ folder, store, now, answers: { levant: ["slack:T1"] } });
		const { desk } = after.collections;
		const { view } = shown;
		for (const incoming of [
			{ kind: "more", view },
			{ kind: "check_quote", view, item: 0 },
			{ kind: "reading", view },
			{ kind: "share", view },
			{ kind: "narrow", view, filters: {} },
			{ kind: "vote", view, vote: "right" },
			{ kind: "message", text: "more" },
		] satisfies Incoming[])
			expect([incoming.kind, noticeCode(await desk.reply(incoming, asker))]).toEqual([
				incoming.kind,
				incoming.kind === "message" ? "no_more" : "view_gone",
			]);
		expect(await desk.request(view, asker)).toBeNull();
		expect(await desk.voteForm(view, asker)).toBeNull();
		const told = await desk.reply({ kind: "command", name: "digest", text: "list" }, asker);
		expect(JSON.stringify(told)).not.toContain("harbour");
		const posts: DigestPost[] = [];
		await deliverAll(after, (_, post) => posts.push(post));
		expect(posts).toEqual([]);
		const [moved] = await store.of("gulf").subscriptions.page("", 9);
		expect(moved?.paused).toBe("moved");
		await after.close();
	});

	it("go on where one of them is broken", async () => {
		const answers = { gulf: ["slack:T1"], levant: ["slack:T2"] };
		const stage = await openStage({ folder, now, answers });
		rmSync(`${folder}/levant`, { recursive: true });
		const at = (space: string): Asker => ({
			place: { platform: "slack", space, channel: "C1", thread: null },
			...{ person: "U1", admin: false },
		});
		const { desk } = stage.collections;
		const ask = (space: string) =>
			desk.reply({ kind: "message", text: "harbour strike" }, at(space));
		expect(noticeCode(await ask("T2"))).toBe("corpus_missing");
		expect((await ask("T1")).kind).toBe("answer");
		expect((await desk.overview("ar", at("T2"))).examples).toEqual([]);
		await stage.close();
	});
});

function noticeCode(reply: Reply): string {
	return reply.kind === "notice" ? reply.notice.code : reply.kind;
}

/** Writes what each channel would be told, as the delivery does. */
async function writeAll(
	{ collections, store }: Stage,
	told: (place: DigestPost["place"], answer: Answer) => void,
): Promise<void> {
	for (const id of ids) {
		await tellAnew(collections, id, store);
		for await (const one of everyOne(store.of(id).subscriptions)) {
			const day = { day: "2024-05-10", missedFrom: null, missed: 0 };
			const { answer } = await collections.use(id, ({ digests }) => digests.write(one, day));
			told(one.place, answer);
		}
	}
}

/** Tells every collection's journal that its articles are new, and waits for what is told of it. */
async function deliverAll(
	{ collections, store }: Stage,
	told: (place: DigestPost["place"], post: DigestPost) => void,
): Promise<void> {
	for (const id of ids) await tellAnew(collections, id, store);
	const poster: Poster = {
		async post(post) {
			told(post.place, post);
			return { kind: "sent", message: post.key };
		},
		find: async () => null,
		reach: async () => true,
		tell: async () => {},
	};
	const delivering = collections.deliver({ slack: poster });
	const isOver = async () => {
		for (const id of ids) {
			const { subscriptions, deliveries, changes } = store.of(id);
			const last = await changes.last();
			const waiting = await subscriptions.alerts(["slack"], last, now(), now(), 1);
			if (waiting.length > 0 || (await deliveries.nextReady(["slack"])) !== null) return false;
		}
		return true;
	};
	while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 5));
	await delivering.stop();
}

async function tellAnew(
	collections: Stage["collections"],
	id: string,
	store: Store,
): Promise<void> {
	const { changes } = store.of(id);
	await collections.use(id, async ({ app }) => {
		for (const { id: article, claims } of app.corpus.articles) {
			const common = { at: now(), article, before: null, goneClaims: [] };
			await changes.append([{ ...common, kind: "withdrawn", newClaims: [] }]);
			const newClaims = claims.map((claim) => claim.id);
			await changes.append([{ ...common, kind: "added", newClaims }]);
		}
	});
}
