import { isDeepStrictEqual } from "node:util";
import type { Article, Claim, Contradiction } from "../domain/article.ts";
import type { Slices } from "../domain/slices.ts";
import { ArticleIndex } from "./articles/article-index.ts";
import { type ArticleView, relationOf } from "./articles/article-view.ts";
import { type ContradictionParts, contradictionsInSlices } from "./find-contradictions.ts";

type Held = Map<string, Contradiction[]>;

export type Readings = {
	viewOf(article: Article): ArticleView;
	/** A claim of the view where it stands in the article. */
	placed(article: Article, claim: Claim): Claim;
};

/**
 * Contradictions over the articles of a collection. What was read of them is kept from one time to
 * the next, by the article as an object, so that an article that comes in is compared with those
 * alone that tell of the same.
 */
export class ArticleRelations {
	readonly #parts: ContradictionParts;
	readonly #readings: Readings;
	readonly #index = new ArticleIndex();
	readonly #read = new Map<string, Article>();

	constructor(parts: ContradictionParts, readings: Readings) {
		this.#parts = parts;
		this.#readings = readings;
	}

	/**
	 * By article, all that it is to hold: pairs between two kept articles stay, those of articles that
	 * are gone go, those of changed articles are found anew. The later one by date, then by id, holds
	 * a pair, so that it does not matter in which order articles were read.
	 */
	*relate(changed: readonly Article[], kept: readonly Article[] = []): Slices<Held> {
		const all = [...changed, ...kept].filter(({ rendering }) => rendering === "verbatim");
		yield* this.#catchUp(all);
		const owner = new Map<string, string>();
		const ids = new Set(all.map(({ id }) => id));
		for (const { id, claims, contradictions } of all) {
			for (const claim of claims) owner.set(claim.id, id);
			for (const { article, claim } of contradictions.flatMap(({ told = [] }) => told))
				if (ids.has(article)) owner.set(claim.id, article);
			yield;
		}
		const fresh = new Set(changed.map(({ id }) => id));
		const stays = (article: Article, { claims }: Contradiction) =>
			claims.every((id) => owner.get(id) === article.id) ||
			claims.every((id) => owner.has(id) && !fresh.has(owner.get(id) ?? ""));
		const held: Held = new Map();
		for (const article of all) {
			held.set(
				article.id,
				article.contradictions.filter((pair) => stays(article, pair)),
			);
			yield;
		}
		const found: { later: string; earlier: string; pairs: Contradiction[] }[] = [];
		for (const { id } of all.filter((article) => fresh.has(article.id))) {
			const view = this.#index.view(id);
			if (!view) continue;
			for (const other of yield* this.#index.like(view)) {
				yield;
				// Of two changed articles each meets the other: once is enough.
				if (fresh.has(other.id) && other.id < id) continue;
				const [earlier, later] = isBefore(view, other) ? [view, other] : [other, view];
				const relation = relationOf(earlier, later);
				if (!relation || view.answerable.length === 0) continue;
				yield;
				// What an article says is read when it is first asked for.
				if (other.answerable.length === 0) continue;
				yield;
				const pairs = yield* contradictionsInSlices(this.#parts, earlier, later, relation);
				found.push({
					later: later.id,
					earlier: earlier.id,
					pairs: pairs.map((pair) => this.#placed(pair)),
				});
			}
			yield;
		}
		found.sort((a, b) => compare(a.later, b.later) || compare(a.earlier, b.earlier));
		for (const { later, pairs } of found) held.get(later)?.push(...pairs);
		return held;
	}

	#placed(pair: Contradiction): Contradiction {
		return placedPair(pair, (id, claim) => {
			const article = this.#read.get(id);
			return article ? this.#readings.placed(article, claim) : claim;
		});
	}

	/** Reads what is new, forgets what is gone. */
	*#catchUp(all: readonly Article[]): Slices<void> {
		const ids = new Set(all.map(({ id }) => id));
		for (const id of [...this.#read.keys()]) {
			if (ids.has(id)) continue;
			this.#index.remove(id);
			this.#read.delete(id);
			yield;
		}
		for (const article of all) {
			const before = this.#read.get(article.id);
			if (before === article) continue;
			this.#read.set(article.id, article);
			// Most that are written anew have come to hold another pair, and say what they said.
			if (before && isDeepStrictEqual(readIn(before), readIn(article))) continue;
			this.#index.add(this.#readings.viewOf(article));
			yield;
		}
	}
}

/** What is read of an article when it is compared; see `Readable`. */
function readIn({ id, title, outlet, published, passages, claims, language }: Article) {
	return { id, title, outlet, published, passages, claims, language };
}

/** Unknown days come last. */
function isBefore(a: ArticleView, b: ArticleView): boolean {
	const order = compare(a.published ?? "9999", b.published ?? "9999") || compare(a.id, b.id);
	return order < 0;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The pair with what articles tell themselves where it stands in them. */
export function placedPair(
	pair: Contradiction,
	placed: (article: string, claim: Claim) => Claim,
): Contradiction {
	if (!pair.told) return pair;
	const told = pair.told.map(({ article, claim }) => ({ article, claim: placed(article, claim) }));
	return { ...pair, told };
}
