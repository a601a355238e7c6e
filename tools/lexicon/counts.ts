import type { Entry, Finding } from "../../src/language/lexicon/lexicon-table.ts";

/** What the lexicon counts: an entry is multi-word where either side has a term of several words. */
export function countEntries(entries: readonly Entry[]): { entries: number; multiWord: number } {
	const several = ({ english, arabic }: Entry) =>
		english.some((word) => word.includes(" ")) || arabic.some((word) => word.includes(" "));
	return { entries: entries.length, multiWord: entries.filter(several).length };
}

const least = { entries: 8_000, multiWord: 1_500 };

/** What the shipped lexicon lacks of its least size. */
export function leastCounts(counts: { entries: number; multiWord: number }): Finding[] {
	return (["entries", "multiWord"] as const)
		.filter((key) => counts[key] < least[key])
		.map((key) => `lexicon: ${counts[key]} ${key}; the least is ${least[key]}`);
}
