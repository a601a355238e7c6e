import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { classifyPage, detectMetadata } from "../../../src/corpus/index.ts";
import { itWith, shared } from "../../shared.ts";
import { rules } from "./rules.ts";

type Gold = {
	file: string;
	title: string | null;
	published: string | null;
	published_basis: string;
	body_lines: number[];
	title_lines: number[];
	subhead_lines: number[];
	metadata_lines: number[];
};

const goldFile = "gold/gold.json";
const readGold = (): Gold[] => JSON.parse(readFileSync(shared(goldFile), "utf8")).articles;
const linesOf = (file: string) => readFileSync(shared(`seeds/${file}`), "utf8").split("\n");

// The annotated articles are not part of the project; without them there is nothing to measure.
describe("the annotated articles", () => {
	const it = itWith(goldFile);

	it("keeps their body lines, F1 at least 0.97", () => {
		let hit = 0;
		let extra = 0;
		let missed = 0;
		for (const article of readGold()) {
			const page = classifyPage(linesOf(article.file), rules);
			const kept = new Set(
				[...page.kinds].flatMap(([index, kind]) =>
					kind === "title" ? [] : [(page.lines[index]?.at ?? -1) + 1],
				),
			);
			const neutral = new Set([
				...article.title_lines,
				...article.subhead_lines,
				...article.metadata_lines,
			]);
			const want = new Set(article.body_lines);
			for (const line of want)
				if (kept.has(line)) hit++;
				else if (!neutral.has(line)) missed++;
			for (const line of kept) if (!want.has(line) && !neutral.has(line)) extra++;
		}
		expect((2 * hit) / (2 * hit + extra + missed)).toBeGreaterThanOrEqual(0.97);
	});

	it("finds printed days and titles, and no day that is not printed", () => {
		for (const article of readGold()) {
			const found = detectMetadata(linesOf(article.file), rules);
			expect(found.title).toBe(article.title);
			expect(found.published.value).toBe(
				article.published_basis === "printed" ? article.published : null,
			);
		}
	});
});
