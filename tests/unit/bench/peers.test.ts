import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateArticles } from "../../../bench/corpus.ts";
import { barsTable } from "../../../bench/peers/bars.ts";
import { engineNamed, engineNames } from "../../../bench/peers/engines.ts";
import { speedTable } from "../../../bench/peers/report.ts";
import type { Run } from "../../../bench/peers/run.ts";
import { summarise } from "../../../bench/peers/summary.ts";
import { quantile } from "../../../bench/peers/watch.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";

const lexicon = new Lexicon(["ship\tسفينة\nharbour\tميناء\nwheat\tقمح\nsugar\tسكر\n"]);
const articles = generateArticles(lexicon, 30);
// A word that one passage holds, hostile to query languages around it.
const wanted = articles[1]?.passages[3];
if (wanted) wanted.text += " زنجبيل";
const question = `زنجبيل: "AND" * OR ' \\ ?`;

describe("every engine of the benchmark", () => {
	const folder = mkdtempSync(join(tmpdir(), "isnad-peers-test-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	// A database server is no matter of a unit test: the benchmark itself compares its answers.
	for (const name of engineNames.filter((engine) => engine !== "postgres")) {
		it(`${name} finds the one passage with a word, built and loaded`, async () => {
			const engine = engineNamed(name);
			const own = mkdtempSync(join(folder, `${name}-`));
			await engine.prepare?.();
			const built = await engine.build(articles, own);
			const before = await built.search(question, "ar", 10);
			await built.save(own);
			await built.close?.();
			const loaded = await engine.load(own, articles);
			const after = await loaded.search(question, "ar", 10);
			await loaded.close?.();
			expect(before[0]).toBe(13);
			expect(after).toEqual(before);
		});
	}

	it("is found by its name only", () => {
		expect(() => engineNamed("toString")).toThrow("name one of isnad, minisearch");
	});
});

function run(p99: number, ms = 100): Run {
	const latency = { asked: 10, p50: 1, p99, busyP99: p99 / 2, blockedMs: p99 };
	const measured = { prepareMs: 0, prepareBlockedMs: 0, ms, blockedMs: 1 };
	const memory = { heap: 1e6, rss: 2e6, peakRss: 3e6, answers: [] };
	return {
		build: { ...measured, ...memory, latency: { ar: latency, en: latency, all: latency } },
		load: { ...measured, ...memory },
	};
}

describe("figures of the benchmark", () => {
	it("takes ratios within a round, then their median", () => {
		const summary = summarise([run(10), run(90), run(30)], [run(10), run(30), run(10)]);
		expect(summary.times.ar.p99).toBe(30);
		expect(summary.ratio.ar).toBe(3);
	});

	it("shows no ratio where the base was not measured", () => {
		const table = speedTable(new Map([["isnad", summarise([run(10)], [])]]));
		expect(table).toContain("| 1.0 / 10.0 | – |");
	});

	it("says which bar is missed", () => {
		const slow = summarise([run(16, 499)], [run(16)]);
		const table = barsTable(new Map([[10_000, new Map([["isnad", slow]])]]));
		expect(table).toContain("| p99 of Arabic questions | 15 ms | 16.0 ms | **no** |");
		expect(table).toContain("| the same, processor time | 15 ms | 8.0 ms | yes |");
		expect(table).toContain("| snapshot load | 500 ms | 499.0 ms | yes |");
	});

	it("takes the largest of a few for the 99th percentile", () => {
		expect(quantile([1, 2, 3], 0.99)).toBe(3);
		expect(quantile([1, 2, 3, 4], 0.5)).toBe(3);
	});
});
