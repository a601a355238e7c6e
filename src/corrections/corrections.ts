import type { Article, Claim } from "../domain/article.ts";
import { pairsIn } from "../domain/article-outline.ts";
import type { ArticlePlace, Correction, OfClaim } from "../domain/corrections.ts";
import type { IdentityEdit } from "../identity/identity-edits.ts";
import { changedArticle } from "./changed-article.ts";
import { type NoPairs, pairKey } from "./pairs.ts";
import { articlePlaceOf, claimMeant, isArticle, isOfPlace, isPassage } from "./same-place.ts";

type OfArticle = Extract<Correction, { article: ArticlePlace | null }>;
/** By article: what was made of it, by which corrections. Most of a corpus stays as it is read. */
const made = new WeakMap<Article, { by: string; article: Article | null }>();

/** The operator's word as it holds now, over whatever is read. */
export class Corrections {
	readonly all: readonly Correction[];
	readonly #byId = new Map<string, OfArticle[]>();
	readonly #byUrl = new Map<string, OfArticle[]>();
	readonly #byFile = new Map<string, OfArticle[]>();

	/** Those that hold, the oldest first: of two that say different things the later one counts. */
	constructor(all: readonly Correction[]) {
		this.all = all;
		for (const each of all) {
			if (!("article" in each) || each.article === null || each.kind === "split") continue;
			const { id, url, file } = each.article;
			push(this.#byId, id, each);
			if (url !== null) push(this.#byUrl, url, each);
			push(this.#byFile, file, each);
		}
	}

	/** The articles as they are served: those without a word stay the very objects that they are. */
	apply(articles: readonly Article[]): Article[] {
		if (this.all.length === 0) return [...articles];
		const noPairs = this.#noPairs(articles);
		return articles.flatMap((article) => this.#changed(article, noPairs) ?? []);
	}

	#changed(article: Article, noPairs: NoPairs): Article | null {
		const own = this.of(articlePlaceOf(article));
		// Of most articles nothing is said: their text need not be there.
		const pairs =
			noPairs.size > 0 ? pairsIn(article).filter((claims) => noPairs.has(pairKey(...claims))) : [];
		if (own.length === 0 && pairs.length === 0) return article;
		const by = [...own.map(({ id }) => id), ...pairs.map((claims) => claims.join())].join(" ");
		const known = made.get(article);
		if (known?.by === by) return known.article;
		const changed = changedArticle(article, own, noPairs);
		made.set(article, { by, article: changed });
		return changed;
	}

	/** What is said of this article and its parts. */
	of(head: ArticlePlace): OfArticle[] {
		const found = new Set([
			...(this.#byId.get(head.id) ?? []),
			...(head.url === null ? [] : (this.#byUrl.get(head.url) ?? [])),
			...(this.#byFile.get(head.file) ?? []),
		]);
		const own = [...found].filter((each) => each.article && isArticle(each.article, head));
		return own.sort((a, b) => a.at - b.at);
	}

	/** Whether an article is gone as a whole. */
	isTakenDown(head: ArticlePlace): boolean {
		return this.of(head).some(({ kind }) => kind === "hide_article" || kind === "remove");
	}

	/** Whether words of an article, as they were told once, are gone: with it, with a passage or as a claim. */
	hides(head: ArticlePlace, quote: string, isClaim: boolean): boolean {
		return this.of(head).some((each) => {
			if (each.kind === "hide_article" || each.kind === "remove") return true;
			if (each.kind === "hide_passage") return isOfPlace(each.passage, quote);
			return isClaim && each.kind === "hide_claim" && isOfPlace(each.claim, quote);
		});
	}

	/** The word that keeps an article from being read again. */
	removalOf(head: ArticlePlace): Correction | undefined {
		return this.of(head).find(({ kind }) => kind === "remove");
	}

	/** Articles that were taken down as a whole. */
	get takenDown(): number {
		const ids = this.all.flatMap((each) =>
			each.kind === "hide_article" || each.kind === "remove" ? [each.article.id] : [],
		);
		return new Set(ids).size;
	}

	/** What is said of who is who in these articles, as they were read. */
	identitiesIn(articles: readonly Article[]): IdentityEdit[] {
		return this.all.flatMap((each): IdentityEdit[] => {
			if (each.kind === "merge") return [{ kind: "merge", into: each.into, other: each.other }];
			if (each.kind === "alias") return [{ kind: "alias", of: each.of, name: each.name }];
			if (each.kind !== "split") return [];
			const { name, article: place } = each;
			if (place === null) return [{ kind: "split", name, article: null }];
			const there = articles.filter((article) => isArticle(place, articlePlaceOf(article)));
			return there.map(({ id }) => ({ kind: "split", name, article: id }));
		});
	}

	/** Those that say nothing of any of these articles as they were read. */
	adrift(articles: readonly Article[], isKnown: (edit: IdentityEdit) => boolean): Correction[] {
		const found = (place: ArticlePlace) =>
			articles.filter((article) => isArticle(place, articlePlaceOf(article)));
		const removed = this.all.filter(({ kind }) => kind === "remove") as OfArticle[];
		const isRemoved = (place: ArticlePlace) =>
			removed.some(({ article }) => article && isArticle(article, place));
		return this.all.filter((each) => {
			switch (each.kind) {
				case "remove":
					return false;
				case "merge":
				case "alias":
				case "split": {
					const edits = new Corrections([each]).identitiesIn(articles);
					return edits.length === 0 || !edits.every(isKnown);
				}
				case "unpair":
					if (each.claims.some(({ article }) => isRemoved(article))) return false;
					return each.claims.some((one) => this.#claimOf(one, found(one.article)) === null);
				default:
					if (isRemoved(each.article)) return false;
					return !found(each.article).some((article) => touches(each, article));
			}
		});
	}

	#noPairs(articles: readonly Article[]): NoPairs {
		const unpaired = this.all.filter((each) => each.kind === "unpair");
		if (unpaired.length === 0) return new Set();
		const byId = new Map(articles.map((article) => [article.id, article]));
		const find = ({ article }: OfClaim) => {
			const same = byId.get(article.id);
			return same ? [same] : articles.filter((each) => isArticle(article, articlePlaceOf(each)));
		};
		return new Set(
			unpaired.flatMap(({ claims: [a, b] }) => {
				const [left, right] = [this.#claimOf(a, find(a)), this.#claimOf(b, find(b))];
				return left && right ? [pairKey(left.id, right.id)] : [];
			}),
		);
	}

	#claimOf({ claim, article }: OfClaim, articles: readonly Article[]): Claim | null {
		for (const each of articles) {
			const found = claimMeant(claim, each.claims, each.id === article.id);
			if (found) return found;
		}
		return null;
	}
}

function touches(each: OfArticle, article: Article): boolean {
	const isSameText = each.article?.id === article.id;
	if (each.kind === "hide_passage")
		return article.passages.some((passage) => isPassage(each.passage, passage, isSameText));
	if (!("claim" in each)) return true;
	if (each.kind === "hide_claim") {
		const [first] = article.claims.filter(({ quote }) => isOfPlace(each.claim, quote));
		if (first) return true;
	}
	return claimMeant(each.claim, article.claims, isSameText) !== null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
