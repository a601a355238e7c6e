import type { PassageHit, PassageRef } from "../../domain/passage-search.ts";
import type { NameMatcher, NameTest } from "../../identity/name-matcher.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Library } from "../library.ts";
import { titlesOf, withoutConjunctions } from "./persons-titles.ts";
import { thresholds } from "./thresholds.ts";

/** A person of the corpus whom a question names, and the question's words for the name, folded. */
export type NamedPerson = { name: string; words: readonly string[] };

/**
 * Adds to hits that tell of a named person without the name: by a title that stands before the name
 * elsewhere (the Chinese president), or in a claim whose speaker or subject is the person. The hits
 * come back best first.
 */
export function liftPersons(
	hits: readonly PassageHit[],
	persons: readonly NamedPerson[],
	library: Library,
	names: NameMatcher,
): PassageHit[] {
	const best = hits[0]?.score ?? 0;
	const known = persons.map(({ name, words }) => {
		const titles = titlesOf(library).get(name) ?? [];
		return { words: new Set(words), titles, test: names.test(name) };
	});
	const lifted = hits.map((hit) => {
		if (known.length === 0) return hit;
		let missing = 0;
		const counted = new Set<string>();
		for (const { words, titles, test } of known) {
			const own = hit.asked.filter(({ word }) => words.has(word) && !counted.has(word));
			if (own.length === 0 || own.some(({ held }) => held >= thresholds.held)) continue;
			if (!told(hit, titles, test, library)) continue;
			for (const { word, share } of own) {
				counted.add(word);
				missing += share;
			}
		}
		if (missing === 0) return hit;
		const score = hit.score + best * missing * thresholds.person;
		return { ...hit, score, coverage: Math.min(1, hit.coverage + missing * thresholds.person) };
	});
	// Sorting is stable: equal scores keep the order of the search.
	return lifted.sort((a, b) => b.score - a.score);
}

function told(
	ref: PassageRef,
	titles: readonly string[],
	test: NameTest,
	library: Library,
): boolean {
	const claims = library.claims(ref);
	if (claims.some(({ claim: { speaker, about } }) => test([speaker.name, ...about]))) return true;
	if (titles.length === 0) return false;
	const text = ` ${withoutConjunctions(tokens(ref.passage.text))} `;
	return titles.some((title) => text.includes(` ${title} `));
}
