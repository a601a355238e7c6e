import type { Article, Claim, Figure, Passage, TimelineEvent } from "../domain/article.ts";
import type { PassageRef } from "../domain/passage-search.ts";
import { bodyOf } from "../domain/text-shelf.ts";

export type ClaimRef = PassageRef & { claim: Claim };
export type EventRef = PassageRef & { event: TimelineEvent };

// By the passage itself: a filter asks for the claims of half a corpus.
type ByPassage<T> = ReadonlyMap<Passage, readonly T[]>;

/** What one article holds, by the passage and the claim that it belongs to; each part is made when it is asked for. */
export class ArticleParts {
	readonly #article: Article;
	#passages: readonly PassageRef[] | undefined;
	#passage: ReadonlyMap<string, PassageRef> | undefined;
	#claims: { byPassage: ByPassage<ClaimRef>; byId: ReadonlyMap<string, ClaimRef> } | undefined;
	#events: ByPassage<EventRef> | undefined;
	#figures: ByPassage<Figure> | undefined;

	constructor(article: Article) {
		this.#article = article;
	}

	/** Makes all of it. */
	prepare(): void {
		void [this.claims, this.events, this.figures];
	}

	/** In the order of its lines. */
	get passages(): readonly PassageRef[] {
		const article = this.#article;
		this.#passages ??= article.passages.map((passage) => ({ article, passage }));
		return this.#passages;
	}

	get passage(): ReadonlyMap<string, PassageRef> {
		this.#passage ??= new Map(this.passages.map((ref) => [ref.passage.id, ref]));
		return this.#passage;
	}

	get claims(): ByPassage<ClaimRef> {
		return this.#readClaims().byPassage;
	}

	/** By its id. */
	get claim(): ReadonlyMap<string, ClaimRef> {
		return this.#readClaims().byId;
	}

	get events(): ByPassage<EventRef> {
		this.#events ??= this.#byPassage(this.#article.events, (ref, event) => ({ ...ref, event }));
		return this.#events;
	}

	get figures(): ByPassage<Figure> {
		this.#figures ??= this.#byPassage(this.#article.figures, (_, figure) => figure);
		return this.#figures;
	}

	#readClaims() {
		if (!this.#claims) {
			const byId = new Map<string, ClaimRef>();
			const byPassage = this.#byPassage(this.#article.claims, (ref, claim) => {
				const own = { ...ref, claim };
				byId.set(claim.id, own);
				return own;
			});
			this.#claims = { byPassage, byId };
		}
		return this.#claims;
	}

	#byPassage<T extends { passage: string }, R>(
		all: readonly T[],
		refOf: (ref: PassageRef, each: T) => R,
	): ByPassage<R> {
		const out = new Map<Passage, R[]>();
		for (const each of all) {
			const ref = this.passage.get(each.passage);
			if (!ref) continue;
			const list = out.get(ref.passage);
			const own = refOf(ref, each);
			if (list) list.push(own);
			else out.set(ref.passage, [own]);
		}
		return out;
	}
}

/** Kept from one state of the corpus to the next: most articles stay. */
const kept = new WeakMap<object, ArticleParts>();

export function partsOf(article: Article): ArticleParts {
	// Of an article whose text is read when it is asked for they go with what was read.
	const holder = bodyOf(article) ?? article;
	const known = kept.get(holder);
	if (known) return known;
	const made = new ArticleParts(article);
	kept.set(holder, made);
	return made;
}
