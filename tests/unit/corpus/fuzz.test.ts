import { describe, expect, it } from "vitest";
import { growing, mutatedPage } from "../../../bench/pages/mutations.ts";
import { readPage } from "../../../bench/pages/read-page.ts";
import { shippedExtraction } from "../../../src/app/load/extraction.ts";
import { sentences } from "../../../src/language/text/sentences.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const extraction = await shippedExtraction();
const count = 80;

describe(`mutated pages from seed ${seed}; npm run bench -- mutated reads 2,000`, () => {
	it("break nothing, and every quotation is the page's own words", async () => {
		const codes = new Set<string>();
		for (let n = 0; n < count; n++) {
			const page = mutatedPage(seed + n);
			const what = `seed ${page.seed}: ${page.done.join(", ")}`;
			// Anything but a refusal with its code rejects.
			const read = await readPage(page, extraction).catch((error) => {
				throw new Error(what, { cause: error });
			});
			expect(read.wrong, what).toEqual([]);
			codes.add(read.code ?? "read");
		}
		// It looked at pages that are read and at several kinds that are not.
		expect(codes).toContain("read");
		expect(codes.size).toBeGreaterThan(2);
	});

	it("are the same for the same seed, and others for another one", () => {
		expect(mutatedPage(seed)).toEqual(mutatedPage(seed));
		expect(mutatedPage(seed).bytes).not.toEqual(mutatedPage(seed + 1).bytes);
	});
});

describe("text without stops", () => {
	it.each(Object.entries(growing))(
		"%j: is read in sentences that are bounded, and none is lost",
		(_, make) => {
			const text = make(20_000);
			const found = sentences(text);
			expect(Math.max(0, ...found.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2_000);
			const kept = found.map(({ start, end }) => text.slice(start, end)).join("");
			expect(kept.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
		},
	);
});
