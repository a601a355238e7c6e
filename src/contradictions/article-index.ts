import { type ArticleView, keysOf, leastShared } from "./article-view.ts";

/** Articles by their telling words, so that an article is compared with those alone that may tell of the same. */
export class ArticleIndex {
	readonly #byKey = new Map<string, Set<string>>();
	readonly #views = new Map<string, ArticleView>();

	view(id: string): ArticleView | undefined {
		return this.#views.get(id);
	}

	ids(): Iterable<string> {
		return this.#views.keys();
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

	/** Articles that share enough words with this one to be looked at, by id. */
	like(view: ArticleView): ArticleView[] {
		const shared = new Map<string, number>();
		for (const term of view.terms) {
			const holding = new Set<string>();
			for (const key of keysOf(term))
				for (const id of this.#byKey.get(key) ?? []) holding.add(id);
			for (const id of holding) shared.set(id, (shared.get(id) ?? 0) + (term.name ? 3 : 1));
		}
		shared.delete(view.id);
		return [...shared]
			.flatMap(([id, words]) => {
				const other = this.#views.get(id);
				return other && words >= leastShared(view, other) ? [other] : [];
			})
			.sort((a, b) => (a.id < b.id ? -1 : 1));
	}
}
