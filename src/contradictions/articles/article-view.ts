import type { Article, Claim } from "../../domain/article.ts";
import { onDemand } from "../../language/text/memo.ts";
import { matchesOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import type { StatementReader } from "../statements/statement-reader.ts";
import type { Term } from "../statements/terms.ts";
import { mayBeAnswered } from "../statements/told.ts";

/** An article as it is compared with others. */
export type ArticleView = {
	id: string;
	outlet: string | null;
	published: string | null;
	statements: readonly Statement[];
	/** Those that another article may answer: of what it tells itself figures, rumours and rejections alone. */
	answerable: readonly Statement[];
	/** Telling words of its title and its text, each once, the first ones. */
	terms: readonly Term[];
	names: readonly Term[];
	/** The others that are not too general. */
	words: readonly Term[];
	title: readonly Term[];
	/** What others that tell of the same share some of. */
	keys: ReadonlySet<string>;
};

const mostTerms = 200;
/** Characters of a passage that are looked through. */
const longestPassage = 4_000;

export type Readable = Pick<
	Article,
	"id" | "title" | "outlet" | "published" | "passages" | "claims"
>;

/** `claimsOf`: the claims that are compared, those of the article where absent. */
export function viewOf(
	reader: StatementReader,
	article: Readable,
	claimsOf: () => readonly Claim[] = () => article.claims,
): ArticleView {
	const telling = onDemand(() => articleTerms(reader, article));
	const statements = onDemand(() => reader.read(article, claimsOf()));
	const answerable = onDemand(() => statements().filter(isAnswerable));
	return {
		id: article.id,
		outlet: article.outlet,
		published: article.published.value,
		// Most articles of a corpus are like none that comes in: their claims are read when one is.
		get statements() {
			return statements();
		},
		get answerable() {
			return answerable();
		},
		// Claims of one article are compared without these.
		get terms() {
			return telling().terms;
		},
		get title() {
			return telling().title;
		},
		get names() {
			return telling().names;
		},
		get words() {
			return telling().words;
		},
		get keys() {
			return telling().keys;
		},
	};
}

type ArticleTerms = Pick<ArticleView, "terms" | "title" | "names" | "words" | "keys">;

function articleTerms(reader: StatementReader, { title: line, passages }: Readable): ArticleTerms {
	const title = line ? reader.termsOf(line) : [];
	const once = new Map(title.map((term) => [keyOf(term), term]));
	for (const { text } of passages.filter(({ kind }) => kind !== "title")) {
		if (once.size >= mostTerms) break;
		for (const term of reader.termsOf(text.slice(0, longestPassage))) once.set(keyOf(term), term);
	}
	const terms = [...once.values()].slice(0, mostTerms);
	return {
		terms,
		title,
		names: terms.filter(({ name }) => name),
		words: terms.filter(({ name, general }) => !name && !general),
		keys: new Set(terms.flatMap(keysOf)),
	};
}

function isAnswerable({ told, claim, marks, aroundMarks }: Statement): boolean {
	return !told || mayBeAnswered(claim.quote, new Set([...marks, ...aroundMarks]));
}

function keyOf({ stem, name }: Term): string {
	return `${stem} ${name}`;
}

/** Senses of a word that make it too vague to find an article by. */
const mostSenses = 6;

/** What an article is found by that holds the word. */
export function keysOf({ general, name, arabic, stem, sounds, senses }: Term): string[] {
	if (general) return [];
	const own = name
		? [`w:${stem}`]
		: senses.length <= mostSenses
			? senses.map((id) => `s:${id}`)
			: [];
	if (!name && !arabic) return own;
	const bones = sounds.map(({ consonants }) => consonants).filter((one) => one.length > 2);
	return [...own, ...bones.map((one) => `n:${one}`)];
}

/** How near what two articles tell of is. */
export type Relation = {
	/** Both claims stand in one article. */
	same: boolean;
	/** What both tell themselves one outlet tells. */
	oneVoice: boolean;
	names: number;
	/** Names and other telling words of both, as their lengths have it. */
	event: number;
	/** Days between them; null where one has none. */
	daysApart: number | null;
	/** Of the second article beside the first: later 1, earlier -1, else 0. */
	later: -1 | 0 | 1;
};

export const withinArticle: Relation = {
	same: true,
	oneVoice: true,
	names: 0,
	event: 0,
	daysApart: 0,
	later: 0,
};

/** Two articles that share less, or are further apart, tell of two things. */
const bounds = { event: 4.5, daysApart: 120 };
/** What a name counts beside other words, and how many words an article has that shares as many. */
const scale = { name: 3, words: 50, shortest: 20 };

/** How two articles belong together; undefined where they tell of different things. */
export function relationOf(a: ArticleView, b: ArticleView): Relation | undefined {
	if (!inTime(a, b)) return undefined;
	const apart = daysBetween(a.published, b.published);
	const names = new Set(matchesOf(a.names, b.terms).map(({ own }) => own.stem));
	for (const { other } of matchesOf(b.names, a.terms)) names.add(other.stem);
	const words = matchesOf(a.words, b.words).filter(({ likeness }) => likeness === 1);
	const length = lengthOf(a, b);
	const event = ((scale.name * names.size + words.length) / length) * scale.words;
	if (event < bounds.event) return undefined;
	const oneVoice = a.outlet !== null && a.outlet === b.outlet;
	const later = apart === null || apart === 0 ? 0 : isFrom(a, b) ? 1 : -1;
	return { same: false, oneVoice, names: names.size, event, daysApart: apart, later };
}

/** Whether the first came out before the second; of both the day is known. */
function isFrom({ published: a }: ArticleView, { published: b }: ArticleView): boolean {
	return (a ?? "") < (b ?? "");
}

/** Whether the days of two articles let them tell of one thing. */
export function inTime(a: ArticleView, b: ArticleView): boolean {
	const apart = daysBetween(a.published, b.published);
	return apart === null || apart <= bounds.daysApart;
}

function lengthOf(a: ArticleView, b: ArticleView): number {
	return Math.max(scale.shortest, Math.sqrt(a.terms.length * b.terms.length));
}

/** How many words, a name for three, two articles must share at least to belong together. */
export function leastShared(a: ArticleView, b: ArticleView): number {
	return (bounds.event * lengthOf(a, b)) / scale.words;
}

function daysBetween(a: string | null, b: string | null): number | null {
	if (!a || !b || a.length < 10 || b.length < 10) return null;
	const [one, other] = [Date.parse(a.slice(0, 10)), Date.parse(b.slice(0, 10))];
	return Number.isNaN(one) || Number.isNaN(other) ? null : Math.abs(one - other) / 86_400_000;
}
