import type { Article, Claim, Contradiction, Passage } from "../../domain/article.ts";
import { KnownValues } from "../../domain/known-values.ts";

/** A quotation and the passage that it is of. */
type Quoted = { quote: string; passage: string };
type Parts = Pick<Article, "passages" | "claims">;

/**
 * Articles as they are held in memory. As they come from a file or another thread each word of a closed set, each id and
 * each quotation is a text of its own: with years of news that is half of all that the collector of garbage goes through
 * while people wait. Here a value that comes again is the one that is there, and a quotation is a part of its passage.
 * One instance is for articles that come together: what it has seen goes with it.
 */
export class LeanArticles {
	readonly #known = new KnownValues();

	/** The same article, equal in every field; its records are not to be written to. */
	of(article: Article): Article {
		const { events, figures, contradictions, earlier } = article;
		const part = this.#cutFrom(article.passages);
		const out: Article = {
			...article,
			...this.#parts(article),
			events: events.map((event) => ({
				...event,
				...part(event),
				date: this.#known.record(event.date),
			})),
			figures: figures.map((figure) => ({
				...figure,
				...part(figure),
				unit: this.#known.text(figure.unit),
			})),
			contradictions: this.pairs(contradictions),
		};
		if (earlier) out.earlier = earlier.map((version) => ({ ...version, ...this.#parts(version) }));
		return out;
	}

	pairs(contradictions: readonly Contradiction[]): Contradiction[] {
		return contradictions.map((pair) => {
			const [one, other] = pair.claims;
			const out: Contradiction = {
				...pair,
				claims: [this.#known.text(one), this.#known.text(other)],
				kind: this.#known.text(pair.kind),
				strength: this.#known.text(pair.strength),
				why: this.#known.record(pair.why),
			};
			if (pair.scope) out.scope = this.#known.text(pair.scope);
			return out;
		});
	}

	#parts({ passages, claims }: Parts): Parts {
		const part = this.#cutFrom(passages);
		return {
			passages: passages.map((passage) => ({
				...passage,
				id: this.#known.text(passage.id),
				kind: this.#known.text(passage.kind),
			})),
			claims: claims.map((claim) => this.#claim({ ...claim, ...part(claim) })),
		};
	}

	#claim(claim: Claim): Claim {
		return {
			...claim,
			id: this.#known.text(claim.id),
			speaker: this.#known.record(claim.speaker),
			via: claim.via.map((each) => this.#known.text(each)),
			act: this.#known.text(claim.act),
			saidOn: this.#known.record(claim.saidOn),
			about: claim.about.map((each) => this.#known.text(each)),
			topics: claim.topics.map((each) => this.#known.text(each)),
		};
	}

	#cutFrom(passages: readonly Passage[]): (quoted: Quoted) => Quoted {
		const texts = new Map(passages.map(({ id, text }) => [id, text]));
		return ({ quote, passage }) => {
			const text = texts.get(passage);
			const at = text?.indexOf(quote) ?? -1;
			return {
				quote: text === undefined || at < 0 ? quote : text.slice(at, at + quote.length),
				passage: this.#known.text(passage),
			};
		};
	}
}
