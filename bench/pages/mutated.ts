/**
 * Reads mutated pages: none may crash the reader, every quotation has to stand in its page word for
 * word, and no page may take more than its share of time.
 *   npm run bench -- mutated [--pages 2000] [--seed 1]
 */
import { parseArgs } from "node:util";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { growing, mutatedPage } from "./mutations.ts";
import { type PageRead, readPage } from "./read-page.ts";

/** Of one page, on an idle processor; a thread is given up after 60 s. */
const mostMs = 5_000;
/** Eight times the length in at most so many times the time. */
const mostGrowth = 16;

const { values } = parseArgs({
	options: {
		pages: { type: "string", default: "2000" },
		seed: { type: "string", default: "1" },
	},
});
const [count, first] = [Number(values.pages), Number(values.seed)];
const extraction = await loadExtraction(indexDataFolder);
const faults: string[] = [];
const codes = new Map<string, number>();
const reads: (PageRead & { seed: number; bytes: number })[] = [];

console.log(`Seeds ${first} to ${first + count - 1}.`);
for (let seed = first; seed < first + count; seed++) {
	const page = mutatedPage(seed);
	try {
		const read = await readPage(page, extraction);
		reads.push({ ...read, seed, bytes: page.bytes.byteLength });
		codes.set(read.code ?? "read", (codes.get(read.code ?? "read") ?? 0) + 1);
		for (const quote of read.wrong)
			faults.push(`seed ${seed}: not verbatim: ${quote.slice(0, 80)}`);
		if (read.ms > mostMs) faults.push(`seed ${seed}: ${read.ms.toFixed(0)} ms`);
	} catch (error) {
		faults.push(`seed ${seed} (${page.done.join(", ")}): ${String(error).slice(0, 200)}`);
	}
}

const times = reads.map(({ ms }) => ms).sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
const slowest = reads.reduce((a, b) => (a.ms > b.ms ? a : b));
const quotations = reads.reduce((sum, read) => sum + read.quotations, 0);
console.log(`${reads.length} pages, ${quotations} quotations, ${faults.length} faults.`);
console.log([...codes].map(([code, n]) => `${code} ${n}`).join(", "));
console.log(
	`ms: median ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)} (seed ${slowest.seed}, ${slowest.bytes} bytes)`,
);
console.log(
	`peak memory of the process: ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} MB`,
);

/** Pages that are large alone, as they are after unpacking. */
const large: Record<string, string> = {
	"9 MB of <": "<".repeat(9_000_000),
	"4.5 MB of paragraphs": "<p>The minister said on Monday that the port would open.</p>".repeat(
		75_000,
	),
	"4.5 MB in one paragraph": `<p>${"The minister said on Monday that the port would open. ".repeat(83_000)}</p>`,
	"900 kB of paragraphs": Array.from(
		{ length: 10_000 },
		(_, n) =>
			`<p>The minister said on Monday that port ${n} would open, and that ${n} ships were late.</p>`,
	).join(""),
};
for (const [name, html] of Object.entries(large)) {
	const { ms, code } = await readPage({ bytes: Buffer.from(html), charset: null }, extraction);
	console.log(`${name}: ${code ?? "read"}, ${ms.toFixed(0)} ms`);
	if (ms > mostMs) faults.push(`${name}: ${ms.toFixed(0)} ms`);
}

/** Fastest of three: what a page takes, and not what else the processor did. */
async function timeOf(html: string): Promise<number> {
	const bytes = Buffer.from(html);
	let best = Number.POSITIVE_INFINITY;
	for (let n = 0; n < 3; n++)
		best = Math.min(best, (await readPage({ bytes, charset: null }, extraction)).ms);
	return best;
}

const story =
	"<p>The harbour master said on Monday that the new quay would open before the summer.</p>".repeat(
		3,
	);
const [short, long] = [12_500, 100_000];
const growths: { piece: string; from: number; to: number }[] = [];
for (const [piece, make] of Object.entries(growing)) {
	const pageOf = (length: number) =>
		`<html><body><article>${story}<p>${make(length)}</p></article></body></html>`;
	const [from, to] = [await timeOf(pageOf(short)), await timeOf(pageOf(long))];
	growths.push({ piece, from, to });
	// Below some milliseconds the clock and the collector decide.
	if (to > mostGrowth * Math.max(from, 5))
		faults.push(
			`${JSON.stringify(piece)}: ${from.toFixed(1)} ms, ${to.toFixed(1)} ms for eight times as much`,
		);
}
const steepest = growths.reduce((a, b) =>
	a.to / Math.max(a.from, 5) > b.to / Math.max(b.from, 5) ? a : b,
);
console.log(
	`${growths.length} kinds of page, 12.5 and 100 kB: steepest ${JSON.stringify(steepest.piece)} from ${steepest.from.toFixed(1)} to ${steepest.to.toFixed(1)} ms`,
);
for (const fault of faults.slice(0, 50)) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
