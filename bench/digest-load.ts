import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createDiscordPoster } from "../adapters/discord/poster.ts";
import { createPoster } from "../adapters/slack/poster.ts";
import { createClient, SlackApi } from "../adapters/slack/wire/api.ts";
import { ChannelPace } from "../adapters/slack/wire/pace.ts";
import { readConfig } from "../src/app/config.ts";
import { createApp } from "../src/app/serving/app.ts";
import { openDesk } from "../src/app/serving/desk/desk.ts";
import { deliverDigests, openDigests } from "../src/app/serving/digests.ts";
import { sleep } from "../src/app/sleep.ts";
import { localDay } from "../src/digest/local-days.ts";
import type { PlatformName } from "../src/domain/sets/platforms.ts";
import { openStore } from "../src/storage/open.ts";

/**
 * Digests that are all due in the same minute, on both platforms' test servers with their rates,
 * while commands are answered: `node bench/digest-load.ts --digests 1000 --channels 250`.
 */
const { values } = parseArgs({
	options: {
		digests: { type: "string", default: "1000" },
		channels: { type: "string", default: "250" },
	},
});
const digests = Number(values.digests);
const children: ChildProcess[] = [];
process.once("exit", () => {
	for (const child of children) child.kill("SIGKILL");
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));

async function server(name: "slack" | "discord"): Promise<Record<string, unknown>> {
	const path = fileURLToPath(new URL(`../tests/servers/${name}/main.ts`, import.meta.url));
	const child = spawn(process.execPath, [path, "--channels", values.channels], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	children.push(child);
	const [line] = await once(createInterface({ input: child.stdout }), "line");
	return JSON.parse(String(line));
}

const [slack, discord] = await Promise.all([server("slack"), server("discord")]);
const data = await mkdtemp(join(tmpdir(), "isnad-load-"));
const store = await openStore({ data });
const warned = new Map<string, number>();
const log = (level: string, msg: string) => {
	if (level !== "debug" && level !== "info") warned.set(msg, (warned.get(msg) ?? 0) + 1);
};
const config = readConfig({ ISNAD_DATA: data });
const app = await createApp(config, log);
await app.warmUp();
const { say } = app;
const desk = await openDesk({ app, config, store, log, now: Date.now });
await store.changes.append(
	app.corpus.articles.map(({ id, claims }) => ({
		at: Date.now(),
		kind: "added" as const,
		article: id,
		before: null,
		newClaims: claims.map((claim) => claim.id),
		goneClaims: [],
	})),
);
const topics = [
	"china drones",
	"الطائرات المسيّرة",
	"weapons",
	"Putin Xi",
	"sanctions",
	"by:Yellen",
];
const places: Record<"slack" | "discord", string[]> = {
	slack: slack["channels"] as string[],
	discord: discord["channels"] as string[],
};
const now = Date.now();
for (const platform of ["slack", "discord"] as const) {
	for (let n = 0; n < digests; n++) await subscribe(platform, n);
}

async function subscribe(platform: "slack" | "discord", n: number): Promise<void> {
	const channels = places[platform];
	const place = {
		platform,
		space: null,
		channel: channels[n % channels.length] ?? "",
		thread: null,
	};
	const topic = topics[n % topics.length] ?? "";
	await store.subscriptions.add(
		{
			id: `${platform.slice(0, 1)}${n}`.padEnd(12, "x"),
			place,
			maker: "U1",
			request: topic.startsWith("by:")
				? { command: "claims", text: "", by: topic.slice(3) }
				: { command: "claims", text: topic },
			language: /\p{Script=Arabic}/u.test(topic) ? "ar" : "en",
			when: "daily",
			at: "00:00",
			zone: "UTC",
			days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
			empty: "say",
			paused: null,
			createdAt: now + n,
			from: localDay(now, "UTC"),
			since: 0,
			lastDay: null,
			nextDue: now,
		},
		digests,
	);
}

const pace = new ChannelPace(1_000, Date.now, sleep);
const client = (signal?: AbortSignal) =>
	createClient(String(slack["botToken"]), {
		apiUrl: String(slack["apiUrl"]),
		log,
		...(signal ? { signal } : {}),
	});
const api = new SlackApi({ client: client(), pace, sleep, now: Date.now, onFatal: () => {} });
const posters = {
	slack: createPoster({ api, pace, say, log, client }),
	discord: createDiscordPoster({
		apiUrl: String(discord["apiUrl"]),
		token: String(discord["token"]),
		say,
		log,
	}),
};
const asker = {
	place: { platform: "console" as PlatformName, space: null, channel: "c", thread: null },
	person: "p",
	admin: false,
};
const questions = [
	"china drones",
	"weapons stance:denied",
	"مسيرات الصين",
	"Putin",
	"joint exercises",
];

async function commands(isOver: () => boolean): Promise<number[]> {
	const times: number[] = [];
	for (let n = 0; !isOver(); n++) {
		const text = questions[n % questions.length] ?? "";
		const began = performance.now();
		await desk.reply({ kind: "command", name: n % 2 ? "claims" : "timeline", text }, asker);
		times.push(performance.now() - began);
		await sleep(100);
	}
	return times.sort((a, b) => a - b);
}

const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();
const began = performance.now();
const { write } = openDigests({ app, store, now: Date.now });
const running = deliverDigests({ store, posters, write, say: app.say, now: Date.now, log });
let over = false;
const asking = commands(() => over);
const finished = { slack: 0, discord: 0 };
while (finished.slack === 0 || finished.discord === 0) {
	await sleep(500);
	for (const platform of ["slack", "discord"] as const) {
		if (finished[platform] > 0) continue;
		const open = (await store.deliveries.nextReady([platform])) !== null;
		const { due } = store.subscriptions;
		const unplanned = (await due([platform], Date.now(), Number.MAX_SAFE_INTEGER, 1)).length > 0;
		if (!open && !unplanned) finished[platform] = (performance.now() - began) / 1_000;
	}
}
over = true;
const times = await asking;
await running.stop();
loop.disable();

async function stateOf(of: Record<string, unknown>): Promise<Record<string, unknown>> {
	return (await (await fetch(`${of["controlUrl"]}/state`)).json()) as Record<string, unknown>;
}
type Post = { key: string; at: number };
function report(platform: "slack" | "discord", state: Record<string, unknown>) {
	const posts = (state["posts"] ?? state["posted"]) as Post[];
	const at = posts.map((post) => post.at).sort((a, b) => a - b);
	const most = Math.max(
		...at.map((from) => at.filter((t) => t >= from && t < from + 1_000).length),
	);
	return {
		posted: posts.length,
		keys: new Set(posts.map(({ key }) => key)).size,
		seconds: Math.round(finished[platform]),
		mostInOneSecond: most,
		violations: state["violations"],
	};
}
const rank = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
console.log(
	JSON.stringify(
		{
			slack: report("slack", await stateOf(slack)),
			discord: report("discord", await stateOf(discord)),
			commands: { asked: times.length, p50: rank(0.5), p99: rank(0.99), max: rank(1) },
			eventLoopMs: { p99: Math.round(loop.percentile(99) / 1e6), max: Math.round(loop.max / 1e6) },
			warned: Object.fromEntries(warned),
		},
		null,
		"\t",
	),
);
await store.close();
await app.close();
await rm(data, { recursive: true, force: true });
process.exit(0);
