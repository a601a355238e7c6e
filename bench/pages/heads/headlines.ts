/**
 * Which line above a text is its headline, of pages that have it in many ways: learns what each sign counts from the sets
 * beside this file, and reports each set by weights that its writer had no part in.
 *   npm run bench -- headlines [--verbose] [--write]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { likeliestHeadline } from "../../../src/corpus/page/head/choosing/choose-headline.ts";
import type { HeadlineWeights } from "../../../src/corpus/page/head/choosing/headline-weights.ts";
import { learnHeadlines } from "./learn-headlines.ts";
import { readSamples, type Sample } from "./samples.ts";

const { values } = parseArgs({
	options: {
		verbose: { type: "boolean", default: false },
		write: { type: "boolean", default: false },
	},
});
const command = "npm run bench -- headlines --write";
const { rules } = await loadExtraction(indexDataFolder);
const samples = await readSamples(rules);
const sets = [...new Set(samples.map(({ set }) => set))];

type Learnt = Pick<HeadlineWeights, "none" | "weights">;
type Outcome = "right" | "another" | "none";

function outcomeOf({ head, lines, titles }: Sample, weights: Learnt): Outcome {
	const index = likeliestHeadline(lines, weights);
	if (index === null) return head.title === null ? "right" : "none";
	return titles[lines.findIndex((line) => line.index === index)] ? "right" : "another";
}

console.log("| set | pages | right | another | none | among the lines |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const set of sets) {
	const own = samples.filter((sample) => sample.set === set);
	const weights = learnHeadlines(samples.filter((sample) => sample.set !== set));
	const outcomes = own.map((sample) => outcomeOf(sample, weights));
	const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
	const titled = own.filter(({ head }) => head.title !== null);
	const among = titled.filter(({ titles }) => titles.includes(true)).length;
	console.log(
		`| ${set} | ${own.length} | ${count("right")} | ${count("another")} | ${count("none")} | ${among} of ${titled.length} |`,
	);
	for (const [i, { head }] of own.entries())
		if (values.verbose && outcomes[i] !== "right")
			console.log(`${set} ${head.file} ${outcomes[i]}: ${head.title}`);
}
const all = learnHeadlines(samples);
const rights = samples.filter((sample) => outcomeOf(sample, all) === "right").length;
console.log(`\nBy the weights of all: ${rights} of ${samples.length}.`);
const text = `${JSON.stringify({ command, ...all }, null, "\t")}\n`;
if (values.write) writeFileSync(join(indexDataFolder, "headline-weights.json"), text);
