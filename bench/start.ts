/**
 * What a user waits for: process start to the first answer, answers on the shipped corpus, ingest.
 *   node bench/start.ts [--runs 9] [--articles DIR]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import { projectFolder } from "../src/app/paths.ts";
import { createApp } from "../src/app/serving/app.ts";
import type { Request } from "../src/domain/answer.ts";

const main = join(projectFolder, "src", "main.ts");
const silent = () => {};

export type Row = { what: string; median: string; worst: string; goal: string };

/** Milliseconds of whole runs of the program. */
function processMs(args: string[], runs: number): number[] {
	const out: number[] = [];
	for (let n = 0; n < runs; n++) {
		const start = performance.now();
		const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
			encoding: "utf8",
			input: "",
		});
		if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
		out.push(performance.now() - start);
	}
	return out.sort((a, b) => a - b);
}

/** Questions in both languages from the shipped claims, for every command. */
export function questionsOf(
	claims: readonly { paraphrase?: { ar: string; en: string } | undefined }[],
): Request[] {
	const out: Request[] = [];
	for (const { paraphrase } of claims) {
		for (const text of [paraphrase?.en, paraphrase?.ar]) {
			const words = text?.split(/\s+/).slice(0, 8).join(" ");
			if (!words) continue;
			for (const command of ["claims", "ask", "timeline", "search"] as const)
				out.push({ command, text: words });
		}
	}
	return out;
}

async function answerMs(): Promise<{ times: number[]; questions: number }> {
	const app = await createApp(readConfig({}), silent);
	const requests = questionsOf(app.corpus.articles.flatMap((article) => article.claims));
	const times: number[] = [];
	// The first round warms the code up, as a running bot is.
	for (const round of [0, 1]) {
		for (const request of requests) {
			const start = performance.now();
			await app.answerer.answer(request);
			if (round > 0) times.push(performance.now() - start);
		}
	}
	await app.close();
	return { times: times.sort((a, b) => a - b), questions: requests.length };
}

function ingestMs(articles: string, runs: number): number[] {
	const folder = mkdtempSync(join(tmpdir(), "isnad-bench-"));
	try {
		const times: number[] = [];
		for (let n = 0; n < runs; n++)
			times.push(...processMs(["ingest", articles, "--corpus", join(folder, String(n))], 1));
		return times.sort((a, b) => a - b);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function row(what: string, sorted: readonly number[], high: number, goal: string, digits = 0): Row {
	const at = (share: number) =>
		(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(digits);
	return { what, median: `${at(0.5)} ms`, worst: `${at(high)} ms`, goal };
}

export async function startRows(runs: number, articles: string): Promise<Row[]> {
	const first = ["claims", "china drones", "--json"];
	processMs(first, 1);
	const rows = [row("process start to first answer", processMs(first, runs), 1, "700 ms")];
	const { times, questions } = await answerMs();
	rows.push(row(`answer, ${questions} questions (worst: p99)`, times, 0.99, "10 ms at p99", 1));
	const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
	rows.push({ what: "peak memory of answering", median: `${peak} MB`, worst: "", goal: "" });
	rows.push(row(`ingest of ${articles}`, ingestMs(articles, Math.min(3, runs)), 1, "1000 ms"));
	return rows;
}

export function table(rows: readonly Row[]): string {
	const lines = rows.map(
		({ what, median, worst, goal }) => `| ${what} | ${median} | ${worst} | ${goal} |`,
	);
	return ["| what | median | worst | goal |", "|---|---|---|---|", ...lines].join("\n");
}

if (import.meta.main) {
	const seeds = join(projectFolder, "..", "shared", "seeds");
	const fallback = join(projectFolder, "tests", "fixtures", "known");
	const { values } = parseArgs({
		options: {
			runs: { type: "string", default: "9" },
			articles: { type: "string", default: existsSync(seeds) ? seeds : fallback },
		},
	});
	console.log(table(await startRows(Number(values.runs), values.articles)));
}
