import { plainForm } from "./english-verbs.ts";
import type { WordShape } from "./word-shape.ts";

/** `dictionary`: see `englishParts`. */
export const englishShape = (dictionary: ReadonlyMap<string, string>): WordShape => ({
	splits(word) {
		const out = [{ clitics: "", stem: word }];
		if (word.endsWith("'s")) out.push({ clitics: "'s", stem: word.slice(0, -2) });
		if (word.endsWith(".")) out.push({ clitics: ".", stem: word.slice(0, -1) });
		return out;
	},
	guess(text, word) {
		if (/^\p{N}/u.test(word)) return "number";
		if (!/\p{L}/u.test(word)) return word;
		if (/^\p{Lu}/u.test(text)) return word.endsWith("'s") ? "Name's" : "Name";
		if (word.endsWith("ly")) return "ly";
		if (word.endsWith("ing")) return "ing";
		if (word.endsWith("ed")) return "ed";
		if (/(tion|ment|ness|ity|ship|ism|ance|ence|er|or|ist)s?$/.test(word)) return "noun";
		return word.endsWith("s") ? "s" : "word";
	},
	isTheirs: () => false,
	isMany: () => false,
	isLed: () => false,
	withoutEnding: () => undefined,
	adjective: (stem) => stem,
	agreement: () => "",
	parts: (word) =>
		dictionary.get(word.replace(/'s$/u, "")) ?? dictionary.get(plainForm(word)) ?? "",
});

/** The parts of speech of the English words of the lexicon: v, n, a, x. */
export function englishParts(tables: readonly string[]): Map<string, string> {
	const parts = new Map<string, string>();
	for (const line of tables.flatMap((table) => table.split("\n"))) {
		const [pos = "", english = ""] = line.split("\t");
		if (!/^[vnax]$/.test(pos)) continue;
		for (const word of english.split("|")) {
			const before = parts.get(word) ?? "";
			if (!word.includes(" ") && !before.includes(pos)) parts.set(word, before + pos);
		}
	}
	return parts;
}
