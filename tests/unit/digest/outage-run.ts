import { memoryStore } from "../../../src/storage/memory/store.ts";
import { type Outage, Platform } from "./platform.ts";
import { Worker } from "./workers.ts";
import { subscribed, World } from "./world.ts";

const minute = 60_000;
/** Monday; the platform is away from before the first digest is due until an hour later. */
const start = Date.UTC(2024, 4, 6, 7, 29);
const back = Date.UTC(2024, 4, 6, 8, 30);

export type OutageOrder = {
	outage: Outage;
	/** Digests due in each minute of the hour, over forty channels. */
	perMinute: number;
	random(): number;
};

/** What became of the digests that were due while Slack was away for an hour; times in milliseconds. */
export type OutageReport = {
	digests: number;
	/** What was asked of the platform while it was away, and how much of it was posts. */
	requestsAway: number;
	postsAway: number;
	sent: number;
	doubled: number;
	/** The most digests due later that went out before one. */
	overtakenBy: number;
	/** After the platform was back. */
	firstMs: number;
	lastMs: number;
	/** The least between two messages anywhere, and in one channel. */
	gapMs: number;
	channelGapMs: number;
	paused: number;
};

export async function outageRun({ outage, perMinute, random }: OutageOrder): Promise<OutageReport> {
	const all = Array.from({ length: 60 * perMinute }, (_, n) => {
		const at = new Date(Date.UTC(2024, 4, 6, 7, 30 + Math.floor(n / perMinute)));
		return subscribed(`s${n}`, "slack", {
			at: at.toISOString().slice(11, 16),
			place: { platform: "slack", space: "T1", channel: `C${n % 40}`, thread: null },
		});
	});
	const world = new World(start);
	const store = memoryStore();
	for (const each of all) await store.subscriptions.add(each, 1_000);
	const slack = new Platform(world, 0);
	const worker = new Worker(world, store, { slack: slack.poster }, { random });
	slack.outage = outage;
	await world.pass(back - start);
	const away = { requestsAway: slack.requests, postsAway: slack.posts };
	slack.outage = null;
	await world.pass(15 * minute);
	worker.kill();

	const times = slack.messages.map(({ at }) => at);
	const due = new Map(all.map(({ id, at }) => [id, at]));
	const order = slack.messages.map(({ key }) => due.get(key.slice(0, 12)) ?? "");
	const ofChannels = [...Map.groupBy(slack.messages, ({ channel }) => channel).values()];
	const kept = await Promise.all(all.map(({ id }) => store.subscriptions.get(id)));
	return {
		digests: all.length,
		...away,
		sent: new Set(slack.messages.map(({ key }) => key)).size,
		doubled: slack.messages.length - new Set(slack.messages.map(({ key }) => key)).size,
		overtakenBy: Math.max(
			...order.map((at, n) => order.slice(0, n).filter((before) => before > at).length),
		),
		firstMs: Math.min(...times) - back,
		lastMs: Math.max(...times) - back,
		gapMs: leastGap(times),
		channelGapMs: Math.min(...ofChannels.map((each) => leastGap(each.map(({ at }) => at)))),
		paused: kept.filter((each) => each?.paused !== null).length,
	};
}

function leastGap(times: readonly number[]): number {
	return Math.min(...times.slice(1).map((at, n) => at - (times[n] ?? 0)));
}
