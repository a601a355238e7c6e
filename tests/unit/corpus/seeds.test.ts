import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { classifyPage, detectMetadata } from "../../../src/corpus/index.ts";
import { rules, shared } from "./rules.ts";

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

const goldFile = join(shared, "gold/gold.json");
// The annotated articles are not part of the project; without them there is nothing to measure.
const here = existsSync(goldFile);

describe.skipIf(!here)("the annotated articles", () => {
	const gold: Gold[] = here ? JSON.parse(readFileSync(goldFile, "utf8")).articles : [];
	const linesOf = (file: string) => readFileSync(join(shared, "seeds", file), "utf8").split("\n");

	it("keeps their body lines, F1 at least 0.97", () => {
		let hit = 0;
		let extra = 0;
		let missed = 0;
		for (const article of gold) {
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
			for (const line of want) if (kept.has(line)) hit++;
				else if (!neutral.has(line)) missed++;
			for (const line of kept) if (!want.has(line) && !neutral.has(line)) extra++;
		}
		expect((2 * hit) / (2 * hit + extra + missed)).toBeGreaterThanOrEqual(0.97);
	});

	it("finds printed days and titles, and no day that is not printed", () => {
		for (const article of gold) {
			const found = detectMetadata(linesOf(article.file), rules);
			expect(found.title).toBe(article.title);
			expect(found.published.value).toBe(
				article.published_basis === "printed" ? article.published : null,
			);
		}
	});
});
