import type { Article, Claim, Contradiction } from "./article.ts";
import { type Facet, facetsOf } from "./facets.ts";
import type { Bilingual } from "./sets/languages.ts";

/** Somebody who speaks in an article, as it prints him. */
export type NamedPerson = { name: string; label?: Bilingual };

/** What an article tells itself and a contradiction is about; `isAlone`: both sides of it are told so. */
export type ToldSide = { article: string; claim: Claim; isAlone: boolean };

/** What is asked of all articles at once: enough of each that its text need not be there for it. */
export type ArticleOutline = {
	counts: { passages: number; claims: number; events: number };
	facets: Record<Facet, readonly string[]>;
	/** Persons who speak, each once, in the order of the claims. */
	people: readonly NamedPerson[];
	/** Speakers' names that are known in both languages, by each spelling. */
	labels: readonly (readonly [string, Bilingual])[];
	/**
	 * The claims of its contradictions, two by two, its own without the article's id (`-c3`), since some
	 * articles have many; and how direct each is: the smaller the more.
	 */
	opposed: {
		claims: readonly string[];
		ranks: readonly number[];
		/** What articles tell themselves and these contradictions are about. */
		told: readonly ToldSide[];
	};
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
	const { passages, claims, contradictions } = article;
	const there = new Set(passages.map(({ id }) => id));
	const said = claims.filter(({ passage }) => there.has(passage));
	return {
		counts: countsOf(article),
		facets: facetsOf(article),
		people: peopleIn(claims),
		labels: labelsIn(said),
		opposed: opposedIn(article.id, contradictions),
		topics: claims.flatMap((claim) => [...new Set([...claim.about, ...claim.topics])]),
		foreignIds: claims.flatMap(({ id }) => (ownerOf(id) === article.id ? [] : [id])),
	};
}

/** Whether a claim with this id is the article's, if it is anybody's. */
export function mayClaim(article: Article, id: string): boolean {
	return ownerOf(id) === article.id || outlineOf(article).foreignIds.includes(id);
}

export function opposedIn(
	article: string,
	contradictions: readonly Contradiction[],
): ArticleOutline["opposed"] {
	const claims = contradictions.flatMap((each) => each.claims);
	const short = (id: string) => (ownerOf(id) === article ? id.slice(article.length) : id);
	const told = contradictions.flatMap(({ told: sides = [] }) =>
		sides.map((side): ToldSide => ({ ...side, isAlone: sides.length > 1 })),
	);
	return { claims: claims.map(short), ranks: contradictions.map(rankOf), told };
}

/** The claims of each contradiction of an article, in its order. */
export function pairsIn(article: Article): [one: string, other: string][] {
	const { ranks } = outlineOf(article).opposed;
	return ranks.map((_, at) => pairAt(article, at));
}

/** The claims of the contradiction at that place. */
export function pairAt(article: Article, at: number): [one: string, other: string] {
	const { claims } = outlineOf(article).opposed;
	const whole = (id = "") => (id.startsWith("-") ? article.id + id : id);
	return [whole(claims[2 * at]), whole(claims[2 * at + 1])];
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
