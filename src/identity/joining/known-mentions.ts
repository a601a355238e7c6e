import type { Article, Claim } from "../../domain/article.ts";
import { KnownValues } from "../../domain/known-values.ts";
import { shelvedOwner } from "../../domain/text-shelf.ts";
import type { IdentityData } from "../identity-data.ts";
import { type Mention, mentionsOf } from "./mentions.ts";

/** Whom articles name, read once for each: most stay from one state of a corpus to the next. */
export class KnownMentions {
	readonly #data: IdentityData;
	readonly #ofArticle = new WeakMap<Article, readonly Mention[]>();
	readonly #ofClaim = new WeakMap<Claim, Mention>();
	/** Names that come again are held once, and none of an article's text with them. */
	readonly #values = new KnownValues();

	constructor(data: IdentityData) {
		this.#data = data;
	}

	of(article: Article): readonly Mention[] {
		const known = this.#ofArticle.get(article);
		if (known) return known;
		const made = mentionsOf(article, this.#data).map((mention) => this.#lean(mention));
		this.#ofArticle.set(article, made);
		this.#noteClaims(article, made);
		return made;
	}

	/** The one whose claim it is, in an article that was read. */
	mentionOf(claim: Claim): Mention | undefined {
		const known = this.#ofClaim.get(claim);
		if (known) return known;
		// Read again since: its claims are other records now.
		const article = shelvedOwner(claim);
		const mentions = article && this.#ofArticle.get(article);
		if (!mentions) return undefined;
		this.#noteClaims(article, mentions);
		return this.#ofClaim.get(claim);
	}

	/** The second is the first but for what no name hangs on. */
	same(known: Article, article: Article): void {
		const mentions = this.#ofArticle.get(known);
		if (mentions) this.#ofArticle.set(article, mentions);
	}

	#noteClaims({ claims }: Article, mentions: readonly Mention[]): void {
		for (const mention of mentions)
			for (const at of mention.claims) {
				const claim = claims[at];
				if (claim) this.#ofClaim.set(claim, mention);
			}
	}

	#lean(mention: Mention): Mention {
		const { key, names, label, title } = mention;
		const values = this.#values;
		return {
			...mention,
			key: values.text(key),
			names: names.map((name) => values.text(name)),
			// An array that grew has room for three times as many.
			claims: mention.claims.slice(),
			...(label ? { label: values.record(label) } : {}),
			...(title ? { title: values.text(title) } : {}),
		};
	}
}
