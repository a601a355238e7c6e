/**
 * Contradictions that are found beside those that people marked: the pairs that are found, the
 * reported ones that are right, near pairs that are reported.
 *   npm run bench -- contradictions [FOLDER…] [--claims] [--show] [--signals] [--folds] [--write]
 * FOLDER: `.json` files of cases, a hand's each; the project's own where absent. `--folds` reads each
 * hand's by weights that had no part in them; `--write` fits the weights of index-data/contradictions to them,
 * never to the pairs that are kept apart where no FOLDER is named.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { type Comparison, comparisons } from "../../src/contradictions/compare.ts";
import { chosen } from "../../src/contradictions/find-contradictions.ts";
import { probability } from "../../src/contradictions/kinds/signals.ts";
import { readAnswers } from "./answers.ts";
import { readCases } from "./cases.ts";
import { type ByComparison, learned } from "./learn.ts";
import { weighedBetween, weighedIn } from "./pairs-of-case.ts";
import { printClaims, printReported, printSignals } from "./print.ts";
import { answerSamples, type ReadCase, readAll, samplesOf } from "./samples.ts";
import { readSeedPairs } from "./seeds.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		claims: { type: "boolean", default: false },
		show: { type: "boolean", default: false },
		signals: { type: "boolean", default: false },
		folds: { type: "boolean", default: false },
		/** Reads one of so many annotated articles. */
		nth: { type: "string", default: "1" },
		least: { type: "string" },
		write: { type: "boolean", default: false },
	},
});
const pairs = join(projectFolder, "bench/contradictions/pairs");
const hands = join(pairs, "hands");
/** By hand; those of `apart.json` are never learned from. */
const own = [
	join(pairs, "learned.json"),
	join(pairs, "topics"),
	...readdirSync(hands)
		.sort()
		.map((name) => join(hands, name)),
];
const paths = positionals.length > 0 ? positionals : own;
const engine = await loadExtraction(indexDataFolder);
const { contradictions } = engine;
const cases = await readAll(engine, paths.flatMap(readCases));
/** `--least 0.4`: how probable a pair must be, to try it out. */
const least = values.least
	? (Object.fromEntries(comparisons.map((by) => [by, Number(values.least)])) as Record<
			Comparison,
			number
		>)
	: contradictions.weights.least;
const share = (some: number, all: number) =>
	`${some} of ${all} (${(some / Math.max(1, all)).toFixed(3)})`;

/** Listed pairs of a case that these weights report, and how many others. */
function reportedBy(weights: ByComparison, { views, outcome }: ReadCase) {
	const all = weighedIn(contradictions, views).map((w) => ({
		...w,
		probability: probability(w.signals, weights[w.by]),
	}));
	return chosen(all, least).map((w) => ({
		...w,
		isListed: outcome.isListed(w.a.claim, w.b.claim),
	}));
}

function report(
	name: string,
	all: readonly ReadCase[],
	weightsOf: (each: ReadCase) => ByComparison,
) {
	const rows = all.map((each) => ({ ...each, reported: reportedBy(weightsOf(each), each) }));
	const found = (row: (typeof rows)[number]) => row.reported.some(({ isListed }) => isListed);
	const real = rows.filter(({ of }) => of.expect);
	const near = rows.filter(({ of }) => !of.expect);
	const right = real.filter(found).length;
	const wrong = near.filter(found).length;
	const lost = real.filter(({ outcome }) => outcome.lost > 0);
	const others = rows.flatMap((row) => row.reported.filter(({ isListed }) => !isListed));
	const beside = real.length - lost.length;
	console.log(`| ${name} | measured | bar |\n|---|---|---|`);
	console.log(`| pairs found | ${share(right, real.length)} | 0.75 |`);
	console.log(
		`| … of those whose two quotations stand in claims | ${share(real.filter((r) => r.outcome.lost === 0 && found(r)).length, beside)} | |`,
	);
	console.log(`| reported pairs right | ${share(right, right + wrong)} | 0.90 |`);
	console.log(`| near pairs reported | ${share(wrong, near.length)} | 0.10 |`);
	console.log(`| other pairs reported, to be read with --show | ${others.length} | |`);
	console.log(`\nA quotation in no claim: ${lost.map(({ of }) => of.id).join(", ") || "none"}\n`);
}

