/**
 * Whose page it is, of pages that say it in many ways: learns what each sign counts from the sets beside this file, and
 * reports each set by weights that its writer had no part in.
 *   npm run bench -- heads [--least 0.65] [--verbose] [--write]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { chosenName, mostProbable } from "../../../src/corpus/page/outlet/choosing/choose-name.ts";
import type { NameWeights } from "../../../src/corpus/page/outlet/choosing/name-weights.ts";
import { foldWords } from "../../../src/language/text/phrase-index.ts";
import { learnNames } from "./learn-names.ts";
import { readSamples, type Sample, withoutOwn } from "./samples.ts";

const { values } = parseArgs({
	options: {
		least: { type: "string", default: "0.65" },
		verbose: { type: "boolean", default: false },
		write: { type: "boolean", default: false },
	},
});
const command = "npm run bench -- heads --write";
const { rules } = await loadExtraction(indexDataFolder);
const samples = await readSamples(rules);
const sets = [...new Set(samples.map(({ set }) => set))];

function fitted(some: readonly Sample[]): NameWeights {
	return { command, ...learnNames(some), least: Number(values.least) };
}

type Outcome = "right" | "another" | "unknown";

function outcomeOf({ head, names }: Sample, weights: NameWeights): Outcome {
	const name = chosenName(names, weights);
	if (name === null) return head.outlet === null ? "right" : "unknown";
	const fold = (text: string) => foldWords(text).join(" ");
	const known = rules.outlets.named(name);
	const shown = [name, ...(known ? [known.name, ...known.ar] : [])].map(fold);
	const wanted = head.outlet === null ? [] : [head.outlet, ...head.also];
	return wanted.some((one) => shown.includes(fold(one))) ? "right" : "another";
}

console.log(
	"| set | pages | right | another | unknown | among the names | named without its own |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const set of sets) {
	const own = samples.filter((sample) => sample.set === set);
	const weights = fitted(samples.filter((sample) => sample.set !== set));
	const outcomes = own.map((sample) => outcomeOf(sample, weights));
	const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
	const named = own.filter(({ head }) => head.outlet !== null);
	const among = named.filter(({ right }) => right.includes(true)).length;
	// Another's name, by how often one is shown where the right one is not to be had.
	const misnamed = own.filter((sample) => chosenName(withoutOwn(sample).names, weights) !== null);
	console.log(
		`| ${set} | ${own.length} | ${count("right")} | ${count("another")} | ${count("unknown")} | ${among} of ${named.length} | ${misnamed.length} |`,
	);
	for (const [i, sample] of own.entries()) {
		if (!values.verbose || outcomes[i] === "right") continue;
		const best = mostProbable(sample.names, weights);
		console.log(
			`${set} ${sample.head.file} ${outcomes[i]}: ${sample.head.outlet}, ${best?.group.same[0]?.name} (${best?.probability.toFixed(2)})`,
		);
	}
}
const all = fitted(samples);
const rights = samples.filter((sample) => outcomeOf(sample, all) === "right").length;
console.log(`\nBy the weights of all: ${rights} of ${samples.length}.`);
const text = `${JSON.stringify(all, null, "\t")}\n`;
if (values.write) writeFileSync(join(indexDataFolder, "publisher-weights.json"), text);
