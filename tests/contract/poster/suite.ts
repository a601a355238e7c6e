import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sleep } from "../../../src/app/sleep.ts";
import { rates, timing } from "../../../src/digest/delivery/rates.ts";
import { startDigests } from "../../../src/digest/delivery/scheduler.ts";
import type { Poster, PostOutcome } from "../../../src/domain/digest.ts";
import type { Place } from "../../../src/domain/place.ts";
import type { PlatformName } from "../../../src/domain/sets/platforms.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { say } from "../../unit/answers/doubles.ts";
import { subscribed } from "../../unit/digest/world.ts";
import { hostileAnswer } from "../adapter/hostile.ts";
import { type Answer, foreignAnswers } from "./answers.ts";

/** A platform with a poster on it. */
export type PosterStage = {
	readonly poster: Poster;
	/** A channel of its own. */
	place(): Place;
	/** The next post meets this answer, `stored`: after its message was stored; all where `always`. */
	meet(answer: Answer, stored: boolean, always?: boolean): void;
	/** Posts that arrived. */
	posts(): number;
	/** Messages in the place. */
	messages(place: Place): number;
	/** From now on all is well. */
	heal(): void;
	close(): Promise<void>;
};

export type PosterCase = {
	platform: PlatformName;
	open(): Promise<PosterStage>;
	/** What the platform documents, with what it means. */
	own: readonly (readonly [what: string, answer: Answer, outcome: Partial<PostOutcome>])[];
	/** Its own words that tell nothing of the message. */
	unsure: readonly (readonly [what: string, answer: Answer])[];
};

const never = new AbortController().signal;
/** As short as real requests on this machine allow. */
const quick = {
	...timing,
	requestMs: 1_000,
	leaseMs: 10_000,
	settleMs: 20,
	retryMs: 5,
	longestRetryMs: 20,
	lookMs: 20,
	restMs: 5,
	longestRestMs: 20,
	leastWaitMs: 5,
	longestWaitMs: 20,
};
const fast = { channelMs: 0, anywhereMs: 0, atOnce: 1 };

/** What every poster makes of answers; each implementation runs it. */
export function posterSuite({ platform, open, own, unsure }: PosterCase): void {
	let stage: PosterStage;
	beforeAll(async () => {
		stage = await open();
	});
	afterEach(() => stage.heal());
	afterAll(() => stage.close());
	let keys = 0;
	const post = (place: Place) => {
		const key = `case-${++keys}`;
		const answer = hostileAnswer;
		return { key, done: stage.poster.post({ key, place, answer, view: "viewviewview" }, never) };
	};

	/** A digest that is due now, delivered by the protocol until it is settled. */
	const deliver = async (place: Place) => {
		const store = memoryStore();
		const now = Date.now();
		const today = new Date(now).toISOString().slice(0, 10);
		const due = { place, at: "00:00", from: today, createdAt: now };
		const one = subscribed(`c${++keys}`, platform, due);
		await store.subscriptions.add(one, 1_000);
		const digests = startDigests({
			store,
			posters: { [platform]: stage.poster },
			write: async () => ({ answer: hostileAnswer, news: true, upTo: 0 }),
			...{ say, sleep, now: Date.now, log: () => {}, random: Math.random },
			newId: () => `lease-${++keys}`.padEnd(12, "_"),
			timing: quick,
			rates: { ...rates, [platform]: fast },
		});
		const row = async () => (await store.deliveries.since(one.id, today, 1))[0];
		const end = performance.now() + 10_000;
		while (performance.now() < end) {
			const state = (await row())?.state;
			if (state && state !== "pending" && state !== "sending") break;
			await sleep(5);
		}
		await digests.stop();
		return { row: await row(), paused: (await store.subscriptions.get(one.id))?.paused };
	};

	describe.each([
		["and the message was not stored", false],
		["and the message was stored", true],
	] as const)("an answer that is not the platform's own, %s", (_when, stored) => {
		it.each([...foreignAnswers, ...unsure])("tells nothing: %s", async (_what, answer) => {
			const place = stage.place();
			const since = Date.now();
			const before = stage.posts();
			stage.meet(answer, stored);
			const { key, done } = post(place);
			expect(await done).toMatchObject({ kind: "unknown", reason: expect.stringMatching(/./) });
			expect(stage.posts() - before).toBe(1);
			const found = await stage.poster.find(key, place, since, never);
			expect(found !== null).toBe(stored);
		});

		it.each([...foreignAnswers, ...unsure])(
			"neither doubles nor pauses a digest: %s",
			async (_what, answer) => {
				const place = stage.place();
				stage.meet(answer, stored);
				const { row, paused } = await deliver(place);
				expect(row?.state).toBe("sent");
				expect(paused).toBeNull();
				expect(stage.messages(place)).toBe(1);
			},
		);
	});

	it.each(foreignAnswers)(
		"is no history, wherever it is asked, and nothing is posted for it: %s",
		async (_what, answer) => {
			const place = stage.place();
			const since = Date.now();
			const { key, done } = post(place);
			await done;
			stage.meet(answer, false, true);
			await expect(stage.poster.find(key, place, since, never)).rejects.toThrow();
			expect(await stage.poster.reach?.(never)).toBe(false);
			stage.heal();
			expect(await stage.poster.find(key, place, since, never)).not.toBeNull();
			expect(await stage.poster.reach?.(never)).toBe(true);
		},
	);

	it.each(own)(
		"the platform's own answer means what it documents: %s",
		async (_w, answer, outcome) => {
			const place = stage.place();
			stage.meet(answer, false);
			expect(await post(place).done).toMatchObject(outcome);
			expect(stage.messages(place)).toBe(0);
		},
	);

	it.each(own)(
		"pauses a digest only where its channel is closed: %s",
		async (_w, answer, outcome) => {
			const place = stage.place();
			stage.meet(answer, false);
			const { row, paused } = await deliver(place);
			const isClosed = outcome.kind === "closed";
			expect(row?.state).toBe(isClosed ? "closed" : "sent");
			expect(paused).toBe(isClosed ? outcome.reason : null);
			expect(stage.messages(place)).toBe(isClosed ? 0 : 1);
		},
	);
}
