import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Translated } from "../../src/gloss/one-text.ts";

/** One line of a file of pairs; `kind`: right, or what was changed in the translation. */
const Pair = z.object({
	lang: z.enum(["ar", "en"]),
	original: z.string(),
	gloss: z.string(),
	kind: z.string(),
});
export type GlossPair = { kind: string; translated: Translated; both: { en: string; ar: string } };

const folder = join(import.meta.dirname, "pairs");

/** The files of pairs that the checks are made on, in order of name. */
export function pairFiles(): string[] {
	return readdirSync(folder)
		.sort()
		.map((name) => join(folder, name));
}

export function readPairs(file: string): GlossPair[] {
	return readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => {
			const { lang: from, original: text, gloss, kind } = Pair.parse(JSON.parse(line));
			const translated: Translated = { text, from, to: from === "ar" ? "en" : "ar", gloss };
			const both = from === "en" ? { en: text, ar: gloss } : { en: gloss, ar: text };
			return { kind, translated, both };
		});
}

/** Of all of them: the weights that were learned from them hold it. */
export function pairsHash(): string {
	const hash = createHash("sha256");
	for (const file of pairFiles()) hash.update(readFileSync(file));
	return hash.digest("hex");
}
