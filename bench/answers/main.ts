/**
 * Which passage answers, and whether any does: fits the weights of the evidence to the project's own
 * questions and those on annotated articles, and reports each fold by weights that had no part in it.
 * Encyclopaedia paragraphs are reported and never learned from.
 *   node bench/answers/main.ts [--keep 0.92] [--corpora DIR] [--questions FILE.tsv] [--paragraphs DIR] [--write] [--order]
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Weights } from "../../src/answers/evidence/evidence.ts";
import { weights } from "../../src/answers/evidence/weights.ts";
import { projectFolder } from "../../src/app/paths.ts";
import { inOrder, keeping, learnAnswered, learnRank, sureness } from "./learn.ts";
import {
	askedSamples,
	everydaySamples,
	goldSamples,
	ownSamples,
	paragraphSamples,
	type Sample,
} from "./samples.ts";
import { weightsFile } from "./weights-file.ts";

const { values } = parseArgs({
	options: {
		keep: { type: "string", default: "0.92" },
		/** Where the read articles are kept between runs; a temporary folder where absent. */
		corpora: { type: "string" },
		/** Everyday questions that are learned from beside the project's own. */
		questions: { type: "string" },
		paragraphs: { type: "string" },
		write: { type: "boolean", default: false },
		/** Of what is written only the order is new: whether any answers stays with its weights. */
		order: { type: "boolean", default: false },
	},
});
const keep = Number(values.keep);
const folds = 6;
const shared = join(projectFolder, "..", "shared");

type Both = { rank: Weights; answered: Weights };

function fitted(samples: readonly Sample[]): Both {
	const rank = learnRank(samples);
	return { rank, answered: keeping(keep, samples, rank, learnAnswered(samples, rank)) };
}

type Outcome = { sample: Sample; first: boolean | null; searched: boolean | null; sure: number };

function outcomes(samples: readonly Sample[], { rank, answered }: Both): Outcome[] {
	return samples.map((sample) => {
		const known = sample.said && sample.hits.some(({ right }) => right);
		return {
			sample,
			first: known ? (inOrder(sample, rank)[0]?.right ?? false) : null,
			searched: known ? (sample.hits[0]?.right ?? false) : null,
			sure: sureness(sample, rank, answered),
		};
	});
}

function share(all: readonly boolean[]): string {
	if (all.length === 0) return "";
	return `${(all.filter(Boolean).length / all.length).toFixed(3)} of ${all.length}`;
}

/** Area under the curve: how often an answerable question is surer than one that is not. */
function area(all: readonly Outcome[]): string {
	const said = all.filter(({ sample }) => sample.said);
	const not = all.filter(({ sample }) => !sample.said);
	let won = 0;
	for (const a of said)
		for (const b of not) won += a.sure > b.sure ? 1 : a.sure === b.sure ? 0.5 : 0;
	return said.length * not.length === 0 ? "" : (won / (said.length * not.length)).toFixed(3);
}

function report(all: readonly Outcome[]): void {
	console.log("| set | language | first, by the search | first | answered | refused | area |");
	console.log("|---|---|---|---|---|---|---|");
	for (const set of [...new Set(all.map(({ sample }) => sample.set))]) {
		for (const language of ["ar", "en"] as const) {
			const own = all.filter(({ sample }) => sample.set === set && sample.language === language);
			const cells = [
				share(own.flatMap(({ searched }) => searched ?? [])),
				share(own.flatMap(({ first }) => first ?? [])),
				share(own.filter(({ sample }) => sample.said).map(({ sure }) => sure > 0)),
				share(own.filter(({ sample }) => !sample.said).map(({ sure }) => sure <= 0)),
				area(own),
			];
			console.log(`| ${set} | ${language} | ${cells.join(" | ")} |`);
		}
	}
}

/** The annotated questions beside the repository, where it is there. */
async function besideIt(folder: string): Promise<Sample[]> {
	const of = (set: string, articles: string, gold: string) =>
		goldSamples(set, join(shared, articles), join(shared, gold), folder);
	return [
		...(await of("five", "seeds", "gold/gold.json")),
		...(await of("invented-ar", "articles/ar", "articles/ar/gold.json")),
		...(await of("invented-en", "articles/en", "articles/en/gold.json")),
	];
}

const temporary = values.corpora ? null : mkdtempSync(join(tmpdir(), "answers-"));
const folder = values.corpora ?? temporary ?? "";
try {
	const samples = [
		...(await ownSamples(folder)),
		...(await askedSamples(folder)),
		...(await goldSamples(
			"known",
			join(projectFolder, "tests/fixtures/known"),
			join(projectFolder, "tests/fixtures/known/gold.json"),
			folder,
		)),
		...(await besideIt(folder)),
		...(values.questions ? await everydaySamples(values.questions, shared, folder) : []),
	];
	const articles = [...new Set(samples.map(({ article }) => article))].sort();
	const foldOf = (sample: Sample) => articles.indexOf(sample.article) % folds;
	const apart = Array.from({ length: folds }, (_, fold) => {
		const both = fitted(samples.filter((sample) => foldOf(sample) !== fold));
		return outcomes(
			samples.filter((sample) => foldOf(sample) === fold),
			both,
		);
	}).flat();
	console.log(`### By weights that had no part in it (${folds} folds of articles)\n`);
	report(apart);
	const all = fitted(samples);
	console.log("\n### By the weights of all\n");
	report(outcomes(samples, all));
	if (values.paragraphs) report(outcomes(await paragraphSamples(values.paragraphs, folder), all));
	if (process.env["MISSES"])
		for (const { sample, first, sure } of apart)
			if (first === false || sure > 0 !== sample.said)
				console.log(
					sample.set,
					sample.said ? "" : "NOT SAID",
					first === false ? "wrong" : "",
					sure.toFixed(2),
					sample.text,
				);
	const text = weightsFile({
		...all,
		...(values.order ? { answered: weights } : {}),
		isOrderAlone: values.order,
	});
	const file = join(projectFolder, "src/answers/evidence/weights.ts");
	if (values.write) writeFileSync(file, text);
	else console.log(`\n${text}`);
} finally {
	if (temporary) rmSync(temporary, { recursive: true, force: true });
}
