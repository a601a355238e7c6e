import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../domain/article.ts";
import { asIsnadError, type ErrorCode, IsnadError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { type ArticleSkeleton, type BuiltArticle, buildArticle } from "./build-article.ts";
import { DuplicateIndex } from "./identity/duplicates.ts";
import { fingerprint } from "./identity/fingerprint.ts";
import { type MetaEntry, malformedDate, metaName, parseMeta } from "./meta.ts";
import { statedDate } from "./page/metadata.ts";
import type { PageRules } from "./page/page-rules.ts";
import { defaultMaxBytes } from "./read/bytes.ts";
import { readSource } from "./read/read-source.ts";
import { type StoreFiles, storeFiles, systemCode } from "./store/files.ts";
import { openWriter } from "./store/write-corpus.ts";
import { isMeta, walk } from "./walk.ts";

/** What is found in an article once its passages stand. */
export type Extracted = Pick<Article, "claims" | "events" | "figures" | "contradictions">;

export type Skipped = { path: string; reason: string; code: ErrorCode | "duplicate" };

export type IngestResult = {
	/** Articles of the corpus that were read in this run. */
	articles: number;
	added: number;
	updated: number;
	unchanged: number;
	skipped: Skipped[];
	/** Files of kinds that are not read, in the folders that were named. */
	ignored: number;
};

export type IngestOptions = {
	/** Files and folders. */
	paths: readonly string[];
	corpusDir: string;
	rules: PageRules;
	extract: (article: ArticleSkeleton) => Extracted | Promise<Extracted>;
	/** Contradictions that each article is to hold, seen over the whole corpus; left as they are where absent. */
	relate?: (articles: readonly Article[]) => Map<string, Article["contradictions"]>;
	/** Whether `meta.json` beside the files is read; true where absent. */
	useMeta?: boolean;
	maxBytes?: number;
	/** After each file: how many are done, of how many. */
	onProgress?: (progress: { path: string; done: number; total: number }) => void;
	/** Aborted: nothing is written and the call rejects with the signal's reason. */
	signal?: AbortSignal;
	files?: StoreFiles;
	now?: Clock;
};

/** Bodies that share this much under one file name are two versions of one article. */
const sameFileShare = 0.5;

/**
 * Reads articles into a corpus folder. One that cannot be read is skipped with its reason and stops
 * no other; articles of earlier runs stay; running twice changes no byte. All is written in one step.
 * Errors: `corpus_unwritable`, `corpus_newer`, `corpus_corrupt`, `meta_malformed`. That nothing could
 * be read is no error here: `articles` is then 0 and `skipped` says why.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
	const { rules, signal } = options;
	const skipped: Skipped[] = [];
	const found = await findFiles(options.paths, skipped);
	const metas = new MetaFiles(options.useMeta ?? true, rules);
	const writer = await openWriter(options.corpusDir, options.files ?? storeFiles, options.now);
	try {
		const run = new Run(writer.stored.articles);
		for (const [done, path] of found.files.entries()) {
			signal?.throwIfAborted();
			try {
				const meta = await metas.entryFor(path);
				for (const page of await readSource(path, {
					maxBytes: options.maxBytes ?? defaultMaxBytes,
				}))
					try {
						await run.take(buildArticle(page, rules, meta), path, options.extract, skipped);
					} catch (error) {
						skipped.push(skip(path, error));
					}
			} catch (error) {
				const wrapped = asIsnadError(error);
				if (wrapped.code === "meta_malformed") throw wrapped;
				skipped.push(skip(path, wrapped));
			}
			options.onProgress?.({ path, done: done + 1, total: found.files.length });
			// Whatever else runs in this process gets its turn between two files.
			await nextTurn();
			if (done % 50 === 49) await writer.beat();
		}
		signal?.throwIfAborted();
		return { ...(await run.commit(writer, options.relate)), skipped, ignored: found.ignored };
	} finally {
		await writer.close().catch(() => undefined);
	}
}

async function findFiles(
	paths: readonly string[],
	skipped: Skipped[],
): Promise<{ files: string[]; ignored: number }> {
	const files = new Set<string>();
	let ignored = 0;
	for (const path of paths) {
		try {
			const walked = await walk(path);
			for (const file of walked.files) if (!isMeta(file)) files.add(file);
			ignored += walked.ignored;
			for (const { path, error } of walked.failed) skipped.push(skip(path, error));
		} catch (error) {
			skipped.push(skip(path, error));
		}
	}
	return { files: [...files], ignored };
}

function skip(path: string, error: unknown): Skipped {
	const { code, message } = asIsnadError(error);
	return { path, reason: message, code };
}

/** The `meta.json` of each folder, read once. */
class MetaFiles {
	readonly #byFolder = new Map<string, Map<string, MetaEntry>>();
	readonly #use: boolean;
	readonly #rules: PageRules;

	constructor(use: boolean, rules: PageRules) {
		this.#use = use;
		this.#rules = rules;
	}

	async entryFor(path: string): Promise<MetaEntry> {
		if (!this.#use) return {};
		const folder = dirname(path);
		let entries = this.#byFolder.get(folder);
		if (!entries) {
			entries = await this.#read(join(folder, metaName));
			this.#byFolder.set(folder, entries);
		}
		return entries.get(basename(path)) ?? {};
	}

	async #read(path: string): Promise<Map<string, MetaEntry>> {
		let text: string;
		try {
			text = await readFile(path, "utf8");
		} catch (error) {
			if (systemCode(error) === "ENOENT") return new Map();
			throw new IsnadError(
				"path_unreadable",
				`${path} cannot be read: make it readable, or use --no-meta.`,
				{
					cause: error,
				},
			);
		}
		const entries = parseMeta(text, path);
		for (const [file, { published }] of entries)
			if (published && statedDate(published, this.#rules) === null)
				throw malformedDate(path, file, published);
		return entries;
	}
}

/** The articles of one run beside those that the corpus holds already. */
class Run {
	readonly #stored: Map<string, Article>;
	readonly #taken = new Map<string, { article: Article; source: string | null; path: string }>();
	readonly #replaced = new Set<string>();
	readonly #duplicates = new DuplicateIndex();

	constructor(stored: readonly Article[]) {
		this.#stored = new Map(stored.map((article) => [article.id, article]));
		for (const article of stored)
			this.#duplicates.add(article.id, fingerprint(article.passages).shingles);
	}

	async take(
		built: BuiltArticle,
		path: string,
		extract: IngestOptions["extract"],
		skipped: Skipped[],
	): Promise<void> {
		const { article, shingles, source } = built;
		const twin = this.#twinOf(built);
		if (twin) {
			const of = this.#taken.get(twin)?.path ?? this.#stored.get(twin)?.source.file ?? twin;
			skipped.push({ path, reason: `duplicate of ${of}`, code: "duplicate" });
			return;
		}
		const extracted = await extract(article);
		this.#taken.set(article.id, { article: { ...article, ...extracted }, source, path });
		for (const old of this.#versionsOf(built)) {
			this.#replaced.add(old);
			this.#duplicates.remove(old);
		}
		this.#duplicates.add(article.id, shingles);
	}

	/** The article that this one repeats under another name, or null. */
	#twinOf({ article, shingles }: BuiltArticle): string | null {
		if (this.#taken.has(article.id)) return article.id;
		const stored = this.#stored.get(article.id);
		if (stored) return isSameFile(stored, article) ? null : article.id;
		const near = this.#duplicates.find(shingles);
		if (near === null) return null;
		const other = this.#stored.get(near);
		return other && !this.#taken.has(near) && isSameFile(other, article) ? null : near;
	}

	/** Earlier versions of the same file: its text was edited since. */
	#versionsOf({ article, shingles }: BuiltArticle): string[] {
		const out: string[] = [];
		for (const old of this.#stored.values()) {
			if (old.id === article.id || this.#taken.has(old.id) || !isSameFile(old, article)) continue;
			if (this.#duplicates.isLike(old.id, shingles, sameFileShare)) out.push(old.id);
		}
		return out;
	}

	async commit(
		writer: Awaited<ReturnType<typeof openWriter>>,
		relate: IngestOptions["relate"],
	): Promise<Pick<IngestResult, "articles" | "added" | "updated" | "unchanged">> {
		const taken = [...this.#taken.values()];
		const sources = new Map<string, string>();
		for (const { article, source } of taken) if (source !== null) sources.set(article.id, source);
		const replaced = [...this.#replaced].filter((id) => !this.#taken.has(id));
		if (taken.length === 0) return { articles: 0, added: 0, updated: 0, unchanged: 0 };
		const kept = [...this.#stored.values()].filter(
			({ id }) => !this.#taken.has(id) && !replaced.includes(id),
		);
		const held = relate?.([...taken.map(({ article }) => article), ...kept]);
		const withHeld = (article: Article) => ({
			...article,
			contradictions: held?.get(article.id) ?? article.contradictions,
		});
		const fresh = taken.map(({ article }) => withHeld(article));
		// An older article that a new one contradicts, or does no more, changes with it.
		const related = kept.map(withHeld).filter((article) => differs(article, this.#stored));
		const { written: all } = await writer.commit({
			put: [...fresh, ...related],
			remove: replaced,
			sources,
		});
		const written = all.filter((id) => this.#taken.has(id));
		const known = written.filter((id) => this.#stored.has(id)).length + replaced.length;
		return {
			articles: taken.length,
			added: Math.max(0, written.length - known),
			updated: known,
			unchanged: taken.length - written.length,
		};
	}
}

function differs(article: Article, stored: ReadonlyMap<string, Article>): boolean {
	const before = stored.get(article.id)?.contradictions ?? [];
	return JSON.stringify(before) !== JSON.stringify(article.contradictions);
}

type Origin = Pick<Article, "id" | "source" | "url">;

/** Extracted text is filed under its article's id, so a changed web page is known by its address alone. */
function isSameFile(a: Origin, b: Origin): boolean {
	if (a.source.file === b.source.file || (a.url !== null && a.url === b.url)) return true;
	return (
		a.id === b.id && a.source.file.startsWith("sources/") && b.source.file.startsWith("sources/")
	);
}
