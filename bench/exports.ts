/**
 * How long each format of an export takes, how much memory it needs beside what is served, and how long
 * everything else waits meanwhile; the same of pictures. A claim in each passage, a third of them contested.
 *   node bench/exports.ts [--passages 10000]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { openExports } from "../src/app/serving/exports/open-exports.ts";
import { openPictures } from "../src/app/serving/pictures.ts";
import { exportFormatKeys } from "../src/domain/sets/export-formats.ts";
import { claimedApp } from "./claimed.ts";

const { values } = parseArgs({ options: { passages: { type: "string", default: "10000" } } });

/** What others wait for at most while the work is done, in milliseconds. */
async function watched(work: () => Promise<void>): Promise<{ ms: number; longestMs: number }> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const begun = performance.now();
	await work();
	const ms = performance.now() - begun;
	await new Promise((resolve) => setTimeout(resolve, 5));
	delay.disable();
	return { ms, longestMs: delay.max / 1e6 };
}

const folder = mkdtempSync(join(tmpdir(), "isnad-bench-exports-"));
try {
	const { app, config } = await claimedApp(folder, Number(values.passages));
	const log = () => {};
	const exports = openExports({
		answering: (work) => work(app),
		...{ say: app.say, log, origin: null, pageOf: null, changes: null },
	});
	console.log(
		"| export of all claims | claims | bytes | time | longest wait of others | memory beside |",
	);
	console.log("| --- | --- | --- | --- | --- | --- |");
	for (const format of exportFormatKeys) {
		let [bytes, count, most] = [0, 0, 0];
		globalThis.gc?.();
		const before = process.memoryUsage().heapUsed;
		const { ms, longestMs } = await watched(async () => {
			const file = await exports.open({ kind: "claims", format, request: { text: "" } });
			count = file.count;
			for await (const chunk of file.chunks) {
				bytes += Buffer.byteLength(chunk);
				most = Math.max(most, process.memoryUsage().heapUsed - before);
			}
		});
		const figures = [bytes, `${ms.toFixed(0)} ms`, `${longestMs.toFixed(0)} ms`];
		console.log(
			`| ${format} | ${count} | ${figures.join(" | ")} | ${(most / 1e6).toFixed(0)} MB |`,
		);
	}
	const pictures = await openPictures(config, app.say);
	const answer = await app.answerer.answer({ command: "claims", stance: "contested", text: "" });
	console.log("| picture | time | longest wait of others | bytes |");
	console.log("| --- | --- | --- | --- |");
	for (const [what, shape] of [
		["the first, with its thread", "wide"],
		["another", "tall"],
	] as const) {
		let bytes = 0;
		const { ms, longestMs } = await watched(async () => {
			bytes = (await pictures?.ofAnswer(answer, shape))?.png.length ?? 0;
		});
		console.log(`| ${what} | ${ms.toFixed(0)} ms | ${longestMs.toFixed(0)} ms | ${bytes} |`);
	}
	await pictures?.close();
	await app.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
