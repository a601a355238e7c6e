/**
 * Learns what each difference between a text and its translation weighs, from the pairs in `bench/gloss/pairs`, and
 * says what to expect of pairs of another hand: each file is judged by weights that were learned from the others.
 *   npm run bench -- gloss [--write] [--misses KIND]
 */
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { loadGlossReaders } from "../../src/app/load/gloss-readers.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { namesOver } from "../../src/app/load/who.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { GlossWeights } from "../../src/gloss/compare/judge.ts";
import { signalFaults, signalsOf } from "../../src/gloss/compare/signals.ts";
import { type Example, type Fit, learned, sumOf } from "./fit.ts";
import { type GlossPair, pairFiles, pairsHash, readPairs } from "./pairs.ts";

const command = "npm run bench -- gloss --write";
/** To drop a right one costs as much as to keep so many wrong ones. */
const rightCounts = 1;

type Row = Example & { file: string; pair: GlossPair; told: string };

const { values } = parseArgs({
	options: { write: { type: "boolean" }, misses: { type: "string" } },
});
const data = await loadSearchData(indexDataFolder);
const readers = await loadGlossReaders(indexDataFolder, data, await namesOver(data));
const names = Object.keys(signalFaults);
const rows = pairFiles().flatMap((file) =>
	readPairs(file).map((pair): Row => {
		const signals = Object.entries(signalsOf(pair.both, readers));
		const told = signals.flatMap(([name, value]) => (value > 0 ? [`${name} ${value}`] : []));
		return {
			...{ file: basename(file, ".jsonl"), pair, told: told.join(", ") },
			signals: names.map((name) => signals.find(([each]) => each === name)?.[1] ?? 0),
			isWrong: pair.kind !== "right",
		};
	}),
);

console.log("| pairs | right | dropped | wrong | dropped |\n| --- | ---: | ---: | ---: | ---: |");
const files = [...new Set(rows.map(({ file }) => file))];
const held = files.flatMap((file) => {
	const others = learned(
		rows.filter((row) => row.file !== file),
		rightCounts,
	);
	const own = rows
		.filter((row) => row.file === file)
		.map((row) => ({ row, isDropped: isDropped(row, others) }));
	print(file, own);
	return own;
});
print("**each by the others**", held);
const all = learned(rows, rightCounts);
print(
	"by all",
	rows.map((row) => ({ row, isDropped: isDropped(row, all) })),
);
for (const [name, weight] of names.map((name, at) => [name, all.weights[at]] as const))
	console.log(name.padEnd(16), weight?.toFixed(2));
console.log("bias".padEnd(16), all.bias.toFixed(2));
for (const row of rows.filter(({ pair }) => pair.kind === values.misses))
	if (isDropped(row, all) !== row.isWrong)
		console.log(
			`${row.file}: ${row.told || "nothing"}\n  ${row.pair.both.en}\n  ${row.pair.both.ar}`,
		);
if (values.write) {
	const rounded = (value = 0) => Math.round(value * 100) / 100;
	const weights: GlossWeights = GlossWeights.parse({
		...{ command, pairs: pairsHash(), bias: rounded(all.bias) },
		weights: Object.fromEntries(names.map((name, at) => [name, rounded(all.weights[at])])),
	});
	writeFileSync(
		join(indexDataFolder, "gloss-weights.json"),
		`${JSON.stringify(weights, null, "\t")}\n`,
	);
}

function isDropped({ signals }: Row, by: Fit): boolean {
	return sumOf(signals, by) >= 0;
}

function print(name: string, judged: readonly { row: Row; isDropped: boolean }[]): void {
	const cells = [false, true].flatMap((isWrong) => {
		const of = judged.filter(({ row }) => row.isWrong === isWrong);
		const share = (100 * of.filter((each) => each.isDropped).length) / of.length;
		return [of.length, `${share.toFixed(1)} %`];
	});
	console.log(`| ${[name, ...cells].join(" | ")} |`);
}
