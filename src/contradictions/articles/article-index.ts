import type { Slices } from "../../domain/slices.ts";
import { type ArticleView, inTime, keysOf, leastShared } from "./article-view.ts";

/** Articles that one is compared with, those that share most: a story of more articles has them all there. */
const mostAlike = 16;

/** Articles by their telling words, so that an article is compared with those alone that may tell of the same. */
export class ArticleIndex {
	readonly #byKey = new Map<string, Set<string>>();
	readonly #views = new Map<string, ArticleView>();

	view(id: string): ArticleView | undefined {
		return this.#views.get(id);
	}

	add(view: ArticleView): void {
		this.remove(view.id);
		this.#views.set(view.id, view);
		for (const key of view.keys) {
			const ids = this.#byKey.get(key);
			if (ids) ids.add(view.id);
			else this.#byKey.set(key, new Set([view.id]));
		}
	}

	remove(id: string): void {
		for (const key of this.#views.get(id)?.keys ?? []) {
			const ids = this.#byKey.get(key);
			ids?.delete(id);
			if (ids?.size === 0) this.#byKey.delete(key);
		}
		this.#views.delete(id);
	}

	/** Articles that share enough words with this one to be looked at, those that share most first. */
	*like(view: ArticleView): Slices<ArticleView[]> {
		const shared = new Map<string, number>();
		for (const term of view.terms) {
			yield;
			const holding = new Set<string>();
			for (const key of keysOf(term)) for (const id of this.#byKey.get(key) ?? []) holding.add(id);
			for (const id of holding) shared.set(id, (shared.get(id) ?? 0) + (term.name ? 3 : 1));
		}
		shared.delete(view.id);
		return [...shared]
			.flatMap(([id, words]) => {
				const other = this.#views.get(id);
				if (!other || words < leastShared(view, other) || !inTime(view, other)) return [];
				return [{ other, share: words / Math.sqrt(other.terms.length) }];
			})
			.sort((a, b) => b.share - a.share || (a.other.id < b.other.id ? -1 : 1))
			.slice(0, mostAlike)
			.map(({ other }) => other);
	}
}
