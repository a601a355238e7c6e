import { basename, dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ClaimCounts } from "../domain/claim-standing.ts";
import { asIsnadError, type ErrorCode, IsnadError } from "../domain/errors.ts";
import { isoDayOf } from "../domain/iso-day.ts";
import type { Clock } from "../domain/ports.ts";
import { readRegular } from "../files/regular-file.ts";
import { systemCode, systemLimit } from "../files/system-error.ts";
import { type BuiltArticle, buildArticle } from "./build-article.ts";
import type { Relate } from "./commit-intake.ts";
import { type Extract, Intake, type Refuses } from "./merge-articles.ts";
import { type MetaEntry, malformedDate, metaName, parseMeta } from "./meta.ts";
import { WithdrawnPage } from "./notices/withdrawn-page.ts";
import { statedDate } from "./page/days/stated.ts";
import type { PageRules } from "./page/page-rules.ts";
import { defaultMaxBytes } from "./read/bytes.ts";
import { readSource } from "./read/read-source.ts";
import { type StoreFiles, storeFiles } from "./store/files.ts";
import { openWriter } from "./store/write-corpus.ts";
import { isAddress, isMeta, type SeenFolders, walk } from "./walk.ts";
import { buildWebPage, type WebPage } from "./web-page.ts";

export type Skipped = { path: string; reason: string; code: ErrorCode | "duplicate" };

export type IngestResult = {
	/** Articles of the corpus that were read in this run. */
	articles: number;
	added: number;
	updated: number;
	unchanged: number;
	/** How the claims of these articles stand. */
	claims: ClaimCounts;
	skipped: Skipped[];
	/** Files of kinds that are not read, in the folders that were named. */
	ignored: number;
};

export type IngestOptions = {
	/** Files, folders and addresses. */
	paths: readonly string[];
	corpusDir: string;
	rules: PageRules;
	extract: Extract;
	/** Contradictions are left as they are where absent. */
	relate?: Relate;
	/** Why an article is skipped although it could be read. */
	refuses?: Refuses;
	/** The pages behind an address, or what is wrong with each; without it addresses are refused. */
	open?: (address: string) => AsyncIterable<WebPage | Skipped>;
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

/**
 * Reads articles into a corpus folder. One that cannot be read is skipped with its reason and stops
 * no other; articles of earlier runs stay; running twice changes no byte. All is written in one step.
 * Errors: `corpus_unwritable`, `corpus_newer`, `corpus_corrupt`, `meta_malformed`. That nothing could
 * be read is no error here: `articles` is then 0 and `skipped` says why.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
	const { rules, signal } = options;
	const skipped: Skipped[] = [];
	const { open } = options;
	const addresses = open ? options.paths.filter(isAddress) : [];
	const paths = options.paths.filter((path) => !addresses.includes(path));
	const found = await findFiles(paths, skipped);
	const metas = new MetaFiles(options.useMeta ?? true, rules);
	const writer = await openWriter(options.corpusDir, options.files ?? storeFiles, options.now);
	try {
		const intake = new Intake(writer.stored.articles, options.now ?? Date.now, [], options.refuses);
		const today = isoDayOf((options.now ?? Date.now)());
		const pages: { address: string; article: string }[] = [];
		const take = async (built: BuiltArticle, path: string, page?: WebPage) => {
			const lead = page && { asked: path, title: page.told.title };
			const arrival = { path, extract: options.extract, ...(lead ? { lead } : {}) };
			const { article, copyOf } = await intake.take(built, arrival);
			if (page) pages.push({ address: path, article });
			if (copyOf !== null)
				skipped.push({ path, reason: `duplicate of ${copyOf}`, code: "duplicate" });
		};
		const total = found.files.length + addresses.length;
		let done = 0;
		const step = async (path: string) => {
			options.onProgress?.({ path, done: ++done, total });
			// Whatever else runs in this process gets its turn between two files.
			await nextTurn();
			if (done % 50 === 0) await writer.beat();
		};
		for (const path of found.files) {
			signal?.throwIfAborted();
			try {
				const meta = await metas.entryFor(path);
				for (const page of await readSource(path, {
					maxBytes: options.maxBytes ?? defaultMaxBytes,
				}))
					try {
						await take(buildArticle(page, rules, meta), path);
					} catch (error) {
						const place = { url: meta.url ?? null, file: basename(path) };
						skipped.push(withdrawal(intake, place, error) ?? skip(path, error));
					}
			} catch (error) {
				const wrapped = asIsnadError(error);
				if (wrapped.code === "meta_malformed") throw wrapped;
				skipped.push(skip(path, wrapped));
			}
			await step(path);
		}
		for (const address of addresses) {
			for await (const page of open?.(address) ?? []) {
				signal?.throwIfAborted();
				if ("reason" in page) skipped.push(page);
				else
					try {
						await take(await buildWebPage(page, rules, today), page.address, page);
					} catch (error) {
						const place = { url: page.address, file: null };
						skipped.push(withdrawal(intake, place, error) ?? skip(page.address, error));
					}
				await writer.beat();
			}
			await step(address);
		}
		for (const { address, article } of pages) {
			const error = intake.refused.get(article);
			if (error) skipped.push(skip(address, error));
		}
		signal?.throwIfAborted();
		const { articles, added, updated, claims } = await intake.commit(writer, options.relate);
		return {
			articles,
			added: added.length,
			updated: updated.length,
			unchanged: articles - added.length - updated.length,
			claims,
			skipped,
			ignored: found.ignored,
		};
	} finally {
		await writer.close().catch(() => undefined);
	}
}

async function findFiles(
	paths: readonly string[],
	skipped: Skipped[],
): Promise<{ files: string[]; ignored: number }> {
	const files = new Set<string>();
	const seen: SeenFolders = new Map();
	let ignored = 0;
	for (const path of paths) {
		try {
			const walked = await walk(path, seen);
			for (const file of walked.files) if (!isMeta(file)) files.add(file);
			ignored += walked.ignored;
			for (const { path, error } of walked.failed) skipped.push(skip(path, error));
		} catch (error) {
			skipped.push(skip(path, error));
		}
	}
	return { files: [...files], ignored };
}

/** What is said of a page that withdraws an article of the corpus; null for everything else. */
function withdrawal(
	intake: Intake,
	place: { url: string | null; file: string | null },
	error: unknown,
): Skipped | null {
	if (!(error instanceof WithdrawnPage)) return null;
	if (intake.withdraw(place, error.withdrawal) === null) return null;
	const path = place.file ?? place.url ?? "";
	const reason = `${path} says that its article was withdrawn: the article stays and is marked.`;
	return { path, reason, code: error.code };
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
			text = (await readRegular(path)).toString("utf8");
		} catch (error) {
			if (systemCode(error) === "ENOENT") return new Map();
			const limit = systemLimit(error);
			if (limit) throw limit;
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
