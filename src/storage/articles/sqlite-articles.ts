import { randomInt } from "node:crypto";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import type { Article, Contradiction } from "../../domain/article.ts";
import { opposedIn, readOutline } from "../../domain/article-outline.ts";
import {
	type ArticleBody,
	type ArticleRow,
	type ArticleRows,
	type BodyKey,
	bodyKeys,
	type NewRow,
	type ReadFile,
	withoutBody,
} from "../../domain/article-rows.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/ports.ts";
import { ArticleWriter, type Statement } from "./article-writer.ts";
import { statements } from "./statements.ts";

/** How long a row is kept that is no longer current: an answer, or another process, may be about to read it. */
const keptMs = 60 * 60_000;
/** Rows are numbered by chance, since several processes add some; whole numbers that JavaScript counts exactly. */
const mostRows = 2 ** 47;

/** Parts by their names, as JSON. */
type Texts = Readonly<Record<string, string>>;
/** `of`: the row that has the other parts. */
type Coming = { texts: Texts; of?: number };
type Columns = {
	row: number;
	body: number;
	digest: string;
	stamp: string | null;
	head: string;
	is_edited: number;
	outline: string;
};

export type ArticlesPlace = {
	path: string;
	now: Clock;
	/** Told where something cannot be kept: it is held in memory then, and read anew at the next start. */
	onProblem: (error: unknown) => void;
};

/** Rows in a file of SQLite's, read in this thread and written in another. See `openArticleRows`. */
export class SqliteArticles implements ArticleRows {
	readonly #path: string;
	readonly #reader: DatabaseSync;
	readonly #writer: ArticleWriter;
	readonly #now: Clock;
	readonly #part: StatementSync;
	readonly #pairs: StatementSync;
	/** What is not on the disk yet. */
	readonly #coming = new Map<number, Coming>();

	constructor({ path, now, onProblem }: ArticlesPlace) {
		this.#path = path;
		this.#now = now;
		this.#writer = new ArticleWriter(path, onProblem);
		this.#reader = new DatabaseSync(path, { readOnly: true });
		this.#part = this.#reader.prepare(statements.part);
		this.#pairs = this.#reader.prepare(statements.pairs);
	}

	*all(): Iterable<ArticleRow> {
		for (const each of this.#reader.prepare(statements.all).iterate()) {
			const { row, body: text, digest, stamp, head, is_edited, outline } = each as Columns;
			yield {
				...{ row, text, head: JSON.parse(head), isEdited: is_edited === 1 },
				...{ outline: JSON.parse(outline), file: { digest, stamp } },
			};
		}
	}

	part<K extends BodyKey>(row: number, key: K): { value: ArticleBody[K]; chars: number } {
		const text = this.#text(row, key);
		return { value: JSON.parse(text), chars: text.length };
	}

	put(articles: readonly NewRow[]): ArticleRow[] {
		return articles.map(({ article, file }) => {
			const row = randomInt(mostRows);
			const body = randomInt(mostRows);
			const outline = readOutline(article);
			const texts = textsOf(article);
			const { contradictions: pairs = "[]", ...parts } = texts;
			const head = withoutBody(article);
			const made = {
				row,
				text: body,
				head,
				isEdited: article.earlier !== undefined,
				outline,
				file,
			};
			this.#replace(article.id, made, { texts }, [
				...Object.entries(parts).map(([name, text]) => ({
					sql: statements.addPart,
					parameters: [body, name, text, crc32(text)],
				})),
				{
					sql: statements.add,
					parameters: [
						...[row, article.id, file.digest, file.stamp, JSON.stringify(head)],
						...[Number(made.isEdited), JSON.stringify(outline), pairs, body],
					],
				},
			]);
			return made;
		});
	}

	putPairs(
		known: ArticleRow,
		contradictions: readonly Contradiction[],
		file: ReadFile,
	): ArticleRow {
		const row = randomInt(mostRows);
		const outline = { ...known.outline, opposed: opposedIn(known.head.id, contradictions) };
		const pairs = JSON.stringify(contradictions);
		const made = { ...known, row, outline, file };
		const coming = { texts: { contradictions: pairs }, of: known.row };
		this.#replace(known.head.id, made, coming, [
			{
				sql: statements.addPairs,
				parameters: [row, file.digest, file.stamp, JSON.stringify(outline), pairs, known.row],
			},
		]);
		return made;
	}

	restamp(row: number, stamp: string): void {
		this.#writer.add([{ sql: statements.restamp, parameters: [stamp, row] }]);
	}

	remove(ids: readonly string[]): void {
		const now = this.#now();
		const before = now - keptMs;
		this.#writer.add([
			...ids.map((id) => ({ sql: statements.leave, parameters: [now, id] })),
			{ sql: statements.sweepParts, parameters: [before] },
			{ sql: statements.sweep, parameters: [before] },
		]);
	}

	written(): Promise<void> {
		return this.#writer.written();
	}

	async close(): Promise<void> {
		await this.#writer.written().catch(() => undefined);
		if (this.#reader.isOpen) this.#reader.close();
	}

	#replace(id: string, { row }: ArticleRow, coming: Coming, added: readonly Statement[]): void {
		this.#coming.set(row, coming);
		const left = { sql: statements.leave, parameters: [this.#now(), id] };
		this.#writer.add([left, ...added], () => this.#coming.delete(row));
	}

	#text(row: number, key: BodyKey): string {
		const coming = this.#coming.get(row);
		if (!coming) return this.#stored(row, key);
		return coming.texts[key] ?? this.#text(coming.of ?? row, key);
	}

	#stored(row: number, key: BodyKey): string {
		const isPairs = key === "contradictions";
		const found = isPairs ? this.#pairs.get(row) : this.#part.get(row, key);
		const { text, sum } = (found ?? {}) as { text?: string; sum?: number };
		if (text === undefined)
			throw new IsnadError(
				"store_failed",
				`An article is no longer in ${this.#path}: another process replaced it more than an hour ago. Start this one again.`,
			);
		if (!isPairs && crc32(text) !== sum)
			throw new IsnadError(
				"store_corrupt",
				`An article in ${this.#path} is damaged: stop the program, delete that file and start it again.`,
			);
		return text;
	}
}

function textsOf(article: Article): Texts {
	const there = bodyKeys.filter((key) => article[key] !== undefined);
	return Object.fromEntries(there.map((key) => [key, JSON.stringify(article[key])]));
}
