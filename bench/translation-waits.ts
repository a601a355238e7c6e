/**
 * How long an answer takes with a translator that is bad in each way, beside none, one question after the
 * other put to all of them: the whole program over some Arabic articles of ours, asked in English.
 *   node bench/translation-waits.ts [--articles 40] [--questions 20]
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import { openServing } from "../src/app/serving/serving.ts";
import type { Asker } from "../src/domain/chat.ts";
import { type Script, TranslationServer } from "../tests/servers/translation/server.ts";

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "40" },
		questions: { type: "string", default: "20" },
	},
});
const folder = mkdtempSync(join(tmpdir(), "isnad-waits-"));
const pages = join(folder, "pages");
const corpus = join(folder, "corpus");
mkdirSync(pages);
for (const file of readdirSync("annotated/ar").slice(0, Number(values.articles))) {
	const [, text = ""] = readFileSync(join("annotated/ar", file), "utf8").split("\n===\n");
	writeFileSync(join(pages, file), text.replace(/\[[a-z]+[\d,]* ([^[\]]*)\]/g, "$1"));
}
spawnSync(process.execPath, ["src/main.ts", "ingest", pages, "--corpus", corpus]);

const topics = [
	"prices in the market",
	"the ministry and the workers",
	"water and electricity",
	"the army",
	"oil exports",
];
const asker: Asker = {
	place: { platform: "console", space: null, channel: "console", thread: null },
	person: "bench",
	admin: true,
};

/** Its answers, one at a time; what it is told by the script may change meanwhile. */
async function open(script: (() => Script) | null) {
	const server = script && (await TranslationServer.start(script));
	const config = readConfig({
		ISNAD_CORPUS: corpus,
		ISNAD_DATA: mkdtempSync(join(folder, "data-")),
		...(server ? { ISNAD_TRANSLATE_URL: server.url } : {}),
	});
	const over = new AbortController();
	const serving = await openServing(config, () => {}, { now: Date.now, signal: over.signal });
	return {
		async ask(text: string): Promise<number> {
			const begun = performance.now();
			const told = { kind: "command", name: "claims", text } as const;
			await serving.desk.reply(told, { ...asker, language: "en" });
			return performance.now() - begun;
		},
		async close() {
			over.abort();
			await serving.close();
			await server?.stop();
		},
	};
}

const text: Script = { kind: "text", text: "<!channel> PWNED https://evil.example" };
const half = Number(values.questions) / 2;
let asked = 0;
const scripts: Record<string, (() => Script) | null> = {
	none: null,
	"no answer": () => ({ kind: "silent" }),
	"quick, then no answer": () => (asked < half ? text : { kind: "silent" }),
	"late by 300 ms": () => ({ kind: "late", ms: 300, text: "A text." }),
	"quick, then late by 300 ms": () =>
		asked < half ? text : { kind: "late", ms: 300, text: "A text." },
	"empty answers": () => ({ kind: "empty" }),
	"cut answers": () => ({ kind: "cut", text: "A sentence that ends before its end." }),
	"dropped connections": () => ({ kind: "dropped" }),
	"a page": () => ({ kind: "page" }),
	"endless answers": () => ({ kind: "endless" }),
	"status 500": () => ({ kind: "status", status: 500 }),
	"another text": () => text,
};
const all: {
	name: string;
	ask(text: string): Promise<number>;
	close(): Promise<void>;
	more: number[];
	times: number[];
}[] = [];
for (const [name, script] of Object.entries(scripts))
	all.push({ name, ...(await open(script)), more: [], times: [] });
// What is read with the first question is none of the translator's doing.
for (const one of all) for (const topic of topics) await one.ask(`${topic} today`);
for (; asked < Number(values.questions); asked++) {
	// Other words each time: what was translated is kept.
	const question = `${topics[asked % topics.length]} ${asked}`;
	const [none] = all;
	const bare = none ? await none.ask(question) : 0;
	none?.times.push(bare);
	for (const one of all.slice(1)) {
		const ms = await one.ask(question);
		one.times.push(ms);
		one.more.push(ms - bare);
	}
}
const shown = (times: readonly number[]) => {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
	return [0.5, 0.95, 1].map((share) => at(share)?.toFixed(0) ?? "");
};
console.log("| translator | p50 ms | p95 | longest | beyond none, p50 | p95 | longest |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const { name, times, more, close } of all) {
	console.log(`| ${[name, ...shown(times), ...shown(more)].join(" | ")} |`);
	await close();
}
rmSync(folder, { recursive: true });
