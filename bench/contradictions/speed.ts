/**
 * An article that comes into a corpus of 3,000: how long it takes to relate it to all others, and
 * how long nothing else has its turn.
 *   node bench/contradictions/speed.ts [--articles 3000] [--updates 60]
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import type { Article } from "../../src/domain/article.ts";
import { annotatedSkeletons } from "./answers.ts";

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "3000" },
		updates: { type: "string", default: "60" },
	},
});
const { extract, relate } = await loadExtraction(indexDataFolder, "rules");
/** One of three is enough to tell of many things. */
const skeletons = annotatedSkeletons(3);
const read = skeletons.map((skeleton): Article => ({ ...skeleton, ...extract(skeleton) }));

/** The annotated articles again and again under other ids, a month apart each time. */
const articles = Array.from({ length: Number(values.articles) }, (_, i): Article => {
	const article = read[i % read.length] as Article;
	const round = Math.floor(i / read.length);
	const told = Date.parse(article.published.value ?? "");
	const day = (Number.isNaN(told) ? 1_700_000_000_000 : told) + round * 30 * 86_400_000;
	const value = new Date(day).toISOString().slice(0, 10);
	const id = `a${i}`;
	const claims = article.claims.map((claim, n) => ({ ...claim, id: `${id}-c${n}` }));
	return { ...article, id, claims, contradictions: [], published: { ...article.published, value } };
});

const start = performance.now();
await relate(articles.slice(0, 1), articles.slice(1));
const first = performance.now() - start;
const times: number[] = [];
const delay = monitorEventLoopDelay({ resolution: 1 });
for (let n = 0; n < Number(values.updates); n++) {
	const i = (n * 47) % articles.length;
	const changed = { ...(articles[i] as Article) };
	const kept = articles.filter((_, j) => j !== i);
	articles[i] = changed;
	delay.enable();
	const began = performance.now();
	await relate([changed], kept);
	times.push(performance.now() - began);
	delay.disable();
}
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0);
console.log("| what | measured | bar |\n|---|---|---|");
console.log(`| reading ${articles.length} articles the first time | ${first.toFixed(0)} ms | |`);
console.log(`| relating one to all others, median | ${at(0.5)} ms | 200 |`);
console.log(`| … nine of ten, the longest | ${at(0.9)} ms, ${at(1)} ms | 200 |`);
console.log(
	`| the longest that nothing else had its turn | ${(delay.max / 1e6).toFixed(1)} ms | 20 |`,
);
