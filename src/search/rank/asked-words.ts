import type { AskedWord } from "../../domain/passage-search.ts";
import type { StoredPassage } from "../index/passage-index.ts";
import { tuning } from "../tuning.ts";
import type { Group } from "../widen/word-group.ts";
import type { Closeness } from "./closeness.ts";
import type { GroupFinding } from "./word-score.ts";

/** What the question asks for, in its order, and how far the passage has it. */
export function askedOf(
	stored: StoredPassage,
	groups: readonly Group[],
	found: readonly GroupFinding[],
	closeness: Closeness,
): AskedWord[] {
	const held = closeness.held(stored);
	const whole = found.reduce((sum, { idf }) => sum + idf, 0) || 1;
	return groups.map(({ word }, g) => {
		const ways = held[g] ?? [];
		const best = ways.reduce((most, { weight }) => Math.max(most, weight), 0);
		return { word, share: (found[g]?.idf ?? 0) / whole, held: Math.min(1, best), ways };
	});
}

/** How a word was widened, as far as it is worth telling. */
export function expansion(group: Group): { word: string; to: string[] } {
	const to = group.alternatives.flatMap(({ shown, weight }) =>
		shown && shown !== group.word && weight >= tuning.tellFrom ? [shown] : [],
	);
	return { word: group.word, to: [...new Set(to)] };
}
