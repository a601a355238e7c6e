import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { classifyPage, detectMetadata } from "../../../src/corpus/index.ts";
import { fixtures, rules } from "./rules.ts";

const Expected = z.object({
	pages: z.record(
		z.string(),
		z.object({
			title: z.string().nullable(),
			published: z.string().nullable(),
			outlet: z.string().nullable(),
			/** One letter a line; see `codes` in the file. */
			lines: z.string(),
		}),
	),
});
const { pages } = Expected.parse(JSON.parse(readFileSync(join(fixtures, "expected.json"), "utf8")));
const files = Object.keys(pages);

function lettersOf(file: string): { want: string; got: string } {
	const lines = readFileSync(join(fixtures, file), "utf8").split("\n");
	const page = classifyPage(lines, rules);
	const kinds = new Map([...page.kinds].map(([index, kind]) => [page.lines[index]?.at, kind]));
	const letters = { title: "T", subhead: "S", body: "B", quote: "Q" };
	const want = pages[file]?.lines ?? "";
	let got = "";
	for (const [at, letter] of [...want].entries()) {
		const kind = kinds.get(at);
		got += letter === "N" || letter === "-" ? letter : kind ? letters[kind] : "F";
	}
	return { want, got };
}

describe("pages of many layouts", () => {
	it("has every page in the table and every entry a page", () => {
		const there = readdirSync(fixtures).filter((name) => name.endsWith(".txt"));
		expect(there.sort()).toEqual([...files].sort());
		expect(files.length).toBeGreaterThanOrEqual(12);
	});

	it.each(files)("keeps the body of %s and drops its furniture", (file) => {
		const { want, got } = lettersOf(file);
		const kept = (letters: string) => letters.replace(/[SQ]/g, "B");
		expect(kept(got)).toBe(kept(want));
	});

	it("tells headings and quotations from body text on nearly all lines", () => {
		let right = 0;
		let all = 0;
		for (const file of files) {
			const { want, got } = lettersOf(file);
			for (const [at, letter] of [...want].entries()) {
				if (!"BSQ".includes(letter)) continue;
				all++;
				if (got[at] === letter) right++;
			}
		}
		expect(right / all).toBeGreaterThanOrEqual(0.97);
	});

	it.each(files)("reads the title, day and publisher of %s", (file) => {
		const lines = readFileSync(join(fixtures, file), "utf8").split("\n");
		const found = detectMetadata(lines, rules);
		const { title, published, outlet } = pages[file] ?? {};
		expect({ title: found.title, published: found.published.value, outlet: found.outlet }).toEqual({
			title,
			published,
			outlet,
		});
	});
});
