import type { Article, Claim, Contradiction } from "./article.ts";
import { type Facet, facetsOf } from "./facets.ts";
import type { Bilingual } from "./sets/languages.ts";

/** Somebody who speaks in an article, as it prints him. */
export type NamedPerson = { name: string; label?: Bilingual };
/** A contradiction without its words: what it is among others of a claim, the smaller the more direct. */
export type Opposed = { claims: Contradiction["claims"]; rank: number };

/** What is asked of all articles at once: enough of each that its text need not be there for it. */
export type ArticleOutline = {
	counts: { passages: number; claims: number; events: number };
	facets: Record<Facet, readonly string[]>;
	/** Persons who speak, each once, in the order of the claims. */
	people: readonly NamedPerson[];
	/** Speakers' names that are known in both languages, by each spelling. */
	labels: readonly (readonly [string, Bilingual])[];
	/** In the order of the article's contradictions. */
	opposed: readonly Opposed[];
	/** Subjects and topics of the claims, each as many times as claims have it. */
	topics: readonly string[];
	/** Claims whose ids do not begin with the article's own. */
	foreignIds: readonly string[];
};

/** Kept from one state of the corpus to the next: most articles stay. */
const outlines = new WeakMap<Article, ArticleOutline>();
/** Articles whose text is read when it is asked for. */
const shelved = new WeakSet<Article>();

/** The text of this article is read when it is asked for; what is known of it without is the outline. */
export function shelve(article: Article, outline: ArticleOutline): void {
	shelved.add(article);
	outlines.set(article, outline);
}

export function isShelved(article: Article): boolean {
	return shelved.has(article);
}

export function outlineOf(article: Article): ArticleOutline {
	const known = outlines.get(article);
	if (known) return known;
	const made = readOutline(article);
	outlines.set(article, made);
	return made;
}

export function countsOf(article: Article): ArticleOutline["counts"] {
	const { counts } = outlines.get(article) ?? {};
	if (counts) return counts;
	const { passages, claims, events } = article;
	return { passages: passages.length, claims: claims.length, events: events.length };
}

/** Reads it out of the whole article. */
export function readOutline(article: Article): ArticleOutline {
	const { passages, claims, events, contradictions } = article;
	const there = new Set(passages.map(({ id }) => id));
	const said = claims.filter(({ passage }) => there.has(passage));
	return {
		counts: { passages: passages.length, claims: claims.length, events: events.length },
		facets: facetsOf(article),
		people: peopleIn(claims),
		labels: labelsIn(said),
		opposed: opposedIn(contradictions),
		topics: claims.flatMap((claim) => [...new Set([...claim.about, ...claim.topics])]),
		foreignIds: claims.flatMap(({ id }) => (ownerOf(id) === article.id ? [] : [id])),
	};
}

/** Whether a claim with this id is the article's, if it is anybody's. */
export function mayClaim(article: Article, id: string): boolean {
	return ownerOf(id) === article.id || outlineOf(article).foreignIds.includes(id);
}

export function opposedIn(contradictions: readonly Contradiction[]): Opposed[] {
	return contradictions.map((each) => ({ claims: each.claims, rank: rankOf(each) }));
}

/** The article that a claim is of by its id, as articles are read; those that people wrote may have other ids. */
export function ownerOf(claim: string): string {
	return claim.slice(0, claim.lastIndexOf("-"));
}

function rankOf({ strength, kind }: Contradiction): number {
	return (strength === "direct" ? 0 : 2) + (kind === "denial" ? 0 : 1);
}

function peopleIn(claims: readonly Claim[]): NamedPerson[] {
	const out = new Map<string, NamedPerson>();
	for (const { speaker } of claims) {
		const { kind, name, label } = speaker;
		if (kind !== "person") continue;
		const key = JSON.stringify([name, label]);
		if (!out.has(key)) out.set(key, label ? { name, label } : { name });
	}
	return [...out.values()];
}

function labelsIn(claims: readonly Claim[]): [string, Bilingual][] {
	const out = new Map<string, Bilingual>();
	for (const { speaker } of claims) {
		const { name, label } = speaker;
		if (label) for (const spelled of [name, label.ar, label.en]) out.set(spelled, label);
	}
	return [...out];
}
