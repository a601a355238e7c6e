import { describe, expect, it } from "vitest";
import { rates } from "../../../../src/digest/delivery/rates.ts";
import type { PostOutcome, Subscription } from "../../../../src/domain/digest.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { seeded } from "../../storage/kills.ts";
import { outageRun } from "../outage-run.ts";
import { type Outage, outages, Platform } from "../platform.ts";
import { Worker } from "../workers.ts";
import { subscribed, World } from "../world.ts";

const second = 1_000;
const minute = 60 * second;
/** Monday; the platform goes away with the first digest and is back an hour later. */
const start = Date.UTC(2024, 4, 6, 7, 29);
const back = Date.UTC(2024, 4, 6, 8, 30);

async function stage(subscriptions: Subscription[], more = {}) {
	const world = new World(start);
	const store = memoryStore();
	for (const each of subscriptions) await store.subscriptions.add(each, 1_000);
	const slack = new Platform(world, 0);
	const discord = new Platform(world, 0);
	const posters = { slack: slack.poster, discord: discord.poster };
	const again = () => new Worker(world, store, posters, more);
	return { world, store, slack, discord, worker: again(), again };
}

/** Three digests due each minute for an hour, over forty channels. */
const hourly = () =>
	Array.from({ length: 180 }, (_, n) => {
		const at = new Date(Date.UTC(2024, 4, 6, 7, 30 + Math.floor(n / 3)));
		return subscribed(`s${n}`, "slack", {
			at: at.toISOString().slice(11, 16),
			place: { platform: "slack", space: "T1", channel: `C${n % 40}`, thread: null },
		});
	});

describe("what was due while a platform was away for an hour", () => {
	it.each(Object.keys(outages) as Outage[])(
		"goes out once, the oldest first, within its rates, and is not asked for without end: %s",
		async (outage) => {
			const random = seeded(Number(process.env["ISNAD_TEST_SEED"]));
			const report = await outageRun({ outage, perMinute: 2, random });
			const all = { digests: 120, sent: 120, doubled: 0, overtakenBy: 0, paused: 0 };
			expect(report).toMatchObject(all);
			// One a minute, and the few of the beginning.
			expect(report.requestsAway).toBeLessThan(90);
			expect(report.postsAway).toBeLessThan(10);
			// Messages arrive in the middle of a request, whose length is the platform's.
			const { anywhereMs, channelMs } = rates.slack;
			expect(report.gapMs).toBeGreaterThanOrEqual(anywhereMs - 100);
			expect(report.channelGapMs).toBeGreaterThanOrEqual(channelMs - 100);
			// At most a rest and a settling time after the return, then five a second.
			expect(report.lastMs).toBeLessThan(2 * minute + 120 * anywhereMs);
		},
	);
});

it("keeps nothing of another platform waiting, nor a process that takes over", async () => {
	const all = [...hourly(), subscribed("d", "discord", { at: "07:45" })];
	const { world, slack, discord, worker, again } = await stage(all);
	slack.outage = "no reply comes";
	await world.pass(30 * minute);
	expect(discord.messages).toHaveLength(1);
	worker.kill();
	again();
	await world.pass(back - world.wall);
	slack.outage = null;
	await world.pass(10 * minute);
	const keys = slack.messages.map(({ key }) => key);
	expect([keys.length, new Set(keys).size]).toEqual([180, 180]);
});

describe("a platform that is slow to take posts", () => {
	const many = () => Array.from({ length: 60 }, (_, n) => subscribed(`s${n}`, "slack"));
	const answerAll = (platform: Platform, outcome: PostOutcome) => {
		platform.refuse = () => outcome;
	};

	it.each([
		// A floor of a second where it names less, else 2 s, doubled each time.
		["a wait of its own without a time", { kind: "wait", retryAfterMs: null }, 7],
		["429 alone", { kind: "unknown", reason: "HTTP 429" }, 7],
		["a wait of no time at all", { kind: "wait", retryAfterMs: 0 }, 61],
	] as const)("is asked seldom: %s", async (_what, outcome, most) => {
		const { world, slack } = await stage(many());
		answerAll(slack, outcome);
		await world.pass(minute);
		const before = slack.posts;
		await world.pass(minute);
		expect(slack.posts - before).toBeGreaterThan(0);
		expect(slack.posts - before).toBeLessThan(most);
		await world.pass(minute);
		slack.refuse = () => null;
		await world.pass(25 * minute);
		expect(new Set(slack.messages.map(({ key }) => key)).size).toBe(60);
		expect(slack.messages).toHaveLength(60);
	});

	it("is not left alone for a year because it names one", async () => {
		const { world, slack } = await stage(many());
		answerAll(slack, { kind: "wait", retryAfterMs: 365 * 24 * 60 * minute });
		await world.pass(10 * minute);
		slack.refuse = () => null;
		await world.pass(70 * minute);
		expect(slack.messages).toHaveLength(60);
	});

	it("spreads its tries by chance", async () => {
		const spread = async (random: () => number) => {
			const { world, slack } = await stage(many(), { random });
			const at: number[] = [];
			slack.refuse = () => {
				at.push(world.wall - start);
				return { kind: "wait", retryAfterMs: null };
			};
			await world.pass(5 * minute);
			return at;
		};
		expect(await spread(() => 0)).not.toEqual(await spread(() => 0.9));
	});
});

it("lets no channel that never answers keep the others waiting", async () => {
	const bad = Array.from({ length: 5 }, (_, n) => subscribed(`a${n}`, "slack", { at: "07:30" }));
	const good = Array.from({ length: 20 }, (_, n) => subscribed(`s${n}`, "slack", { at: "07:40" }));
	const { world, store, slack } = await stage([...bad, ...good]);
	slack.refuse = (channel) =>
		channel.startsWith("slack-a") ? { kind: "unknown", reason: "HTTP 403" } : null;
	await world.pass(20 * minute);
	expect(slack.messages).toHaveLength(20);
	for (const { id } of bad) expect((await store.subscriptions.get(id))?.paused).toBeNull();
	slack.refuse = () => null;
	await world.pass(40 * minute);
	expect(slack.messages).toHaveLength(25);
});

it("gives up no day for having been away: only what is refused for the same reason again and again", async () => {
	const { world, store, slack } = await stage([subscribed("a", "slack")]);
	slack.outage = "nobody takes the connection";
	await world.pass(20 * 60 * minute);
	slack.outage = null;
	let refusals = 1;
	slack.refuse = () => (refusals-- > 0 ? { kind: "failed", reason: "invalid_blocks" } : null);
	await world.pass(2 * 60 * minute);
	expect(slack.messages).toHaveLength(1);
	const [row] = await store.deliveries.since("axxxxxxxxxxx", "2024-05-06", 1);
	expect(row?.state).toBe("sent");
});
