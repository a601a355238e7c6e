/**
 * The program over a large corpus whose text is in rows: memory and time until it is ready, answers, and
 * how long the event loop was at work in one go. Opened twice in processes of their own: the first one
 * reads the folder and makes the rows, the second one finds them.
 *   npm run bench -- shelved [--articles 3000] [--corpus DIR]
 * The corpus is made once, in three minutes, and kept in node_modules/.cache.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import { projectFolder } from "../src/app/paths.ts";
import { createApp } from "../src/app/serving/app.ts";
import type { Request } from "../src/domain/answer.ts";
import { makeCorpus } from "./load/corpus.ts";
import { heldMs } from "./loop-held.ts";

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "3000" },
		corpus: { type: "string" },
		data: { type: "string" },
	},
});
const rounds = 3;
const topics = ["gas terminal", "شحنة القمح", "border crossing", "وزير النقل", "the new quay"];
const asked: Request[] = [
	...topics.flatMap((text): Request[] => [
		{ command: "ask", text },
		{ command: "claims", text },
		{ command: "timeline", text },
		{ command: "claims", text, stance: "contested" },
	]),
	{ command: "timeline", text: "", from: "2024-04-06", to: "2024-04-06" },
];
/** Somebody who speaks in half of the articles: all of them are read. */
const widest: Request = { command: "claims", text: "", by: "Ilse Brandt" };

const mb = (bytes: number) => Math.round(bytes / 1e6);

/** One process's row of the table. */
async function measure(corpus: string, data: string): Promise<void> {
	const start = performance.now();
	const config = readConfig({ ISNAD_CORPUS: corpus, ISNAD_DATA: data });
	const app = await createApp(config, () => {});
	await app.warmUp();
	const ready = Math.round(performance.now() - start) / 1000;
	const used = Math.round(process.cpuUsage().user / 1e5) / 10;
	globalThis.gc?.();
	const { heapUsed, external, rss } = process.memoryUsage();
	const times: number[] = [];
	const held = await heldMs(async () => {
		for (let round = 0; round < rounds; round++)
			for (const request of asked) {
				const from = performance.now();
				await app.answerer.answer(request);
				times.push(performance.now() - from);
			}
	});
	await sleep(1);
	globalThis.gc?.();
	const after = process.memoryUsage();
	const from = performance.now();
	await app.answerer.answer(widest);
	const wide = Math.round(performance.now() - from);
	times.sort((a, b) => a - b);
	const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
	console.log(
		`| ${app.answerer.size} | ${ready} s, ${used} s | ${mb(heapUsed + external)}, ${mb(rss)} MB | ${at(0.5)} / ${at(0.99)} ms | ${held.work} ms | ${mb(after.heapUsed)}, ${mb(after.rss)} MB | ${wide} ms |`,
	);
	await app.close();
}

if (values.data !== undefined) await measure(values.corpus ?? "", values.data);
else {
	const made = join(projectFolder, "node_modules", ".cache", "isnad", `load-${values.articles}`);
	const corpus = values.corpus ?? made;
	if (values.corpus === undefined) await makeCorpus(corpus, Number(values.articles));
	const data = mkdtempSync(join(tmpdir(), "isnad-shelved-"));
	console.log(
		"| passages | ready, processor | in use, resident | p50 / p99 | longest turn | afterwards | the widest list |",
	);
	console.log("|---|---|---|---|---|---|---|");
	const args = ["--expose-gc", import.meta.filename, "--corpus", corpus, "--data", data];
	try {
		for (let opening = 0; opening < 2; opening++)
			spawnSync(process.execPath, args, { stdio: "inherit" });
	} finally {
		rmSync(data, { recursive: true, force: true });
	}
	console.log(`Load ${loadavg().map(Math.round).join(", ")}.`);
}
