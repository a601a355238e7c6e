import type { Article } from "../../domain/article.ts";
import { outlineOf } from "../../domain/article-outline.ts";
import { type Facet, type FacetTest, facetNames } from "../../domain/facets.ts";
import { InvertedList } from "../words/inverted-list.ts";
import { Numbered } from "../words/numbered-words.ts";

type Column = { values: Numbered; articles: InvertedList };

/**
 * By outlet, day, act and id: the articles that have it, by their numbers, so that a filter reads values and no
 * articles. Beside the index and not in its files: what an article has changes with corrections, its text
 * does not. What an exchanged article had before stays: it may pass here, and is judged all the same.
 */
export class ArticleColumns {
	readonly #columns: Record<Facet, Column>;
	#count = 0;

	constructor() {
		const column = () => ({ values: new Numbered(), articles: new InvertedList() });
		this.#columns = { outlet: column(), day: column(), act: column(), article: column() };
	}

	add(number: number, article: Article): void {
		this.#count = Math.max(this.#count, number + 1);
		const { facets } = outlineOf(article);
		for (const name of facetNames) {
			const { values, articles } = this.#columns[name];
			for (const value of facets[name]) articles.add(values.numberOf(value), number);
		}
	}

	/** By article number: 1 where one of the tests lets it through. */
	passingAny(tests: readonly FacetTest[]): Uint8Array {
		const passed = new Uint8Array(this.#count);
		for (const each of tests)
			for (const [article, passes] of this.passing([each]).entries()) passed[article] ||= passes;
		return passed;
	}

	/** By article number: 1 where a passage of it may be accepted. */
	passing(tests: readonly FacetTest[]): Uint8Array {
		const passed = new Uint8Array(this.#count);
		for (const [n, { facet, test }] of tests.entries()) {
			const { values, articles } = this.#columns[facet];
			for (const [value, text] of values.all.entries())
				if (test(text))
					articles.each(value, (article) => {
						if (passed[article] === n) passed[article] = n + 1;
					});
		}
		return passed.map((count) => Number(count === tests.length));
	}
}
