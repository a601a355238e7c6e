import type { Slices } from "../../domain/slices.ts";
import { type ArticleView, inTime, keysOf, leastShared } from "./article-view.ts";

/** Articles that one is compared with, those that share most: a story of more articles has them all there. */
const mostAlike = 16;

/** Articles by their telling words, so that an article is compared with those alone that may tell of the same. */
export class ArticleIndex {
	readonly #byKey = new Map<string, Set<number>>();
	readonly #views = new Map<string, ArticleView>();
	/** Where an article stands in the lists, which are of numbers: they are long and often gone through. */
	readonly #places = new Map<string, number>();
	readonly #byPlace: (ArticleView | undefined)[] = [];
	readonly #free: number[] = [];

	view(id: string): ArticleView | undefined {
		return this.#views.get(id);
	}

	add(view: ArticleView): void {
		this.remove(view.id);
		this.#views.set(view.id, view);
		const place = this.#free.pop() ?? this.#byPlace.length;
		this.#places.set(view.id, place);
		this.#byPlace[place] = view;
		for (const key of view.keys) {
			const places = this.#byKey.get(key);
			if (places) places.add(place);
			else this.#byKey.set(key, new Set([place]));
		}
	}

	remove(id: string): void {
		const place = this.#places.get(id);
		if (place === undefined) return;
		for (const key of this.#views.get(id)?.keys ?? []) {
			const places = this.#byKey.get(key);
			places?.delete(place);
			if (places?.size === 0) this.#byKey.delete(key);
		}
		this.#views.delete(id);
		this.#places.delete(id);
		this.#byPlace[place] = undefined;
		this.#free.push(place);
	}

	/** Articles that share enough words with this one to be looked at, those that share most first. */
	*like(view: ArticleView): Slices<ArticleView[]> {
		const shared = new Uint32Array(this.#byPlace.length);
		/** By article: the number of the term that was counted for it last; a term counts once. */
		const counted = new Uint32Array(this.#byPlace.length);
		let nth = 0;
		for (const term of view.terms) {
			yield;
			nth++;
			const weight = term.name ? 3 : 1;
			for (const key of keysOf(term))
				for (const place of this.#byKey.get(key) ?? []) {
					// One that was added since this began is met next time.
					if (place >= shared.length || counted[place] === nth) continue;
					counted[place] = nth;
					shared[place] = (shared[place] ?? 0) + weight;
				}
		}
		return this.#byPlace
			.flatMap((other, place) => {
				const words = shared[place] ?? 0;
				if (!other || other.id === view.id || words === 0) return [];
				if (words < leastShared(view, other) || !inTime(view, other)) return [];
				return [{ other, share: words / Math.sqrt(other.terms.length) }];
			})
			.sort((a, b) => b.share - a.share || (a.other.id < b.other.id ? -1 : 1))
			.slice(0, mostAlike)
			.map(({ other }) => other);
	}
}
