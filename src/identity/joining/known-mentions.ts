import type { Article, Claim } from "../../domain/article.ts";
import type { IdentityData } from "../identity-data.ts";
import { type Mention, mentionsOf } from "./mentions.ts";

/** Whom articles name, read once for each: most stay from one state of a corpus to the next. */
export class KnownMentions {
	readonly #data: IdentityData;
	readonly #ofArticle = new WeakMap<Article, readonly Mention[]>();
	readonly #ofClaim = new WeakMap<Claim, string>();

	constructor(data: IdentityData) {
		this.#data = data;
	}

	of(article: Article): readonly Mention[] {
		const known = this.#ofArticle.get(article);
		if (known) return known;
		const made = mentionsOf(article, this.#data);
		this.#ofArticle.set(article, made);
		for (const { key, claims } of made) for (const claim of claims) this.#ofClaim.set(claim, key);
		return made;
	}

	/** The key of the one whose claim it is, in an article that was read. */
	keyOf(claim: Claim): string | undefined {
		return this.#ofClaim.get(claim);
	}

	/** The second is the first but for what no name hangs on. */
	same(known: Article, article: Article): void {
		const mentions = this.#ofArticle.get(known);
		if (mentions) this.#ofArticle.set(article, mentions);
	}
}
