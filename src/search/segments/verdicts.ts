import type { PassageConditions, PassageJudge } from "../../domain/passage-search.ts";

const [unknown, yes, no] = [0, 1, 2];
/** Filters that are remembered for one state of the corpus, the latest ones. */
const mostFilters = 8;

/** What the judge of one state said of passages under one set of filters, by article and place. */
export class Verdicts {
	readonly #byArticle = new Map<number, Uint8Array>();

	/** Judges where it has not been judged. */
	of(article: number, place: number, passages: number, judge: () => boolean): boolean {
		let own = this.#byArticle.get(article);
		if (!own) {
			own = new Uint8Array(passages);
			this.#byArticle.set(article, own);
		}
		if (own[place] === unknown) own[place] = judge() ? yes : no;
		return own[place] === yes;
	}
}

/** So that a passage is judged once a filter and a state of the corpus, however often it is asked for. */
export class RememberedVerdicts {
	#byJudge = new WeakMap<PassageJudge, Map<string, Verdicts>>();

	/** What was said of articles that are exchanged holds no more. */
	forget(): void {
		this.#byJudge = new WeakMap();
	}

	for(judge: PassageJudge, { filters = {} }: PassageConditions): Verdicts {
		let byFilters = this.#byJudge.get(judge);
		if (!byFilters) {
			byFilters = new Map();
			this.#byJudge.set(judge, byFilters);
		}
		const key = JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
		const known = byFilters.get(key) ?? new Verdicts();
		byFilters.delete(key);
		byFilters.set(key, known);
		const [oldest] = byFilters.keys();
		if (byFilters.size > mostFilters && oldest !== undefined) byFilters.delete(oldest);
		return known;
	}
}
