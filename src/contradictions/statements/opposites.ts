import type { Lexicon } from "../../language/lexicon/lexicon.ts";

/** Pairs of fields whose words cannot both be true of one thing. */
export class Opposites {
	/** By entry of the lexicon: 2n and 2n+1 are the sides of pair n. */
	readonly #sides = new Map<number, number[]>();

	/** `table`: `win|victory<TAB>lose|defeat` a line; # begins a comment. */
	constructor(table: string, lexicon: Lexicon) {
		const lines = table.split("\n").filter((line) => line && !line.startsWith("#"));
		const wanted = new Map<string, number[]>();
		for (const [n, line] of lines.entries())
			for (const [side, words] of line.split("\t").entries())
				for (const word of words.split("|"))
					wanted.set(word, [...(wanted.get(word) ?? []), 2 * n + side]);
		for (const id of lexicon.entriesListing(wanted)) {
			for (const word of lexicon.entry(id).english)
				for (const side of wanted.get(word) ?? [])
					this.#sides.set(id, [...(this.#sides.get(id) ?? []), side]);
		}
	}

	sidesOf(senses: readonly number[]): number[] {
		return [...new Set(senses.flatMap((id) => this.#sides.get(id) ?? []))];
	}
}

/** Whether one may stand on the side that the other is against. */
export function areOpposite(a: readonly number[], b: readonly number[]): boolean {
	return a.some((side) => b.includes(side ^ 1) && !b.includes(side));
}
