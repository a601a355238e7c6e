import type { Article, Contradiction } from "./article.ts";
import { outlineOf, shelve } from "./article-outline.ts";
import {
	type ArticleBody,
	type ArticleRow,
	type ArticleRows,
	articleKeys,
	bodyKeys,
	type ReadFile,
	withoutBody,
} from "./article-rows.ts";
import { KnownValues } from "./known-values.ts";

/** Texts that are held after they were read, in characters: some thousand articles, three times as many bytes. */
const mostChars = 16_000_000;

type Held = { body: ArticleBody; chars: number };
type Place = { shelf: ArticleShelf; row: number };

const places = new WeakMap<Article, Place>();
/** Whose a passage, a claim or an event is. While one is held so is all of its body: read again it would be another. */
const owners = new WeakMap<object, { article: Article; body: ArticleBody }>();

/** The article that a passage, a claim or an event was read for; undefined where it was never on a shelf. */
export function shelvedOwner(part: object): Article | undefined {
	return owners.get(part)?.article;
}

const readers = new Map<string, PropertyDescriptor>(
	bodyKeys.map((key) => {
		const get = function (this: Article) {
			return places.get(this)?.shelf.read(this)[key];
		};
		return [key, { enumerable: true, configurable: true, get }];
	}),
);

/**
 * Articles whose text is in rows: each is an article like any other, whose passages, claims and events
 * are read when they are asked for and forgotten when others are.
 */
export class ArticleShelf {
	readonly #rows: ArticleRows;
	readonly #mostChars: number;
	readonly #values = new KnownValues();
	/** By row, the one that was asked for longest ago first. */
	readonly #held = new Map<number, Held>();
	#chars = 0;
	/** What something outside still holds a part of. */
	readonly #alive = new Map<number, { body: WeakRef<ArticleBody>; chars: number }>();
	#last: { row: number; body: ArticleBody } | undefined;

	constructor(rows: ArticleRows, most = mostChars) {
		this.#rows = rows;
		this.#mostChars = most;
	}

	/** The articles of the rows that are current, by id. */
	*all(): Iterable<{ article: Article; file: ReadFile }> {
		for (const row of this.#rows.all()) yield { article: this.#article(row), file: row.file };
	}

	/** The same article on the shelf. */
	put(article: Article, file: ReadFile): Article {
		const [row] = this.#rows.put([{ article, file }]);
		return row ? this.#article(row) : article;
	}

	/** An article of this shelf with other contradictions. */
	putPairs(article: Article, pairs: readonly Contradiction[], file: ReadFile): Article {
		const place = places.get(article);
		if (place?.shelf !== this) return { ...article, contradictions: [...pairs] };
		const known = {
			...{ row: place.row, head: withoutBody(article), isEdited: "earlier" in article },
			...{ outline: outlineOf(article), file },
		};
		return this.#article(this.#rows.putPairs(known, pairs, file));
	}

	/** For whatever takes articles out: they can be read for a while. */
	remove(ids: readonly string[]): void {
		this.#rows.remove(ids);
	}

	/** See `ArticleRows.restamp`. */
	restamp(article: Article, stamp: string): void {
		const place = places.get(article);
		if (place?.shelf === this) this.#rows.restamp(place.row, stamp);
	}

	/** See `ArticleRows.written`. */
	written(): Promise<void> {
		return this.#rows.written();
	}

	/** Nothing is read afterwards. */
	close(): Promise<void> {
		return this.#rows.close();
	}

	/** The body of an article of this shelf. Errors: those of the rows. */
	read(article: Article): ArticleBody {
		const row = places.get(article)?.row ?? -1;
		// One article is asked for again and again before the next one.
		if (this.#last?.row === row) return this.#last.body;
		const held = this.#held.get(row) ?? this.#found(article, row);
		this.#held.delete(row);
		this.#held.set(row, held);
		this.#last = { row, body: held.body };
		return held.body;
	}

	#found(article: Article, row: number): Held {
		const known = this.#alive.get(row);
		const alive = known?.body.deref();
		const found = known && alive ? { body: alive, chars: known.chars } : this.#rows.body(row);
		if (!alive) this.#own(article, row, found);
		this.#chars += found.chars;
		for (const [oldest, { chars }] of this.#held) {
			if (this.#chars <= this.#mostChars) break;
			this.#held.delete(oldest);
			this.#chars -= chars;
		}
		return found;
	}

	#own(article: Article, row: number, { body, chars }: Held): void {
		this.#alive.set(row, { body: new WeakRef(body), chars });
		const owner = { article, body };
		for (const parts of [body.passages, body.claims, body.events, body.figures])
			for (const part of parts) owners.set(part, owner);
	}

	#article({ row, head, isEdited, outline }: ArticleRow): Article {
		const known: Readonly<Record<string, unknown>> = head;
		const made: Record<string, unknown> = {};
		for (const key of articleKeys) {
			const reader = readers.get(key);
			if (!reader) {
				if (key in known) made[key] = known[key];
			} else if (key !== "earlier" || isEdited) Object.defineProperty(made, key, reader);
		}
		const article = made as Article;
		places.set(article, { shelf: this, row });
		shelve(article, this.#lean(outline));
		return article;
	}

	#lean({ facets, people, labels, opposed, ...rest }: ArticleRow["outline"]) {
		const values = this.#values;
		const text = (value: string) => values.text(value);
		return {
			...rest,
			facets: { outlet: facets.outlet.map(text), day: facets.day.map(text) },
			people: people.map((each) => values.record(each)),
			labels: labels.map(([name, label]) => [text(name), values.record(label)] as const),
			opposed: opposed.map(({ claims: [a, b], rank }) => ({
				claims: [text(a), text(b)] as [string, string],
				rank,
			})),
		};
	}
}
