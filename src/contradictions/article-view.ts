import type { Article } from "../domain/article.ts";
import { skeleton } from "../language/sounds/skeleton.ts";
import { matchesOf } from "./overlap.ts";
import type { Statement, StatementReader } from "./statement.ts";
import type { Term } from "./terms.ts";

/** An article as it is compared with others. */
export type ArticleView = {
	id: string;
	published: string | null;
	statements: readonly Statement[];
	/** Telling words of its title and its claims' sentences, each once. */
	terms: readonly Term[];
	names: readonly Term[];
	title: readonly Term[];
	/** What others that tell of the same share some of. */
	keys: ReadonlySet<string>;
};

const mostTerms = 400;

export type Readable = Pick<
	Article,
	"id" | "title" | "published" | "passages" | "claims"
>;

export function viewOf(reader: StatementReader, article: Readable): ArticleView {
	const statements = reader.read(article, article.claims);
	const title = article.title ? reader.termsOf(article.title) : [];
	const told = new Set(article.claims.map((claim) => claim.passage));
	const texts = article.passages.filter(({ id, kind }) => kind !== "title" && told.has(id));
	const all = [...title, ...texts.flatMap(({ text }) => reader.termsOf(text))];
	const once = [...new Map(all.map((term) => [`${term.stem} ${term.name}`, term])).values()];
	const terms = once.slice(0, mostTerms);
	return {
		id: article.id,
		published: article.published.value,
		statements,
		terms,
		title,
		names: terms.filter(({ name }) => name),
		keys: new Set(terms.flatMap(keysOf)),
	};
}

/** Senses of a word that make it too vague to find an article by. */
const mostSenses = 6;

function keysOf({ general, name, arabic, stem, sounds, senses }: Term): string[] {
	if (general) return [];
	const own = name ? [`w:${stem}`] : senses.length <= mostSenses ? senses.map((id) => `s:${id}`) : [];
	if (!name && !arabic) return own;
	const bones = sounds.map(skeleton).filter((one) => one.length > 2);
	return [...own, ...bones.map((one) => `n:${one}`)];
}

/** How near what two articles tell of is. */
export type Relation = {
	/** Both claims stand in one article. */
	same: boolean;
	names: number;
	/** Other telling words of both. */
	words: number;
	/** Days between them; null where one has none. */
	daysApart: number | null;
};

export const withinArticle: Relation = { same: true, names: 0, words: 0, daysApart: 0 };

/** Two articles that share less tell of two things. */
const least = { names: 2, together: 7, daysApart: 120 };

/** How two articles belong together; undefined where they tell of different things. */
export function relationOf(a: ArticleView, b: ArticleView): Relation | undefined {
	const apart = daysBetween(a.published, b.published);
	if (apart !== null && apart > least.daysApart) return undefined;
	const names = new Set(matchesOf(a.names, b.terms).map(({ own }) => own.stem));
	for (const { other } of matchesOf(b.names, a.terms)) names.add(other.stem);
	const words = matchesOf(
		a.terms.filter(({ name, general }) => !name && !general),
		b.terms.filter(({ name, general }) => !name && !general),
	).filter(({ likeness }) => likeness === 1);
	if (names.size < 1 || 2 * names.size + words.length < least.together) return undefined;
	return { same: false, names: names.size, words: words.length, daysApart: apart };
}

export function daysBetween(a: string | null, b: string | null): number | null {
	if (!a || !b || a.length < 10 || b.length < 10) return null;
	const [one, other] = [Date.parse(a.slice(0, 10)), Date.parse(b.slice(0, 10))];
	return Number.isNaN(one) || Number.isNaN(other) ? null : Math.abs(one - other) / 86_400_000;
}
