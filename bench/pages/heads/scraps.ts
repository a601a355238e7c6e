/**
 * Which lines among a text are no part of it, where rules leave them: learns what each sign counts, and reports each set by
 * weights that its writer had no part in.
 *   npm run bench -- scraps [--among 0.4] [--above 0.7] [--verbose] [--write]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { isScrap, scrapProbability } from "../../../src/corpus/page/body/choosing/mark-scraps.ts";
import { learnScraps } from "./learn-scraps.ts";
import { readScrapSamples } from "./scrap-samples.ts";

const { values } = parseArgs({
	options: {
		among: { type: "string", default: "0.4" },
		above: { type: "string", default: "0.7" },
		verbose: { type: "boolean", default: false },
		write: { type: "boolean", default: false },
	},
});
const command = "npm run bench -- scraps --write";
const least = { among: Number(values.among), above: Number(values.above) };
const { rules } = await loadExtraction(indexDataFolder);
const samples = await readScrapSamples(rules);
const sets = [...new Set(samples.map(({ set }) => set))];

console.log(
	"| set | pages | lines of text | lost | scraps | left | pages with scraps | left | pages with text lost |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
for (const set of sets) {
	const own = samples.filter((sample) => sample.set === set);
	const learnt = learnScraps(samples.filter((sample) => sample.set !== set));
	const weights = { command, least, ...learnt };
	const pages = own.map(({ file, lines }) => ({
		file,
		lines: lines.map((line) => ({
			...line,
			probability: scrapProbability(line.evidence, weights),
			cut: isScrap(line.evidence, weights),
		})),
	}));
	const lines = pages.flatMap((page) => page.lines);
	const scraps = lines.filter(({ isScrap }) => isScrap);
	const texts = lines.filter(({ isScrap }) => !isScrap);
	const pagesOf = (is: (line: (typeof lines)[number]) => boolean) =>
		pages.filter((page) => page.lines.some(is)).length;
	console.log(
		`| ${[
			set,
			own.length,
			texts.length,
			texts.filter(({ cut }) => cut).length,
			scraps.length,
			scraps.filter(({ cut }) => !cut).length,
			pagesOf(({ isScrap }) => isScrap),
			pagesOf(({ isScrap, cut }) => isScrap && !cut),
			pagesOf(({ isScrap, cut }) => cut && !isScrap),
		].join(" | ")} |`,
	);
	if (!values.verbose) continue;
	for (const { file, lines } of pages)
		for (const { text, isScrap, cut, probability } of lines)
			if (isScrap !== cut)
				console.log(`${set} ${file} ${cut ? "lost" : "left"} (${probability.toFixed(2)}): ${text}`);
}
const text = `${JSON.stringify({ command, least, ...learnScraps(samples) }, null, "\t")}\n`;
if (values.write) writeFileSync(join(indexDataFolder, "scrap-weights.json"), text);
