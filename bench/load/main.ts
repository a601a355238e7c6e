/**
 * The real `serve` with a corpus of 3,000 articles, on the test servers of both platforms: how soon it
 * answers while a feed of 200 articles is read and 500 digests are due, what memory it takes, and
 * whether that, or what is in use of it, grows over 12,000 answers.
 *   npm run bench -- load [--articles 3000] [--answers 12000] [--digests 500] [--feed 200]
 * The corpus is made once, in three minutes, and kept in node_modules/.cache.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { projectFolder } from "../../src/app/paths.ts";
import { openStore } from "../../src/storage/open.ts";
import type { LoadOrder, LoadReport } from "../../tests/servers/slack/load.ts";
import { makeCorpus } from "./corpus.ts";
import { makeDue, noteArticles } from "./digests.ts";
import { Platform, Program } from "./processes.ts";
import { questions } from "./questions.ts";

const bars = { p99Ms: 250, memoryMb: 800, growthMb: 10 };
/** Longer than the intake waits for work before its thread ends. */
const restMs = 70_000;
/** Seconds after which what is not done by then is given up. */
const patience = 300;

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "3000" },
		answers: { type: "string", default: "12000" },
		digests: { type: "string", default: "500" },
		feed: { type: "string", default: "200" },
		"per-second": { type: "string", default: "20" },
		"cpu-prof": { type: "string" },
	},
});
const [articles, answers] = [Number(values.articles), Number(values.answers)];
const [digests, fed] = [Number(values.digests), Number(values.feed)];
const perSecond = Number(values["per-second"]);
const missed: string[] = [];

function bar(what: string, value: number, most: number, unit: string): void {
	if (value > most) missed.push(`${what}: ${value} ${unit}, at most ${most}`);
	console.log(`| ${what} | ${value} ${unit} | ${most} ${unit} |`);
}

/** Asks, and tells with it what processor time the bot took meanwhile: on a shared machine the clock alone says little. */
async function phase(what: string, order: LoadOrder): Promise<LoadReport> {
	const before = bot.used();
	const report = await ask(order);
	const { sent, answered, answer, seconds } = report;
	const { p50, p99, max } = answer;
	const used = (bot.used() - before).toFixed(1);
	console.log(
		`| ${what} | ${answered} of ${sent} in ${seconds} s | ${p50} | ${p99} | ${max} | ${used} | ${bot.memory()} |`,
	);
	return report;
}

const made = join(projectFolder, "node_modules", ".cache", "isnad", `load-${articles}`);
await makeCorpus(made, articles);
const folder = mkdtempSync(join(tmpdir(), "isnad-load-"));
const [data, corpus] = [join(folder, "data"), join(folder, "corpus")];
cpSync(made, corpus, { recursive: true });
await noteArticles(data, corpus);

type Told = { apiUrl: string; controlUrl: string; channels: string[] };
type SlackTold = Told & { botToken: string; appToken: string };
const half = String(Math.ceil(digests / 2));
const slack = await Platform.start<SlackTold>("slack", ["--channels", half]);
/** Of the form that Discord's tokens have. */
const token = ["a".repeat(24), "a".repeat(6), "a".repeat(27)].join(".");
const discord = await Platform.start<Told>("discord", ["--channels", half, "--token", token]);
const web = new Program("bench/sources-web.ts", [String(fed), "77"]);
const host = await web.line(() => true);
const liveHeap = `--import=${pathToFileURL(join(projectFolder, "bench/load/live-heap.ts"))}`;
const profile = values["cpu-prof"] ? ` --cpu-prof --cpu-prof-dir=${values["cpu-prof"]}` : "";
const serve = () =>
	new Program("src/main.ts", ["serve"], {
		...{ SLACK_BOT_TOKEN: slack.told.botToken, SLACK_APP_TOKEN: slack.told.appToken },
		...{ SLACK_API_URL: slack.told.apiUrl, DISCORD_TOKEN: token },
		...{ DISCORD_API_URL: discord.told.apiUrl, ISNAD_ALLOW_ADDRESSES: host },
		...{ ISNAD_DATA: data, ISNAD_CORPUS: corpus, ISNAD_QUESTIONS_PER_MINUTE: "100000" },
		...{ LOG_FORMAT: "json", LOG_LEVEL: "info" },
		...{ NODE_OPTIONS: `${liveHeap}${profile}` },
	});

async function ready(bot: Program): Promise<{ seconds: number; passages: number }> {
	const start = performance.now();
	const line = await bot.line((text) => text.includes('"msg":"ready"'));
	const { passages } = JSON.parse(line) as { passages: number };
	return { seconds: Math.round((performance.now() - start) / 100) / 10, passages };
}

const ask = (order: LoadOrder) =>
	slack.order<LoadReport>("/load", { questions, ...order } satisfies LoadOrder);

