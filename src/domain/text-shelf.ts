import type { Article, Contradiction } from "./article.ts";
import { outlineOf, shelve } from "./article-outline.ts";
import {
	type ArticleBody,
	type ArticleRow,
	type ArticleRows,
	articleKeys,
	type BodyKey,
	bodyKeys,
	type ReadFile,
	withoutBody,
} from "./article-rows.ts";
import { KnownValues } from "./known-values.ts";

/** Texts that are held after they were read, in characters: of some hundred articles, four times as many bytes. */
const mostChars = 6_000_000;

type Place = { shelf: TextShelf } & Pick<ArticleRow, "row" | "text">;

const places = new WeakMap<Article, Place>();
/** Whose a passage, a claim or an event is. While one is held so is all that was read with it: read again it would be another. */
const owners = new WeakMap<object, { article: Article; body: ShelvedBody }>();

/** The article that a passage, a claim or an event was read for; undefined where it was never on a shelf. */
export function shelvedOwner(part: object): Article | undefined {
	return owners.get(part)?.article;
}

/** Whether two articles tell the same events, as far as it can be told without reading them. */
export function haveSameEvents(one: Article, other: Article): boolean {
	const [a, b] = [places.get(one), places.get(other)];
	return a && b ? a.shelf === b.shelf && a.text === b.text : one.events === other.events;
}

/** What was read of an article: whatever is made of its passages goes with it. Undefined where it is on no shelf. */
export function bodyOf(article: Article): object | undefined {
	return places.get(article)?.shelf.read(article);
}

const readers = new Map<string, PropertyDescriptor>(
	bodyKeys.map((key) => {
		const get = function (this: Article) {
			return places.get(this)?.shelf.read(this).part(key);
		};
		return [key, { enumerable: true, configurable: true, get }];
	}),
);

/** The parts of one article's text that were asked for. */
class ShelvedBody {
	readonly #parts: Partial<ArticleBody> = {};
	readonly #read: (key: BodyKey, body: ShelvedBody) => Partial<ArticleBody>;
	chars = 0;

	constructor(read: (key: BodyKey, body: ShelvedBody) => Partial<ArticleBody>) {
		this.#read = read;
	}

	part(key: BodyKey): ArticleBody[BodyKey] {
		if (!(key in this.#parts)) Object.assign(this.#parts, this.#read(key, this));
		return this.#parts[key];
	}
}

/**
 * Articles whose text is in rows: each is an article like any other, whose passages, claims and events
 * are read when they are asked for and forgotten when others are.
 */
export class TextShelf {
	readonly #rows: ArticleRows;
	readonly #mostChars: number;
	readonly #values = new KnownValues();
	/** The one that was asked for longest ago first. */
	readonly #held = new Map<Article, ShelvedBody>();
	#chars = 0;
	/** What something outside may still hold a part of. */
	readonly #alive = new WeakMap<Article, WeakRef<ShelvedBody>>();
	#last: { article: Article; body: ShelvedBody } | undefined;

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
			...{
				row: place.row,
				text: place.text,
				head: withoutBody(article),
				isEdited: "earlier" in article,
			},
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

	/** What is read of an article of this shelf. Its parts have the errors of the rows. */
	read(article: Article): ShelvedBody {
		// One article is asked for again and again before the next one.
		if (this.#last?.article === article) return this.#last.body;
		const held = this.#held.get(article);
		const body = held ?? this.#alive.get(article)?.deref() ?? this.#begun(article);
		this.#held.delete(article);
		this.#held.set(article, body);
		this.#last = { article, body };
		if (!held) this.#hold(body.chars);
		return body;
	}

	#begun(article: Article): ShelvedBody {
		const row = places.get(article)?.row ?? -1;
		const read = (key: BodyKey, body: ShelvedBody) => {
			const { value, chars } = this.#rows.part(row, key);
			body.chars += chars;
			if (this.#held.has(article)) this.#hold(chars);
			const owner = { article, body };
			// The parts of what it said before are asked for by nobody.
			if (Array.isArray(value) && key !== "earlier")
				for (const part of value) owners.set(part, owner);
			return { [key]: value };
		};
		const body = new ShelvedBody(read);
		this.#alive.set(article, new WeakRef(body));
		return body;
	}

	#hold(more: number): void {
		this.#chars += more;
		for (const [oldest, { chars }] of this.#held) {
			if (this.#chars <= this.#mostChars || this.#held.size === 1) break;
			this.#held.delete(oldest);
			this.#chars -= chars;
		}
	}

	#article({ row, text, head, isEdited, outline }: ArticleRow): Article {
		const known: Readonly<Record<string, unknown>> = head;
		const made: Record<string, unknown> = {};
		for (const key of articleKeys) {
			const reader = readers.get(key);
			if (!reader) {
				if (key in known) made[key] = known[key];
			} else if (key !== "earlier" || isEdited) Object.defineProperty(made, key, reader);
		}
		const article = made as Article;
		places.set(article, { shelf: this, row, text });
		shelve(article, this.#lean(outline));
		return article;
	}

	#lean({ facets, people, labels, opposed, ...rest }: ArticleRow["outline"]) {
		const values = this.#values;
		const text = (value: string) => values.text(value);
		return {
			...rest,
			topics: rest.topics.map(text),
			// An article's id comes once: it is not worth keeping.
			facets: {
				...{ outlet: facets.outlet.map(text), day: facets.day.map(text) },
				...{ act: facets.act.map(text), article: facets.article },
			},
			people: people.map((each) => values.record(each)),
			opposed: { ...opposed, claims: opposed.claims.map(text) },
			labels: labels.map(([name, label]) => [text(name), values.record(label)] as const),
		};
	}
}
