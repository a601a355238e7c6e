/**
 * How long an answer takes with a translator that is bad in each way, beside none: the whole program over
 * some Arabic articles of ours, asked in English.
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

async function timesWith(script: Script | null): Promise<number[]> {
	const server = script && (await TranslationServer.start(() => script));
	const config = readConfig({
		ISNAD_CORPUS: corpus,
		ISNAD_DATA: mkdtempSync(join(folder, "data-")),
		...(server ? { ISNAD_TRANSLATE_URL: server.url } : {}),
	});
	const over = new AbortController();
	const serving = await openServing(config, () => {}, { now: Date.now, signal: over.signal });
	const times: number[] = [];
	for (let n = 0; n < Number(values.questions); n++) {
		const text = topics[n % topics.length] ?? "";
		const begun = performance.now();
		await serving.desk.reply(
			{ kind: "command", name: "claims", text },
			{ ...asker, language: "en" },
		);
		times.push(performance.now() - begun);
	}
	over.abort();
	await serving.close();
	await server?.stop();
	return times.sort((a, b) => a - b);
}

const scripts: Record<string, Script | null> = {
	none: null,
	"no answer": { kind: "silent" },
	"empty answers": { kind: "empty" },
	"cut answers": { kind: "cut", text: "A sentence that ends before its end." },
	"dropped connections": { kind: "dropped" },
	"a page": { kind: "page" },
	"endless answers": { kind: "endless" },
	"status 500": { kind: "status", status: 500 },
	"another text": { kind: "text", text: "<!channel> PWNED https://evil.example" },
};
console.log("| translator | p50 ms | longest ms |");
console.log("| --- | ---: | ---: |");
for (const [name, script] of Object.entries(scripts)) {
	const times = await timesWith(script);
	const shown = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
	console.log(`| ${name} | ${shown.map((ms) => ms.toFixed(0)).join(" | ")} |`);
}
rmSync(folder, { recursive: true });