/** Digests that reached their channels. */
async function posted(): Promise<number> {
	const keys = new Set<string>();
	const { posts } = await slack.order<{ posts: { key: string | null }[] }>("/state");
	const state = await discord.order<{ posted: { key: string | null }[] }>("/state");
	for (const { key } of [...posts, ...state.posted]) if (key) keys.add(key);
	return keys.size;
}

async function follow(address: string): Promise<void> {
	const store = await openStore({ data });
	const now = Date.now();
	await store.sources.add({
		...{ id: "load22", address, kind: null, title: null, addedBy: "console", addedAt: now },
		...{ etag: null, lastModified: null, nextPollAt: now, lastSuccessAt: null },
		...{ lastProblem: null, failures: 0 },
	});
	await store.close();
}

let bot = serve();
try {
	const first = await ready(bot);
	const built = bot.memory();
	await bot.stop();
	bot = serve();
	const second = await ready(bot);
	const loaded = bot.memory();
	console.log(
		`${articles} articles, ${second.passages} passages; ready after ${first.seconds} s with the index built (${built} MB), ${second.seconds} s with it loaded.\n`,
	);
	console.log(
		"| while | answers | p50 ms | p99 ms | longest ms | processor s | memory MB |\n|---|---|---|---|---|---|---|",
	);
	await phase("it has just started", { count: 600, perSecond });
	await phase("nothing else happens", { count: 600, perSecond });

	const usedBefore = bot.used();
	const begun = performance.now();
	await makeDue(data, digests, { slack: slack.told.channels, discord: discord.told.channels });
	await follow(`http://${host}/feed.xml`);
	const done = { feed: 0, digests: 0 };
	let slowest = 0;
	const seconds = () => Math.round((performance.now() - begun) / 100) / 10;
	const reading = bot
		.line((text) => text.includes('"msg":"A source was read."'))
		.then(() => {
			done.feed = seconds();
		});
	const posting = (async () => {
		while ((await posted()) < digests) await sleep(3_000);
		done.digests = seconds();
	})();
	for (let n = 0; seconds() < patience && (done.feed === 0 || done.digests === 0); n++) {
		const what = `the feed is read and digests are posted, part ${n + 1}`;
		slowest = Math.max(slowest, (await phase(what, { count: 600, perSecond })).answer.p99);
	}
	const busy = seconds();
	const used = Math.round(bot.used() - usedBefore);
	void Promise.allSettled([reading, posting]);
	console.log(
		`\nThe feed's ${fed} articles answered after ${done.feed} s, all ${digests} digests were posted after ${done.digests} s; ${used} s of processor time in ${busy} s.\n`,
	);
	if (done.feed === 0) missed.push("the feed was not read");
	if (done.digests === 0) missed.push("digests were not posted");

	const rounds = 12;
	const samples: number[] = [];
	// What read the feed has ended by then, and gives its memory back.
	await sleep(restMs);
	const liveBefore = await bot.live();
	console.log(
		"| after answers | memory MB | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|",
	);
	for (let n = 1; n <= rounds; n++) {
		const { answer, sent, answered } = await ask({ count: answers / rounds, atOnce: 4 });
		samples.push(bot.memory());
		const asked = (n * answers) / rounds;
		console.log(`| ${asked} | ${samples.at(-1)} | ${answer.p50} | ${answer.p99} | ${answer.max} |`);
		if (answered < sent) missed.push(`${sent - answered} of ${sent} not answered`);
	}
	// The first answers fill caches; from then on it may not grow.
	const third = Math.ceil(rounds / 3);
	const early = Math.max(...samples.slice(0, third));
	const late = Math.max(...samples.slice(-third));
	console.log("\n| what | measured | bar |\n|---|---|---|");
	bar("p99 while the feed is read and digests are posted", slowest, bars.p99Ms, "ms");
	bar("memory after loading", loaded, bars.memoryMb, "MB");
	bar("last third of the answers beside the first", late - early, bars.growthMb, "MB");
	bar(
		"in use after the answers beside before them",
		(await bot.live()) - liveBefore,
		bars.growthMb,
		"MB",
	);
	console.log(`\nIn use before the answers: ${liveBefore} MB.`);
	const state = await slack.order<{ violations: string[] }>("/state");
	if (state.violations.length > 0) missed.push(`Slack's rules: ${state.violations[0]}`);
	console.log(`\nWarnings: ${JSON.stringify(bot.warnings())}; load ${loadavg()[0]?.toFixed(1)}.`);
} finally {
	await bot.stop();
	await Promise.all([slack.stop(), discord.stop(), web.stop()]);
	rmSync(folder, { recursive: true, force: true });
}
for (const what of missed) console.log(`MISSED ${what}`);
if (missed.length > 0) process.exitCode = 1;
