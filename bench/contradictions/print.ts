import type { ContradictionEngine } from "../../src/app/load/contradictions.ts";
import { relationOf } from "../../src/contradictions/articles/article-view.ts";
import { weighedIn } from "./pairs-of-case.ts";
import type { ReadCase } from "./samples.ts";

export function printClaims({ of, articles, outcome }: ReadCase): void {
	const quotes = of.claims.map((c) => `${c.article}:${c.quote}`).join(" || ");
	console.log(`\n=== ${of.id} ${of.expect} ${of.kind} lost ${outcome.lost}: ${quotes}`);
	for (const [i, article] of articles.entries())
		for (const c of article?.claims ?? [])
			console.log(
				`  [${i}] ${c.act} ${c.speaker.name} ${c.hedged ? "hedged " : ""}${c.saidOn.value} | ${c.quote}`,
			);
}

/** What speaks for and against each pair over the quotations. */
export function printSignals(engine: ContradictionEngine, { of, views, outcome }: ReadCase): void {
	const [one, other] = views;
	if (one && other) console.log("relation", of.id, relationOf(one, other));
	for (const w of weighedIn(engine, views)) {
		if (!outcome.isListed(w.a.claim, w.b.claim)) continue;
		const told = Object.entries(w.signals).filter(([, value]) => value !== 0);
		const signals = told.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(", ");
		console.log(`${of.id} ${of.expect} ${w.by} ${w.probability.toFixed(2)} ${signals}`);
	}
}

export function printReported({ of, outcome }: ReadCase): void {
	for (const { pair, claims, isListed } of outcome.reported)
		console.log(
			`${isListed ? (of.expect ? "RIGHT" : "WRONG") : "other"} ${of.id} ${pair.kind} ${pair.strength}\n   ${claims[0].quote}\n   ${claims[1].quote}\n   ${pair.why.en}`,
		);
}
