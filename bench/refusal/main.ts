/**
 * Whether "the corpus does not say" is told: fits the weights of the evidence and reports them on
 * the half of the articles that had no part in it.
 *   node bench/refusal/main.ts [--keep 0.93] [--paragraphs DIR]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Weights } from "../../src/answers/evidence/signals.ts";
import { weights as current } from "../../src/answers/evidence/weights.ts";
import { keeping, learn, sureness } from "./learn.ts";
import { ownSamples, paragraphSamples, type Sample } from "./samples.ts";

const { values } = parseArgs({
	options: {
		keep: { type: "string", default: "0.93" },
		paragraphs: { type: "string", default: "../shared/bench/xquad" },
	},
});
const keep = Number(values.keep);

function row(name: string, samples: readonly Sample[], weights: Weights): void {
	const cells: string[] = [];
	for (const set of ["own", "paragraphs"] as const) {
		for (const language of ["ar", "en"] as const) {
			for (const said of [true, false]) {
				const own = samples.filter(
					(sample) => sample.set === set && sample.language === language && sample.said === said,
				);
				const right = own.filter((sample) => sureness(sample, weights) > 0 === said).length;
				cells.push(own.length === 0 ? "" : `${(right / own.length).toFixed(2)} of ${own.length}`);
			}
		}
	}
	console.log(`| ${name} | ${cells.join(" | ")} |`);
}

const temporary = mkdtempSync(join(tmpdir(), "refusal-"));
try {
	const samples = [
		...(await ownSamples(temporary)),
		...(await paragraphSamples(values.paragraphs, temporary)),
	];
	const kinds = ["own ar", "own en", "paragraphs ar", "paragraphs en"];
	console.log(`| weights | ${kinds.map((kind) => `${kind} answered | refused`).join(" | ")} |`);
	console.log(`|---|${"---|".repeat(8)}`);
	for (const half of [0, 1]) {
		const learnt = samples.filter((sample) => sample.half === half);
		const others = samples.filter((sample) => sample.half !== half);
		row(`of half ${half}, on the other`, others, keeping(keep, learnt, learn(learnt)));
	}
	row("of src/answers/evidence/weights.ts, on all", samples, current);
	const all = keeping(keep, samples, learn(samples));
	row("of all, on all", samples, all);
	const rounded = Object.entries(all).map(([signal, value]) => `\t${signal}: ${value.toFixed(2)},`);
	console.log(`\nThe weights of all:\n${rounded.join("\n")}`);
} finally {
	rmSync(temporary, { recursive: true, force: true });
}
