import { existsSync } from "node:fs";
import type { StoredCorpus } from "../../corpus/store/read-corpus.ts";
import type { Article } from "../../domain/article.ts";
import { countsOf, isShelved } from "../../domain/article-outline.ts";
import type { ReadFile } from "../../domain/article-rows.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import type { TextShelf } from "../../domain/text-shelf.ts";
import { reason, systemCode } from "../../files/system-error.ts";
import { programVersion } from "../program-version.ts";
import type { Shelved } from "./open-shelf.ts";
import { type SearchPlace, shelfPath } from "./search-index.ts";

type ShelvingParts = { place: SearchPlace; log: Logger; now: Clock };

/**
 * Up to so many passages the articles are held: some 250 MB, and lists that a filter alone chooses are made several times
 * as fast as from rows.
 */
const mostHeld = 100_000;

/** Articles that wait to be written before others are read. */
const mostWaiting = 500;

/**
 * Which articles of a corpus are held whole, and which have their text in rows beside the index: all
 * of a large corpus, and wherever segments are asked for; none of a smaller one. Where there can be no file, all are held.
 */
export class Shelving {
	readonly #parts: ShelvingParts;
	#shelf: TextShelf | null = null;
	/** Read while it was not known yet how many there are. */
	#passages = 0;
	#put = 0;
	#isRefused: boolean;
	/** What the rows hold: files that are still the same are not read again. */
	#known = nothing();

	private constructor(parts: ShelvingParts) {
		this.#parts = parts;
		this.#isRefused = parts.place.searchIndex === "memory";
	}

	static async open(parts: ShelvingParts): Promise<Shelving> {
		const out = new Shelving(parts);
		const { place } = parts;
		const isAsked = place.searchIndex === "segments";
		if (isAsked || existsSync(shelfPath(place))) await out.#begin();
		const wasLarger = out.#shelf !== null && !isAsked && out.#isSmall();
		if (wasLarger || place.searchIndex === "memory") await out.#end();
		return out;
	}

	/** Where the articles are; null where all are held. */
	get shelf(): TextShelf | null {
		return this.#shelf;
	}

	/** The articles that need not be read, as far as their files are the same. */
	get known(): StoredCorpus {
		return { ...this.#known, problems: [], manifest: null };
	}

	/** The article that stands for this one, which was read from that file; undefined where it is held itself. */
	async keep(article: Article, file: ReadFile): Promise<Article | undefined> {
		this.#passages += article.passages.length;
		if (!this.#shelf && this.#passages > mostHeld) await this.#begin();
		const kept = this.#shelf?.put(article, file);
		// Read faster than it is written, all of it would wait in memory.
		if (kept && ++this.#put % mostWaiting === 0)
			await this.#shelf?.written().catch(() => undefined);
		return kept;
	}

	/** The articles once all are read; what else the rows hold is let go. */
	async kept<T extends Shelved>(read: T): Promise<T> {
		const shelf = this.#shelf;
		if (!shelf) return read;
		const known = this.#known;
		const { digests, stamps } = read;
		const articles = read.articles.map((article) => {
			const [digest = "", stamp = null] = [digests.get(article.id), stamps?.get(article.id)];
			if (!isShelved(article)) return shelf.put(article, { digest, stamp });
			const isSame = known.digests.get(article.id) === digest;
			if (isSame && stamp !== null && known.stamps?.get(article.id) !== stamp)
				shelf.restamp(article, stamp);
			return article;
		});
		shelf.remove([...known.digests.keys()].filter((id) => !digests.has(id)));
		this.#known = nothing();
		// Told already where it fails: what is not on the disk is held.
		await shelf.written().catch(() => undefined);
		return { ...read, articles };
	}

	/** A corpus that was larger once. */
	#isSmall(): boolean {
		const passages = this.#known.articles.map((article) => countsOf(article).passages);
		return passages.reduce((sum, count) => sum + count, 0) <= mostHeld;
	}

	/** No file stays: what an operator takes out later would stay in it. */
	async #end(): Promise<void> {
		await this.#shelf?.close();
		this.#shelf = null;
		this.#known = nothing();
		const path = shelfPath(this.#parts.place);
		if (!existsSync(path)) return;
		try {
			const { removeRows } = await import("../../storage/articles/open.ts");
			removeRows(path);
		} catch (error) {
			const why = reason(error, "delete it");
			this.#parts.log("warn", `${path} is needed no more and cannot be deleted${why}.`);
		}
	}

	async #begin(): Promise<void> {
		if (this.#isRefused) return;
		const { place, log, now } = this.#parts;
		const path = shelfPath(place);
		const mend = "name a writable folder in ISNAD_DATA";
		const onProblem = (error: unknown) =>
			log(
				"warn",
				`Articles cannot be kept in ${path}${reason(error, mend)}: they are held in memory.`,
			);
		const onDamage = (error: unknown) =>
			log(
				"warn",
				`Articles in ${path} cannot be read (${systemCode(error) ?? "they are damaged"}): they are read from the corpus anew.`,
			);
		try {
			// Read here only where there are so many: most starts need none of it.
			const { openShelf } = await import("./open-shelf.ts");
			const shelfPlace = { path, now, onProblem, onDamage };
			const { shelf, known } = await openShelf(shelfPlace, await programVersion());
			this.#shelf = shelf;
			this.#known = known;
		} catch (error) {
			this.#isRefused = true;
			onProblem(error);
		}
	}
}

function nothing(): Shelved {
	return { articles: [], digests: new Map(), stamps: new Map() };
}
