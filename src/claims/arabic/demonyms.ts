import { fold } from "../../language/normalise.ts";
import type { ArabicGrammar } from "./grammar.ts";

const cache = new WeakMap<object, Map<string, string>>();

/**
 * The state behind an adjective: أمريكية → أمريكا, صيني → الصين. Arabic derives the adjective from
 * the name by one ending, so names and adjectives are compared without article and ending.
 */
export function adjectiveState(g: ArabicGrammar, word: string): string | undefined {
	if (!/(ي|يه|يين|يون|يتين|يات)$/.test(word) || word.length < 4) return undefined;
	let map = cache.get(g.entities);
	if (!map) {
		map = new Map();
		for (const { words, value } of g.entities.entries()) {
			if (value.kind === "state" && words.length === 1 && words[0]) {
				const root = stem(words[0]);
				if (!map.has(root)) map.set(root, value.ar);
			}
		}
		cache.set(g.entities, map);
	}
	return map.get(stem(fold(word).replace(/(يتين|يين|يون|يات|يه|ي)$/, "")));
}

function stem(word: string): string {
	const bare = word.startsWith("ال") && word.length > 4 ? word.slice(2) : word;
	return bare.replace(/(يا|يه|ه|ا)$/, "").replace(/^ام[ي]?رك$/, "امريك").replace(/^اميريك$/, "امريك").replace(/^اميرك$/, "امريك");
}