/** Pairs between articles of two cases, which tell of different things. */
function reportBetween(all: readonly ReadCase[]) {
	let articles = 0;
	const pairs = all.flatMap(({ views }, i) => {
		articles += views.length;
		return all
			.slice(i + 1)
			.flatMap((other) =>
				views.flatMap((a) =>
					other.views.flatMap((b) => chosen(weighedBetween(contradictions, a, b), least)),
				),
			);
	});
	console.log(`Pairs between the ${articles} articles of different cases: ${pairs.length}`);
	if (values.show)
		for (const { by, a, b, probability: p } of pairs)
			console.log(`  ${by} ${p.toFixed(2)}\n    ${a.claim.quote}\n    ${b.claim.quote}`);
}

/** The five texts of the shipped corpus as `ingest` reads them, beside the pairs made by hand. */
async function reportSeeds() {
	const folder = join(projectFolder, "../shared/seeds");
	if (!existsSync(folder)) return;
	const { byHand, found, missed, others } = await readSeedPairs(engine, folder);
	console.log(
		`\nOf the shipped corpus's pairs made by hand: ${share(found.length, byHand.length)}, ${others.length} others`,
	);
	if (!values.show) return;
	for (const { said } of missed) console.log(`missed ${said}`);
	for (const said of others) console.log(`other ${said}`);
}

/** Denials of annotated articles with what each answers; other pairs may be right too. */
function reportAnswers(weights: ByComparison) {
	let [marked, readable, found, others] = [0, 0, 0, 0];
	for (const each of answers) {
		const all = weighedIn(contradictions, [each.view]).map((w) => ({
			...w,
			probability: probability(w.signals, weights[w.by]),
		}));
		const shown = chosen(all, least);
		marked += each.marked;
		readable += each.readable;
		found += shown.filter((w) => each.isMarked(w.a.claim, w.b.claim)).length;
		for (const w of shown) {
			if (each.isMarked(w.a.claim, w.b.claim)) continue;
			others++;
			if (values.show)
				console.log(
					`${each.article} ${w.by} ${w.probability.toFixed(2)}\n   ${w.a.claim.quote}\n   ${w.b.claim.quote}`,
				);
		}
	}
	console.log(
		`\nAnnotated articles (${answers.length}): ${marked} answers, ${readable} with both claims read, ${found} found, ${others} other pairs`,
	);
}

for (const each of cases) {
	if (values.claims) printClaims(each);
	if (values.signals) printSignals(contradictions, each);
	if (values.show) printReported(each);
}
const answers = readAnswers(engine, Number(values.nth));
const ofAnswers = answerSamples(engine, answers);
const samples = values.folds || values.write ? samplesOf(engine, cases) : [];
/** Weights that none of what this hand wrote had a part in. */
const learnedWithout = (hand?: string) =>
	learned([
		...samples.filter(({ hands }) => hand === undefined || !hands.includes(hand)),
		...ofAnswers,
	]);
if (values.folds) {
	const apart = new Map(
		[...new Set(cases.map(({ of }) => of.hand))].map((hand) => [hand, learnedWithout(hand)]),
	);
	const weightsOf = ({ of }: ReadCase) => apart.get(of.hand) as ByComparison;
	for (const hand of apart.keys())
		report(
			`${hand} by weights that had no part in it`,
			cases.filter(({ of }) => of.hand === hand),
			weightsOf,
		);
	report("all by weights that had no part in them", cases, weightsOf);
}
if (values.write) {
	const weights = learnedWithout();
	const { command, least } = contradictions.weights;
	writeFileSync(
		join(indexDataFolder, "contradictions/weights.json"),
		`${JSON.stringify({ command, least, weights }, null, "\t")}\n`,
	);
	report("read by the weights that were fitted to them", cases, () => weights);
	reportAnswers(weights);
} else {
	report("what", cases, () => contradictions.weights.weights);
	reportBetween(cases);
	await reportSeeds();
	reportAnswers(contradictions.weights.weights);
}
