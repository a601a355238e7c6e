import { fold } from "../../language/text/normalise.ts";
import { indefinite } from "../../language/words/arabic-clitics.ts";
import type { ArabicGrammar } from "./grammar.ts";

const compiled = new WeakMap<ArabicGrammar["entities"], Map<string, string>>();

/**
 * The state behind an adjective: فرنسية → فرنسا, صيني → الصين. Arabic derives the adjective from
 * the name by one ending, so names and adjectives are compared without article and ending. The
 * spellings of a name are those that the data lists.
 */
export function adjectiveState(g: ArabicGrammar, word: string): string | undefined {
	if (!/(ي|يه|يين|يون|يتين|يات)$/.test(word) || word.length < 4) return undefined;
	const bare = fold(word).replace(/(يتين|يين|يون|يات|يه|ي)$/, "");
	return statesByStem(g.entities).get(stem(bare));
}

function statesByStem(entities: ArabicGrammar["entities"]): Map<string, string> {
	const known = compiled.get(entities);
	if (known) return known;
	const states = new Map<string, string>();
	for (const { words, value } of entities.entries()) {
		const [word, ...more] = words;
		if (value.kind !== "state" || !word || more.length > 0) continue;
		if (!states.has(stem(word))) states.set(stem(word), value.ar);
	}
	compiled.set(entities, states);
	return states;
}

function stem(word: string): string {
	return indefinite(word).replace(/(يا|يه|ه|ا)$/, "");
}
