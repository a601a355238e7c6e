import { isStopWord, termOf } from "../language/analyse.ts";
import type { LexiconMatch } from "../language/lexicon.ts";
import { fold } from "../language/normalise.ts";
import { imperfectForms } from "../language/stem-arabic.ts";
import { isArabic, tokens } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { nameKey } from "./related.ts";
import { nameAlternatives, spellingAlternatives, splitAlternatives } from "./spellings.ts";
import type { PassageStore } from "./store.ts";

/** One thing to look for: a term, or several that belong together. */
export type Alternative = { terms: string[]; weight: number; shown: string };

/** A word (or listed term) of the question and everything that counts as finding it. */
export type Group = { word: string; alternatives: Alternative[] };

export const params = {
	relatedNear: 0.4,
	relatedFar: 0.2,
	synonymTerm: 0.7,
	senseDamp: 0,
	synonym: 0.25,
	clitic: 0.6,
	split: 0.8,
	coreOnly: 0.6,
	nearShort: 0.4,
	stemOnly: 0.5,
	secondSense: 1,
	partOfTerm: 0.1,
	nameFloor: 0.8,
	nameFloorShort: 0.85,
	namePower: 4,
	nameListed: 1,
	nameRival: 4,
	nameWeight: 0.9,
	akin: 0.5,
	near: 0.8,
	nearFloor: 0.4,
	nearPower: 3,
	nearMin: 0.9,
	nearOther: 1,
};

/** The question's words as groups; a listed term of several words is one group. */
export function readGroups(text: string, data: SearchData, store: PassageStore): Group[] {
	const words = tokens(text);
	const folded = words.map((word) => word.text);
	const out: Group[] = [];
	for (let at = 0; at < words.length; ) {
		const word = folded[at] ?? "";
		let match = lookUp(folded, at, data);
		// A listed term with one word of content ("in the world") is no more telling than that word.
		if (match && match.length > 1 && contentOf(folded.slice(at, at + match.length), data) < 2) {
			match = lookUp([word], 0, data);
		}
		const length = match?.length ?? 1;
		if (length === 1 && isStopWord(word, data.stopWords)) {
			at++;
			continue;
		}
		const run = folded.slice(at, at + length);
		const group = new GroupBuilder(run.join(" "));
		group.add(run, 1);
		if (match) addEntries(group, match, data, isArabic(word));
		const related = data.related.get(nameKey(run));
		for (const name of related?.near ?? []) group.addText(name, params.relatedNear, data);
		for (const name of related?.far ?? []) group.addText(name, params.relatedFar, data);
		if (length > 1) {
			for (const part of run) {
				if (isStopWord(part, data.stopWords)) continue;
				group.add([part], params.partOfTerm);
				const single = lookUp([part], 0, data);
				if (single) addEntries(group, single, data, isArabic(part), params.partOfTerm);
			}
		} else {
			const rest = clitic(word);
			if (rest && store.index.hasTerm(termOf(rest))) {
				group.add([rest], params.clitic);
				const bare = match?.entries.some((found) => found.exact) ? undefined : lookUp([rest], 0, data);
				if (bare) addEntries(group, bare, data, true, params.clitic);
			}
			const original = text.slice(words[at]?.start, words[at]?.end);
			const capital = /^\p{Lu}/u.test(original);
			if (capital || !match) nameAlternatives(group, word, store, Boolean(match));
			if (!match) {
				spellingAlternatives(group, word, data, store);
				if (params.split > 0) splitAlternatives(group, word, store);
			}
		}
		if (params.near > 0) group.widen(store);
		out.push(group.done());
		at += length;
	}
	return out;
}

/** The word behind a conjunction or preposition of one letter, if there can be one. */
function clitic(word: string): string | undefined {
	if (/^و/.test(word) && word.length >= 3) return word.slice(1);
	return /^[فبلك]/.test(word) && word.length >= 4 ? word.slice(1) : undefined;
}

function lookUp(words: readonly string[], at: number, data: SearchData): LexiconMatch | undefined {
	return isArabic(words[at] ?? "")
		? data.lexicon.matchArabic(words, at)
		: data.lexicon.matchEnglish(words, at);
}

function contentOf(words: readonly string[], data: SearchData): number {
	return words.filter((word) => !isStopWord(word, data.stopWords)).length;
}

function addEntries(
	group: GroupBuilder,
	match: LexiconMatch,
	data: SearchData,
	arabic: boolean,
	scale = 1,
): void {
	const anyExact = match.entries.some((found) => found.exact);
	for (const { entry, exact } of match.entries) {
		const weight = scale * (exact || !anyExact ? (match.akin ? params.coreOnly : 1) : params.stemOnly);
		const { pos, english, arabic: other } = data.lexicon.entry(entry);
		const same = match.length > 1 ? params.synonymTerm : params.synonym / (1 + params.senseDamp * (match.entries.length - 1));
		for (const term of english) group.addText(term, weight * (arabic ? 1 : same), data);
		for (const term of other) {
			const w = weight * (arabic ? same : 1);
			group.addText(term, w, data);
			if (pos === "v" && !term.includes(" ")) {
				for (const form of imperfectForms(fold(term))) group.add([form], w, term);
			}
		}
	}
}

/** Collects alternatives; the same one twice keeps its better weight. */
export class GroupBuilder {
	readonly #word: string;
	readonly #alternatives = new Map<string, Alternative>();

	constructor(word: string) {
		this.#word = word;
	}

	add(words: readonly string[], weight: number, shown = words.join(" ")): void {
		this.addTerms(words.map(termOf), weight, shown);
	}

	addTerms(terms: string[], weight: number, shown: string): void {
		const key = terms.join(" ");
		const known = this.#alternatives.get(key);
		if (!key || (known && known.weight >= weight)) return;
		this.#alternatives.set(key, { terms, weight, shown });
	}

	addText(text: string, weight: number, data: SearchData): void {
		const words = fold(text).split(/[\s-]+/);
		const content = words.filter((word) => word && !isStopWord(word, data.stopWords));
		if (content.length > 0) this.add(content, weight, text);
	}

	widen(store: PassageStore): void {
		for (const { terms, weight, shown } of [...this.#alternatives.values()]) {
			if (terms.length > 1 || weight < params.nearMin || /^\p{Nd}/u.test(shown)) continue;
			if (params.akin > 0) for (const term of store.words.akin(fold(shown))) this.addTerms([term], weight * params.akin, "=" + term);
			const self = shown === this.#word;
			for (const [term, dice] of store.words.near(fold(shown), shown.length < 6 ? params.nearShort : params.nearFloor)) {
				this.addTerms([term], weight * params.near * (self ? 1 : params.nearOther) * dice ** params.nearPower, "~" + term);
			}
		}
	}

	done(): Group {
		return { word: this.#word, alternatives: [...this.#alternatives.values()] };
	}
}
