import { fold } from "../../language/text/normalise.ts";
import { isStopWord, type StopWords, termOf } from "../../language/words/index-terms.ts";
import { tuning } from "../tuning.ts";

/** One thing to look for: an index term, or several that belong together. */
export type Alternative = {
	terms: string[];
	weight: number;
	/** As it is told to the asker; absent where only the spelling differs. */
	shown?: string | undefined;
	/** Similar, but perhaps another word: finding it is no evidence that the corpus has the word. */
	guess?: boolean;
};

/** A word (or listed term) of the question and everything that counts as finding it. */
export type Group = { word: string; alternatives: Alternative[] };

/** Alternatives of one word beyond these are dropped, the lightest first. */
const mostAlternatives = 80;

/** Collects alternatives; the same one twice keeps its better weight. */
export class GroupBuilder {
	readonly word: string;
	readonly #stopWords: StopWords;
	readonly #alternatives = new Map<string, Alternative>();

	/** `word`: the folded words of the question that the group stands for, joined by blanks. */
	constructor(word: string, stopWords: StopWords) {
		this.word = word;
		this.#stopWords = stopWords;
	}

	/** Folded words. */
	add(words: readonly string[], weight: number, shown?: string): void {
		this.addTerms(words.map(termOf), weight, shown);
	}

	addTerms(terms: string[], weight: number, shown?: string, guess = false): void {
		const key = terms.join(" ");
		const known = this.#alternatives.get(key);
		if (!key || (known && known.weight >= weight)) return;
		const sure = !guess || known?.guess === false;
		this.#alternatives.set(key, { terms, weight, shown: shown ?? known?.shown, guess: !sure });
	}

	/**
	 * A term as the language data write it, stop words left out. The verb that is left of an English phrasal verb
	 * says less than the whole.
	 */
	addText(text: string, weight: number): void {
		const words = fold(text)
			.split(/[\s-]+/)
			.filter(Boolean);
		const content = words.filter((word) => !isStopWord(word, this.#stopWords));
		const isVerbAlone = content.length === 1 && words.length > 1 && content[0] === words[0];
		const share = isVerbAlone && /^[a-z]/.test(words[0] ?? "") ? tuning.verbOfPhrasal : 1;
		if (content.length > 0) this.add(content, weight * share, text);
	}

	/** So far. */
	get alternatives(): Alternative[] {
		return [...this.#alternatives.values()];
	}

	done(): Group {
		const alternatives = this.alternatives.sort(byWeight).slice(0, mostAlternatives);
		return { word: this.word, alternatives };
	}
}

/**
 * Equal ones: those that the language data give in their order, the corpus's own words by letters, since
 * their order tells only when they came in.
 */
function byWeight(one: Alternative, other: Alternative): number {
	if (one.weight !== other.weight) return other.weight - one.weight;
	if (one.shown !== undefined || other.shown !== undefined)
		return Number(one.shown === undefined) - Number(other.shown === undefined);
	return one.terms.join(" ") < other.terms.join(" ") ? -1 : 1;
}
