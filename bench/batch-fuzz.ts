/**
 * Sends mutated lines to the real `batch`, one at a time: none may end it or fail inside, every
 * quotation has to stand in its article word for word, and no answer may take longer than a line may.
 *   npm run bench -- batch [--lines 5000] [--seed 1]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { loadExtraction } from "../src/app/load/extraction.ts";
import { indexDataFolder, projectFolder } from "../src/app/paths.ts";
import { ingest, openCorpus } from "../src/corpus/index.ts";
import { longestQuestion } from "../src/domain/question-bounds.ts";
import { mutatedLine } from "./batch-mutations.ts";
import { growing } from "./pages/mutations.ts";
import { Quotations } from "./quotations.ts";

const mostMs = 100;
/** Eight times the length in at most so many times the time. */
const mostGrowth = 16;

const { values } = parseArgs({
	options: {
		lines: { type: "string", default: "5000" },
		seed: { type: "string", default: "1" },
	},
});
const [count, first] = [Number(values.lines), Number(values.seed)];
const folder = mkdtempSync(join(tmpdir(), "isnad-fuzz-"));
const corpusDir = join(folder, "corpus");
const { rules, extract, relate } = await loadExtraction(indexDataFolder);
const paths = ["known", "untouched"].map((name) => join(projectFolder, "tests", "fixtures", name));
await ingest({ paths, corpusDir, rules, extract, relate });
const quotations = new Quotations((await openCorpus(corpusDir)).articles);

const main = join(projectFolder, "src", "main.ts");
const child = spawn(process.execPath, [main, "batch", "--corpus", corpusDir], {
	cwd: folder,
	env: { PATH: process.env.PATH ?? "", HOME: folder },
	stdio: ["pipe", "pipe", "inherit"],
});
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
child.stdin.on("error", () => {});

type Answered = { ms: number; answer: { answered?: boolean; error?: { code: string } } };

async function ask(line: string): Promise<Answered> {
	const start = performance.now();
	child.stdin.write(`${line}\n`);
	const { done, value } = await lines.next();
	if (done) throw new Error(`batch ended (${child.exitCode ?? child.signalCode})`);
	return { ms: performance.now() - start, answer: JSON.parse(value) as Answered["answer"] };
}

/** The fastest of up to three where the first was slow: what a line takes, and not what else the processor did. */
async function askFairly(line: string): Promise<Answered> {
	let best = await ask(line);
	for (let n = 0; n < 2 && best.ms > mostMs; n++) {
		const again = await ask(line);
		if (again.ms < best.ms) best = again;
	}
	return best;
}

const faults: string[] = [];

/** Whether eight times as much of the same takes more than its share of time. */
async function measureGrowth(short: number, long: number): Promise<void> {
	let steepest = { piece: "", from: 0, to: 0, growth: 0 };
	const texts = Object.entries({ ...growing, words: wordsOf });
	for (const [piece, make] of texts) {
		const timeOf = async (length: number) => {
			const line = JSON.stringify({ id: 1, command: "ask", text: make(length).slice(0, length) });
			let best = Number.POSITIVE_INFINITY;
			for (let n = 0; n < 3; n++) best = Math.min(best, (await ask(line)).ms);
			return best;
		};
		const [from, to] = [await timeOf(short), await timeOf(long)];
		// Below some milliseconds the clock and the collector decide.
		const growth = to / Math.max(from, 2);
		if (growth > steepest.growth) steepest = { piece, from, to, growth };
		if (growth > mostGrowth || to > mostMs)
			faults.push(`${JSON.stringify(piece)}: ${from.toFixed(1)} ms, ${to.toFixed(1)} ms`);
	}
	console.log(
		`${texts.length} kinds of text, ${short} and ${long} characters: steepest ${JSON.stringify(steepest.piece)} from ${steepest.from.toFixed(1)} to ${steepest.to.toFixed(1)} ms`,
	);
}

const codes = new Map<string, number>();
const times: { ms: number; seed: number }[] = [];
let quoted = 0;
try {
	// What comes first pays for what is made once.
	for (let n = 0; n < 100; n++) await ask(mutatedLine(-1 - n).line.trim() || "{}");
	console.log(`Seeds ${first} to ${first + count - 1}.`);
	for (let seed = first; seed < first + count; seed++) {
		const { line, done } = mutatedLine(seed);
		// An empty line asks nothing and gets no answer.
		if (!line.trim()) continue;
		const what = `seed ${seed} (${done.join(", ")})`;
		const { ms, answer } = await askFairly(line);
		times.push({ ms, seed });
		const code = answer.error?.code ?? (answer.answered ? "answered" : "nothing found");
		codes.set(code, (codes.get(code) ?? 0) + 1);
		if (code === "internal") faults.push(`${what}: an error inside`);
		const { count: found, wrong } = quotations.check(answer);
		quoted += found;
		for (const quote of wrong) faults.push(`${what}: not verbatim: ${quote.slice(0, 80)}`);
		if (ms > mostMs) faults.push(`${what}: ${ms.toFixed(0)} ms`);
	}

	// Up to the longest question, and far beyond it, where a line is refused.
	for (const long of [longestQuestion, 96_000]) await measureGrowth(long / 8, long);
	times.sort((a, b) => a.ms - b.ms);
	const at = (share: number) => (times[Math.floor(share * (times.length - 1))]?.ms ?? 0).toFixed(1);
	console.log(`${times.length} lines, ${quoted} quotations, ${faults.length} faults.`);
	console.log([...codes].map(([code, n]) => `${code} ${n}`).join(", "));
	console.log(
		`ms: median ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)} (seed ${times.at(-1)?.seed}); bar ${mostMs}`,
	);
} catch (error) {
	faults.push(String(error));
} finally {
	child.kill("SIGTERM");
	rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 50)) console.log(fault);
if (faults.length > 0) process.exitCode = 1;

/** Words that are all different, of both scripts. */
function wordsOf(length: number): string {
	let text = "";
	for (let n = 0; text.length < length; n++)
		text += `${n % 2 ? "كلمة" : "word"}${n.toString(36).replace(/\d/g, "x")} `;
	return text;
}
