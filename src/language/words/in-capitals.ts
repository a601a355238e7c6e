import type { Token } from "../text/tokens.ts";

/** Function words that are a name where they are written in capitals, or behind "the". */
const names: ReadonlySet<string> = new Set(["us"]);

/** Whether a word that is listed as empty is a name here: "the us", "US officials", and never "tell us". */
export function isNameInCapitals(words: readonly Token[], at: number, text: string): boolean {
	const word = words[at];
	if (!word || !names.has(word.text)) return false;
	return words[at - 1]?.text === "the" || /^\p{Lu}+$/u.test(text.slice(word.start, word.end));
}
