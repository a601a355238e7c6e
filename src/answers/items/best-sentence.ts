import { sentences } from "../../language/text/sentences.ts";
import { tokens } from "../../language/text/tokens.ts";
import { type QuestionType, questionTypes } from "../../question/question-types.ts";
import { thresholds } from "../find/thresholds.ts";
import type { Part } from "./cite.ts";

/**
 * The sentence of a passage that answers best: the one that holds most of the words that the
 * question reached, with its neighbour where that adds many more. Null where the whole passage is it.
 */
export function bestPart(
	text: string,
	matched: ReadonlySet<string>,
	type: QuestionType,
): Part | null {
	const parts = sentences(text);
	if (parts.length < 2 || matched.size === 0) return null;
	const held = parts.map(({ start, end }) => {
		const words = new Set<string>();
		let number = false;
		for (const { text: word } of tokens(text.slice(start, end))) {
			if (matched.has(word)) words.add(word);
			number ||= /\p{Nd}/u.test(word);
		}
		const { wants } = questionTypes[type];
		const wanted = number && (wants === "number" || wants === "day") ? 1.5 : 0;
		return { words, score: words.size + (words.size > 0 ? wanted : 0) };
	});
	let best = 0;
	for (let i = 1; i < held.length; i++) {
		if ((held[i]?.score ?? 0) > (held[best]?.score ?? 0)) best = i;
	}
	const own = held[best]?.words ?? new Set();
	const all = new Set(held.flatMap(({ words }) => [...words])).size;
	const gain = (at: number) => {
		const words = held[at]?.words;
		return words ? [...words].filter((word) => !own.has(word)).length / Math.max(1, all) : 0;
	};
	let [first, last] = [best, best];
	if (gain(best - 1) >= thresholds.secondSentence && gain(best - 1) >= gain(best + 1)) first--;
	else if (gain(best + 1) >= thresholds.secondSentence) last++;
	const from = parts[first]?.start ?? 0;
	const to = parts[last]?.end ?? text.length;
	return from === 0 && to === text.length ? null : { from, to };
}
