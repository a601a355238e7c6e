/**
 * Contradictions that are found beside those that people marked: the pairs that are found, the
 * reported ones that are right, near pairs that are reported.
 *   npm run bench -- contradictions [FOLDER…] [--claims] [--show]
 * FOLDER: `.json` files of cases; the project's own where absent.
 */
import { parseArgs } from "node:util";
import { join } from "node:path";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { relationOf } from "../../src/contradictions/article-view.ts";
import { readCases } from "./cases.ts";
import { weighedIn } from "./pairs-of-case.ts";
import { readCase } from "./read-case.ts";
import { type Outcome, outcomeOf } from "./score.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		/** Prints what speaks for and against each listed pair. */
		signals: { type: "boolean", default: false },
		/** Prints every claim of each case. */
		claims: { type: "boolean", default: false },
		/** Prints each case's outcome, and each reported pair. */
		show: { type: "boolean", default: false },
	},
});
const paths = positionals.length > 0 ? positionals : [join(projectFolder, "bench/contradictions/pairs")];
const engine = await loadExtraction(indexDataFolder);
const outcomes: Outcome[] = [];
for (const each of paths.flatMap(readCases)) {
	const articles = await readCase(engine, each);
	const outcome = outcomeOf(each, articles);
	outcomes.push(outcome);
	if (values.claims) {
		console.log(`\n=== ${each.id} ${each.expect} ${each.kind} lost ${outcome.lost}: ${each.claims.map((c) => `${c.article}:${c.quote}`).join(" || ")}`);
		for (const [i, article] of articles.entries())
			for (const c of article?.claims ?? [])
				console.log(`  [${i}] ${c.act} ${c.speaker.name} ${c.hedged ? "hedged " : ""}${c.saidOn.value} | ${c.quote}`);
	}
	if (values.signals) {
		const views = articles.flatMap((a) => (a ? [engine.contradictions.viewOf(a)] : []));
		const [one, other] = views;
		if (one && other) {
			const relation = relationOf(one, other);
			console.log("relation", each.id, relation);
		}
		for (const w of weighedIn(engine.contradictions, views)) {
			if (!outcome.isListed(w.a.claim, w.b.claim)) continue;
			const told = Object.entries(w.signals).filter(([, v]) => v !== 0);
			console.log(
				`${each.id} ${each.expect} ${w.by} ${w.probability.toFixed(2)} ${told.map(([k, v]) => `${k} ${v.toFixed(2)}`).join(", ")}`,
			);
		}
	}
	if (values.show || values.claims)
		for (const { pair, claims, isListed } of outcome.reported)
			console.log(
				`${isListed ? (each.expect ? "RIGHT" : "WRONG") : "other"} ${each.id} ${pair.kind} ${pair.strength}\n   ${claims[0].quote}\n   ${claims[1].quote}\n   ${pair.why.en}`,
			);
}
const share = (some: number, all: number) => `${some} of ${all} (${(some / Math.max(1, all)).toFixed(3)})`;
const real = outcomes.filter(({ of }) => of.expect);
const near = outcomes.filter(({ of }) => !of.expect);
const found = real.filter((o) => o.found).length;
const wrong = near.filter((o) => o.found).length;
const lost = real.filter((o) => o.lost > 0);
console.log("| what | measured | bar |\n|---|---|---|");
console.log(`| pairs found | ${share(found, real.length)} | 0.75 |`);
console.log(`| … with a quotation that no claim holds | ${lost.length}: ${lost.map((o) => o.of.id).join(", ")} | |`);
console.log(`| reported pairs right | ${share(found, found + wrong)} | 0.90 |`);
console.log(`| near pairs reported | ${share(wrong, near.length)} | 0.10 |`);
