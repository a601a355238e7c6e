import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { SearchData } from "../../src/search/search-data.ts";
import { generateArticles, generateQuestions } from "../corpus.ts";
import type { Measured } from "./child.ts";
import type { EngineName } from "./engines.ts";

const child = join(import.meta.dirname, "child.ts");
const longestMs = 15 * 60_000;

/** One engine at one size, measured once: built from nothing, then loaded in another process. */
export type Run = { build: Measured; load: Measured };

/** Writes what child.ts reads: a line with the questions, then a line for each article. */
export function writeCorpus(
	path: string,
	data: SearchData,
	passages: number,
	questions: number,
): void {
	const articles = generateArticles(data.lexicon, passages);
	const asked = generateQuestions(articles, data.lexicon, questions);
	writeFileSync(path, [asked, ...articles].map((line) => JSON.stringify(line)).join("\n"));
}

/** The folder is made for the run and removed after it. Throws where a process fails. */
export function runOnce(engine: EngineName, corpus: string, folder: string): Run {
	mkdirSync(folder, { recursive: true });
	// A database server that runs as another user must find its folder.
	chmodSync(folder, 0o755);
	try {
		const build = measured(engine, "build", corpus, folder);
		const load = measured(engine, "load", corpus, folder);
		if (!isDeepStrictEqual(load.answers, build.answers)) {
			console.error(`${engine}: the loaded index does not answer as the built one did.`);
			process.exitCode = 1;
		}
		return { build, load };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function measured(engine: EngineName, mode: string, corpus: string, folder: string): Measured {
	const args = [
		"--expose-gc",
		child,
		"--engine",
		engine,
		"--mode",
		mode,
		"--corpus",
		corpus,
		"--folder",
		folder,
	];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: "utf8",
		maxBuffer: 1e8,
		timeout: longestMs,
	});
	if (status === 0) return JSON.parse(stdout);
	const lines = stderr.trim().split("\n");
	const why = lines.find((line) => /error/i.test(line)) ?? lines.at(-1);
	throw new Error(why || `did not end within ${longestMs / 1000} s`);
}
