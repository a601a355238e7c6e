import { createHash } from "node:crypto";
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
/** Of a number: whole numbers of 48 bits are counted exactly. */
const bytesOfNumber = 6;

/** Parts by their names, as JSON. */
type Texts = Readonly<Record<string, string>>;
/** A row without its text. */
type Coming = { body: number; pairs: string };
type Found = ReturnType<StatementSync["get"]>;
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
	readonly #partOfBody: StatementSync;
	/** What is not on the disk yet: rows, and texts by the number of the body. */
	readonly #coming = new Map<number, Coming>();
	readonly #texts = new Map<number, Texts>();

	constructor({ path, now, onProblem }: ArticlesPlace) {
		this.#path = path;
		this.#now = now;
		this.#writer = new ArticleWriter(path, onProblem);
		this.#reader = new DatabaseSync(path, { readOnly: true });
		this.#part = this.#reader.prepare(statements.part);
		this.#partOfBody = this.#reader.prepare(statements.partOfBody);
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
			const { contradictions: pairs = "[]", ...parts } = textsOf(article);
			const outline = readOutline(article);
			const head = withoutBody(article);
			const isEdited = article.earlier !== undefined;
			const headText = JSON.stringify(head);
			const text = numberOf([headText, ...Object.entries(parts).flat()]);
			const row = numberOf([file.digest, `${text}`, pairs]);
			const outlineText = JSON.stringify(outline);
			this.#texts.set(text, parts);
			this.#replace(article.id, row, { body: text, pairs }, [
				...Object.entries(parts).map(([name, part]) => ({
					sql: statements.addPart,
					parameters: [text, name, part, crc32(part)],
				})),
				{
					sql: statements.add,
					parameters: [
						...[row, article.id, file.digest, file.stamp, headText],
						...[Number(isEdited), outlineText, pairs, text],
					],
				},
			]);
			return { row, text, head, isEdited, outline, file };
		});
	}

	putPairs(
		known: ArticleRow,
		contradictions: readonly Contradiction[],
		file: ReadFile,
	): ArticleRow {
		const { head, text } = known;
		const outline = { ...known.outline, opposed: opposedIn(head.id, contradictions) };
		const pairs = JSON.stringify(contradictions);
		const row = numberOf([file.digest, `${text}`, pairs]);
		this.#replace(head.id, row, { body: text, pairs }, [
			{
				sql: statements.addPairs,
				parameters: [row, file.digest, file.stamp, JSON.stringify(outline), pairs, known.row],
			},
		]);
		return { ...known, row, outline, file };
	}

	restamp(row: number, stamp: string): void {
		this.#writer.add([{ sql: statements.restamp, parameters: [stamp, row] }]);
	}

	remove(ids: readonly string[]): void {
		const now = this.#now();
		const before = now - keptMs;
		this.#writer.add([
			...ids.map((id) => ({ sql: statements.leave, parameters: [now, id, null] })),
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

	#replace(id: string, row: number, coming: Coming, added: readonly Statement[]): void {
		this.#coming.set(row, coming);
		const left = { sql: statements.leave, parameters: [this.#now(), id, row] };
		this.#writer.add([left, ...added], () => {
			this.#coming.delete(row);
			this.#texts.delete(coming.body);
		});
	}

	#text(row: number, key: BodyKey): string {
		const coming = this.#coming.get(row);
		if (key === "contradictions") return coming?.pairs ?? this.#known(this.#pairs.get(row));
		if (!coming) return this.#whole(this.#part.get(row, key));
		const { body } = coming;
		return this.#texts.get(body)?.[key] ?? this.#whole(this.#partOfBody.get(body, key));
	}

	#known(found: Found): string {
		const { text } = found ?? {};
		if (typeof text === "string") return text;
		throw new IsnadError(
			"store_failed",
			`An article is no longer in ${this.#path}: another process replaced it more than an hour ago. Start this one again.`,
		);
	}

	#whole(found: Found): string {
		const text = this.#known(found);
		if (crc32(text) === found?.["sum"]) return text;
		throw new IsnadError(
			"store_corrupt",
			`An article in ${this.#path} is damaged: stop the program, delete that file and start it again.`,
		);
	}
}

/** The same for the same, whichever process asks: several add to one file. */
function numberOf(texts: readonly string[]): number {
	const hash = createHash("sha256");
	// JSON of one line, and words: none of them has a line's end.
	for (const text of texts) hash.update(text).update("\n");
	return hash.digest().readUIntBE(0, bytesOfNumber);
}

function textsOf(article: Article): Texts {
	const there = bodyKeys.filter((key) => article[key] !== undefined);
	return Object.fromEntries(there.map((key) => [key, JSON.stringify(article[key])]));
}
