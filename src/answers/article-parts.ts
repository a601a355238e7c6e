import type { Article, Claim, Figure, Passage, TimelineEvent } from "../domain/article.ts";
import { isShelved } from "../domain/article-outline.ts";
import type { PassageRef } from "../domain/passage-search.ts";

export type ClaimRef = PassageRef & { claim: Claim };
export type EventRef = PassageRef & { event: TimelineEvent };

/** What one article holds, by the passage and the claim that it belongs to. */
export type ArticleParts = {
	/** In the order of its lines. */
	passages: readonly PassageRef[];
	passage: ReadonlyMap<string, PassageRef>;
	// By the passage itself: a filter asks for the claims of half a corpus.
	claims: ReadonlyMap<Passage, readonly ClaimRef[]>;
	events: ReadonlyMap<Passage, readonly EventRef[]>;
	figures: ReadonlyMap<Passage, readonly Figure[]>;
	claim: ReadonlyMap<string, ClaimRef>;
};

/** Kept from one state of the corpus to the next: most articles stay. */
const kept = new WeakMap<object, ArticleParts>();

export function partsOf(article: Article): ArticleParts {
	// Of an article whose text is read when it is asked for they go with that text.
	const holder = isShelved(article) ? article.claims : article;
	const known = kept.get(holder);
	if (known) return known;
	const made = readParts(article);
	kept.set(holder, made);
	return made;
}

function readParts(article: Article): ArticleParts {
	const passages = article.passages.map((passage) => ({ article, passage }));
	const passage = new Map(passages.map((ref) => [ref.passage.id, ref]));
	const claims = new Map<Passage, ClaimRef[]>();
	const events = new Map<Passage, EventRef[]>();
	const figures = new Map<Passage, Figure[]>();
	const claim = new Map<string, ClaimRef>();
	for (const each of article.claims) {
		const ref = passage.get(each.passage);
		if (!ref) continue;
		const own = { ...ref, claim: each };
		push(claims, ref.passage, own);
		claim.set(each.id, own);
	}
	for (const event of article.events) {
		const ref = passage.get(event.passage);
		if (ref) push(events, ref.passage, { ...ref, event });
	}
	for (const figure of article.figures) {
		const ref = passage.get(figure.passage);
		if (ref) push(figures, ref.passage, figure);
	}
	return { passages, passage, claims, events, figures, claim };
}

function push<K, T>(map: Map<K, T[]>, at: K, value: T): void {
	const list = map.get(at);
	if (list) list.push(value);
	else map.set(at, [value]);
}
