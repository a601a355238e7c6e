/**
 * What answers notice of a feed that is read meanwhile: how soon its articles answer, how long the
 * slowest answer took, and how long the event loop stood still.
 *   node bench/sources.ts [--articles 200]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import { openLiveSources } from "../src/app/live/live-sources.ts";
import { projectFolder } from "../src/app/paths.ts";
import { createApp } from "../src/app/serving/app.ts";
import { openStore } from "../src/storage/open.ts";
import { questionsOf } from "./start.ts";

type Waits = {
	answers: number;
	median: number;
	p99: number;
	worst: number;
	/** The processor time of the answer that took most of it. */
	dearest: number;
	/** The longest turn of the event loop by the clock, and by the processor time that it took. */
	stood: number;
	turn: number;
};
/** Between two questions, in milliseconds: somebody always asks. */
const pause = 20;
const goals = { seconds: 20, waitMs: 100 };

/** Processor time of this thread so far. */
const usedMs = () => {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
};

/** Measures until it is called: a machine that is shared stands still without any of our doing. */
function longestTurn(): () => number {
	let [last, worst] = [usedMs(), 0];
	const timer = setInterval(() => {
		const now = usedMs();
		worst = Math.max(worst, now - last);
		last = now;
	}, 1);
	return () => {
		clearInterval(timer);
		return worst;
	};
}

const { values } = parseArgs({ options: { articles: { type: "string", default: "200" } } });
const count = Number(values.articles);
const data = mkdtempSync(join(tmpdir(), "isnad-bench-"));
const main = join(projectFolder, "bench", "sources-web.ts");
const web = spawn(process.execPath, [main, String(count)], {
	stdio: ["ignore", "pipe", "inherit"],
});
try {
	const [line] = (await once(web.stdout, "data")) as [Buffer];
	const host = line.toString("utf8").trim();
	const config = readConfig({ ISNAD_DATA: data, ISNAD_ALLOW_ADDRESSES: host });
	const log = () => {};
	const [app, store] = [await createApp(config, log), await openStore(config)];
	const live = await openLiveSources({ app, config, store, log, now: Date.now });
	await app.warmUp();
	live.start();
	const requests = questionsOf(app.corpus.articles.flatMap(({ claims }) => claims));

	/** Asks one question after the other until it is over. */
	const ask = async (over: () => boolean): Promise<Waits> => {
		const loop = monitorEventLoopDelay({ resolution: 5 });
		const times: number[] = [];
		let dearest = 0;
		loop.enable();
		const turns = longestTurn();
		for (let n = 0; !over(); n++) {
			const request = requests[n % requests.length];
			if (!request) break;
			const [start, used] = [performance.now(), usedMs()];
			await app.answerer.answer(request);
			times.push(performance.now() - start);
			dearest = Math.max(dearest, usedMs() - used);
			await sleep(pause);
		}
		loop.disable();
		times.sort((a, b) => a - b);
		const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
		const stood = loop.max / 1e6;
		const turn = turns();
		return {
			answers: times.length,
			median: at(0.5),
			p99: at(0.99),
			worst: at(1),
			dearest,
			stood,
			turn,
		};
	};
	const idleUntil = performance.now() + 5_000;
	// The first round warms the code up, as a running bot is.
	await ask(() => performance.now() > idleUntil - 2_500);
	const idle = await ask(() => performance.now() > idleUntil);

	const before = app.corpus.articles.length;
	const begun = performance.now();
	const usedBefore = process.cpuUsage();
	let served: number | undefined;
	const asker = {
		place: { platform: "console", space: null, channel: "c", thread: null } as const,
		person: "p",
		admin: true,
	};
	const added = live.commands.run(`add http://${host}/feed.xml`, asker, "en");
	const busy = await ask(() => {
		if (app.corpus.articles.length >= before + count) served ??= performance.now();
		return served !== undefined || performance.now() > begun + 120_000;
	});
	await added;
	const used = process.cpuUsage(usedBefore);
	const after = await ask(
		() => performance.now() > begun + 120_000 || performance.now() > (served ?? 0) + 2_500,
	);
	const row = (what: string, { answers, median, p99, worst, dearest, stood, turn }: Waits) =>
		console.log(
			`| ${what} | ${answers} | ${[median, p99, worst, dearest, stood, turn].map((ms) => ms.toFixed(1)).join(" | ")} |`,
		);
	console.log(
		"| while | answers | median ms | p99 ms | slowest ms | most processor time of one, ms | longest turn of the loop, ms | its processor time, ms |\n|---|---|---|---|---|---|---|---|",
	);
	row("nothing is read", idle);
	row(`a feed of ${count} articles is read`, busy);
	row("its articles serve too", after);
	const seconds = ((served ?? Number.POSITIVE_INFINITY) - begun) / 1_000;
	console.log(
		`\nAll ${count} articles answered after ${seconds.toFixed(1)} s (goal: ${goals.seconds} s); the slowest answer meanwhile took ${busy.worst.toFixed(0)} ms (goal: ${goals.waitMs} ms).`,
	);
	console.log(
		`Processor time of the whole, answers included: ${((used.user + used.system) / 1e6).toFixed(1)} s.`,
	);
	if (seconds > goals.seconds || busy.worst > goals.waitMs) process.exitCode = 1;
	await live.close();
	await app.close();
	await store.close();
} finally {
	web.kill();
	rmSync(data, { recursive: true, force: true });
}
