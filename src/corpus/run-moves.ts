import type { Article } from "../domain/article.ts";
import type { ArticleSkeleton } from "./build-article.ts";
import type { IntakeMoves } from "./commit-intake.ts";
import { withoutPlace, withReprint } from "./sameness/places.ts";
import { type Withdrawal, withdrawnBy, withPageGone } from "./versions/standing.ts";

/** An article of this run, the text that it cites where it has no file, and what it was read from. */
type Taken = { article: Article; source: string | null; path: string };

/** What one run does to the articles of a corpus, before anything is written. */
export class RunMoves implements IntakeMoves {
	readonly stored: ReadonlyMap<string, Article>;
	readonly taken = new Map<string, Taken>();
	readonly moved = new Map<string, Article>();
	readonly left = new Map<string, string | null>();
	readonly versionOf = new Map<string, string>();
	readonly #today: string;

	/** `today`: the ISO day on which all of this is noticed. */
	constructor(stored: readonly Article[], today: string) {
		this.stored = new Map(stored.map((article) => [article.id, article]));
		this.#today = today;
	}

	/** A stored article with the places and the standing that this run left it. */
	#current(id: string): Article | undefined {
		return this.moved.get(id) ?? this.stored.get(id);
	}

	take(taken: Taken): void {
		this.taken.set(taken.article.id, taken);
		this.left.delete(taken.article.id);
	}

	/** The text of an article is no more at an address. True where it stands nowhere else, and leaves. */
	leave(id: string, url: string | null, successor: string | null): boolean {
		const old = this.#current(id);
		if (!old || this.taken.has(id)) return false;
		if (successor && !this.versionOf.has(successor)) this.versionOf.set(successor, id);
		const rest = withoutPlace(old, url);
		if (rest) {
			if (rest !== old) this.moved.set(id, rest);
			return false;
		}
		this.moved.delete(id);
		this.left.set(id, successor);
		return true;
	}

	/** An article turned out to be none. */
	drop(id: string): void {
		this.taken.delete(id);
		this.moved.delete(id);
		if (this.stored.has(id)) this.left.set(id, null);
	}

	noteReprint(id: string, page: ArticleSkeleton): void {
		const taken = this.taken.get(id);
		if (taken) {
			taken.article = withReprint(taken.article, page);
			return;
		}
		const stored = this.#current(id);
		const noted = stored && withReprint(stored, page);
		if (noted && noted !== stored) this.moved.set(id, foundAgain(noted));
	}

	/** The article's page is gone: where its text stands nowhere else, it stays and is marked. */
	pageGone(id: string, url: string | null): void {
		const old = this.#current(id);
		if (!old || this.taken.has(id) || this.left.has(id)) return;
		const rest = withoutPlace(old, url) ?? withPageGone(old, this.#today);
		if (rest !== old) this.moved.set(id, rest);
	}

	/** An article that stands at another address too, as its own, only loses this place. */
	markWithdrawn(ids: Iterable<string>, withdrawal: Withdrawal, url: string | null): void {
		const standing = withdrawnBy(withdrawal, this.#today);
		for (const id of ids) {
			const old = this.#current(id);
			if (!old || this.taken.has(id) || old.standing?.kind === "withdrawn") continue;
			const isReprint = (old.reprints ?? []).some(
				(place) => place.url !== null && place.url === url,
			);
			const rest = isReprint ? withoutPlace(old, url) : null;
			this.moved.set(id, rest ?? { ...old, standing });
		}
	}
}

/** An article whose page was gone, and whose text stands elsewhere now: that is its place. */
function foundAgain(article: Article): Article {
	if (article.standing?.kind !== "gone") return article;
	const { standing: _gone, ...rest } = article;
	return withoutPlace(rest, article.url) ?? rest;
}
