import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/app/config.ts";
import { loadAnsweringData } from "../src/app/serving/app.ts";
import { openWholeDesk } from "../src/app/serving/desk/open-desk.ts";
import { openServedCollections } from "../src/app/serving/served-collections.ts";
import type { Asker } from "../src/domain/chat.ts";
import { noMetrics } from "../src/domain/metrics.ts";
import { memoryStore } from "../src/storage/memory/store.ts";
import { heldMs } from "./loop-held.ts";

/**
 * What the first question of a collection costs, and what it costs the questions of another one that is
 * answered meanwhile: `npm run bench -- collections FOLDER`, a corpus folder of its own.
 */
const [corpus] = process.argv.slice(2);
if (!corpus) throw new Error("name the folder of a corpus: npm run bench -- collections FOLDER");
const folder = mkdtempSync(join(tmpdir(), "isnad-bench-collections-"));
const file = join(folder, "collections.json");
const one = { id: "other", name: { en: "other", ar: "أخرى" }, corpus, answers: ["slack:T2"] };
writeFileSync(file, JSON.stringify({ collections: [one] }));
const env = { ISNAD_COLLECTIONS: file, ISNAD_DATA: folder, ISNAD_QUESTIONS_PER_MINUTE: "999999" };
const config = readConfig(env);
const log = () => {};
const data = loadAnsweringData(config, log);
const parts = { config, store: memoryStore(), now: Date.now, log, metrics: noMetrics };
const given = { ...parts, data, process: "bench" };
const own = await openWholeDesk(given);
const collections = openServedCollections(own, given);
if (!collections) throw new Error("no collections");

const ask = async (space: string) => {
	const place = { platform: "slack", space, channel: "C1", thread: null } as const;
	const asker: Asker = { place, person: "U1", admin: false };
	const began = performance.now();
	await collections.desk.reply({ kind: "command", name: "claims", text: "china drones" }, asker);
	return performance.now() - began;
};
const manyOf = async (isOver: () => boolean) => {
	const times: number[] = [];
	while (!isOver()) {
		times.push(await ask("T1"));
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return times.sort((a, b) => a - b);
};
const told = (times: number[]) =>
	`${times.length} questions, median ${times[times.length >> 1]?.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(0)} ms`;

const until = performance.now() + 2_000;
console.log("alone:", told(await manyOf(() => performance.now() > until)));
const before = process.memoryUsage().rss;
let isOpen = false;
let meanwhile: number[] = [];
let first = 0;
const held = await heldMs(async () => {
	const opening = ask("T2").finally(() => {
		isOpen = true;
	});
	meanwhile = await manyOf(() => isOpen);
	first = await opening;
});
console.log("first question of another collection:", `${first.toFixed(0)} ms`);
console.log("meanwhile:", told(meanwhile));
console.log(
	`loop held for at most ${held.clock} ms: ${held.own} at work, ${held.queued} in the queue for a processor; at work at most ${held.work} ms`,
);
console.log("its second question:", `${(await ask("T2")).toFixed(1)} ms`);
console.log("memory:", `+${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
await collections.close();
await own.close();
rmSync(folder, { recursive: true, force: true });
