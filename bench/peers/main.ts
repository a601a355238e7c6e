/**
 * Quality and speed of this search beside other engines; prints a page of Markdown.
 *   npm run bench -- peers [--sizes 1000,10000,50000] [--rounds 3] [--questions 500]
 *     [--engines isnad,minisearch] [--write docs/search-benchmark.md]
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { type EngineName, engineNamed, engineNames } from "./engines.ts";
import { page } from "./page.ts";
import { type BothLanguages, qualityOf } from "./quality.ts";
import type { Results } from "./report.ts";
import { type Run, runOnce, writeCorpus } from "./run.ts";
import { type Summary, summarise } from "./summary.ts";

/** Larger corpora are measured once: some engines need minutes for them. */
const largestRepeated = 10_000;
const bench = join(projectFolder, "..", "shared", "bench", "xquad");

const { values } = parseArgs({
	options: {
		sizes: { type: "string", default: "1000,10000,50000" },
		rounds: { type: "string", default: "3" },
		questions: { type: "string", default: "500" },
		engines: { type: "string", default: engineNames.join(",") },
		write: { type: "string" },
	},
});
const sizes = values.sizes.split(",").map((size) => positive(size, "--sizes"));
const mostRounds = positive(values.rounds, "--rounds");
const questions = positive(values.questions, "--questions");
const rounds = (passages: number) => (passages > largestRepeated ? 1 : mostRounds);

function positive(text: string, option: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value > 0) return value;
	throw new Error(`"${text}" is no whole number above 0: mend ${option}.`);
}

function isFailure(figures: Summary | string): figures is string {
	return typeof figures === "string";
}

function present(): { present: EngineName[]; missing: Map<EngineName, string> } {
	const missing = new Map<EngineName, string>();
	const wanted = values.engines.split(",");
	for (const name of wanted) {
		const why = engineNamed(name).missing?.();
		if (why) missing.set(name as EngineName, why);
	}
	const present = engineNames.filter((name) => wanted.includes(name) && !missing.has(name));
	return { present, missing };
}

async function measureQuality(names: readonly EngineName[]): Promise<Results["quality"]> {
	if (!existsSync(bench)) return "the questions of ../shared/bench/xquad are not here.";
	const out = new Map<EngineName, BothLanguages>();
	for (const name of names) out.set(name, await qualityOf(engineNamed(name), bench));
	return out;
}

/** The rounds go over all engines in turn, so that a busy minute does not fall on one of them. */
function measureSpeed(names: readonly EngineName[], corpus: string, passages: number) {
	const runs = new Map<EngineName, Run[]>();
	const failed = new Map<EngineName, string>();
	for (let round = 0; round < rounds(passages); round++) {
		for (const name of names) {
			if (failed.has(name)) continue;
			console.error(`${passages} passages, round ${round + 1}: ${name}`);
			try {
				const run = runOnce(name, corpus, `${corpus}-${name}-${round}`);
				runs.set(name, [...(runs.get(name) ?? []), run]);
			} catch (error) {
				failed.set(name, `failed: ${error instanceof Error ? error.message : error}`);
			}
		}
	}
	const base = failed.has("minisearch") ? [] : (runs.get("minisearch") ?? []);
	const out = new Map<EngineName, Summary | string>();
	for (const name of names)
		out.set(name, failed.get(name) ?? summarise(runs.get(name) ?? [], base));
	return out;
}

const { present: names, missing } = present();
const folder = mkdtempSync(join(tmpdir(), "isnad-peers-"));
try {
	// Another user's database server must get through to its own folder.
	await chmod(folder, 0o711);
	const data = await loadSearchData(indexDataFolder);
	const quality = await measureQuality(names);
	const speed = new Map<number, Map<EngineName, Summary | string>>();
	for (const passages of sizes) {
		const corpus = join(folder, String(passages));
		writeCorpus(corpus, data, passages, questions);
		speed.set(passages, measureSpeed(names, corpus, passages));
	}
	const text = page({ missing, quality, speed, questions, rounds });
	console.log(text);
	const failures = [...speed.values()].flatMap((of) => [...of.values()]).filter(isFailure);
	if (failures.length > 0) {
		process.exitCode = 1;
		console.error(`${failures.length} measurements failed; nothing is written.`);
	} else if (values.write) writeFileSync(values.write, text);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
