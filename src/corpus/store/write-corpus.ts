import { join } from "node:path";
import type { Article } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/ports.ts";
import { systemCode } from "../../files/system-error.ts";
import { printArticle } from "./article-file.ts";
import { type StoreFiles, storeFiles } from "./files.ts";
import { type CorpusLock, lockCorpus } from "./lock.ts";
import { type Manifest, manifestName, parseManifest, printManifest } from "./manifest.ts";
import { corpusHash, readStore, type StoredCorpus, sha256 } from "./read-corpus.ts";
import { unwritable } from "./unwritable.ts";

/** What changes in a corpus in one step. */
export type CorpusChange = {
	/** Added, or put in the place of the article with the same id. */
	put: Article[];
	/** Ids that leave the corpus. */
	remove?: string[];
	/** By article id: the text that was extracted, where the article cites that instead of a file. */
	sources?: ReadonlyMap<string, string>;
	rendering?: "verbatim" | "paraphrase";
};

/** An open corpus that nobody else can write to until it is closed. */
export type CorpusWriter = {
	/** What the folder held when it was opened; empty for a new one. */
	readonly stored: StoredCorpus;
	/**
	 * Writes a change: after a crash at any moment, or a full disk, the folder holds the old corpus
	 * or the new one, never a mix. Returns what differed. Errors: `corpus_unwritable`.
	 */
	commit(change: CorpusChange): Promise<{ written: string[]; removed: string[] }>;
	/** Keeps the lock from looking abandoned during long work. */
	beat(): Promise<void>;
	close(): Promise<void>;
};

/**
 * Opens a corpus folder for writing, makes it where it is not there, and finishes what an earlier
 * writer had committed and not yet put in place.
 * `earlier` is what was read of this folder before: articles that did not change since are not read
 * again. Errors: `corpus_unwritable` (also while another process writes), `corpus_newer`,
 * `corpus_corrupt`.
 */
export async function openWriter(
	folder: string,
	files: StoreFiles = storeFiles,
	now?: Clock,
	earlier?: StoredCorpus,
): Promise<CorpusWriter> {
	let lock: CorpusLock;
	try {
		await files.makeFolder(folder);
		lock = await lockCorpus(folder, files, now);
	} catch (error) {
		throw unwritable(folder, error);
	}
	try {
		await settle(folder, files);
		const stored = await readOrEmpty(folder, files, earlier);
		return {
			stored,
			commit: (change) => commit(folder, files, stored, change),
			beat: lock.beat,
			close: lock.release,
		};
	} catch (error) {
		await lock.release().catch(() => undefined);
		throw unwritable(folder, error);
	}
}

/** Writes a change in one call; see `CorpusWriter.commit`. */
export async function writeCorpus(
	folder: string,
	change: CorpusChange,
	files: StoreFiles = storeFiles,
): Promise<{ written: string[]; removed: string[] }> {
	const writer = await openWriter(folder, files);
	try {
		return await writer.commit(change);
	} finally {
		await writer.close().catch(() => undefined);
	}
}

async function readOrEmpty(
	folder: string,
	files: StoreFiles,
	earlier?: StoredCorpus,
): Promise<StoredCorpus> {
	try {
		return await readStore(folder, files, earlier);
	} catch (error) {
		if (!(error instanceof IsnadError) || error.code !== "corpus_missing") throw error;
		return { articles: [], problems: [], manifest: null, digests: new Map() };
	}
}

async function commit(
	folder: string,
	files: StoreFiles,
	stored: StoredCorpus,
	change: CorpusChange,
): Promise<{ written: string[]; removed: string[] }> {
	const texts = new Map<string, string>();
	const digests = new Map(stored.digests);
	const written: string[] = [];
	for (const article of change.put) {
		const text = printArticle(article);
		const source = change.sources?.get(article.id);
		const name = `articles/${article.id}.json`;
		const digest = sha256(text);
		if (stored.digests.get(article.id) !== digest) {
			texts.set(name, text);
			written.push(article.id);
		}
		if (
			source !== undefined &&
			!(await holds(join(folder, `sources/${article.id}.txt`), source, files))
		)
			texts.set(`sources/${article.id}.txt`, source);
		digests.set(article.id, digest);
	}
	// Damaged articles stay listed: a later ingest of their text mends them, and nothing vanishes unseen.
	const listed = new Set([...(stored.manifest?.articles ?? []), ...digests.keys()]);
	const removed = (change.remove ?? []).filter((id) => listed.delete(id));
	for (const id of removed) digests.delete(id);
	const rendering = change.rendering ?? stored.manifest?.rendering;
	const manifest: Manifest = {
		format: "isnad-corpus",
		version: 1,
		...(rendering ? { rendering } : {}),
		articles: [...listed].sort(),
		hash: corpusHash(digests),
	};
	const settled =
		stored.manifest !== null && printManifest(stored.manifest) === printManifest(manifest);
	if (texts.size === 0 && settled) return { written, removed };
	const gone = removed.flatMap((id) => [`articles/${id}.json`, `sources/${id}.txt`]);
	const committed: Manifest = {
		...manifest,
		pending: { write: [...texts.keys()].sort(), remove: gone },
	};
	try {
		await stage(folder, files, texts);
		await replaceManifest(folder, files, committed);
	} catch (error) {
		// Where the old manifest still stands, what was staged counts for nothing and only takes space.
		if (!(await holds(join(folder, manifestName), printManifest(committed), files))) {
			await files.remove(join(folder, "pending")).catch(() => undefined);
			await files.remove(join(folder, `${manifestName}.new`)).catch(() => undefined);
		}
		throw unwritable(folder, error);
	}
	try {
		await settle(folder, files);
	} catch (error) {
		throw unwritable(folder, error);
	}
	return { written, removed };
}

async function holds(path: string, text: string, files: StoreFiles): Promise<boolean> {
	try {
		return (await files.read(path)).toString("utf8") === text;
	} catch {
		return false;
	}
}

async function stage(
	folder: string,
	files: StoreFiles,
	texts: ReadonlyMap<string, string>,
): Promise<void> {
	await files.remove(join(folder, "pending"));
	await files.makeFolder(join(folder, "articles"));
	for (const kind of ["articles", "sources"]) {
		if (![...texts.keys()].some((name) => name.startsWith(kind))) continue;
		await files.makeFolder(join(folder, kind));
		await files.makeFolder(join(folder, "pending", kind));
	}
	for (const [name, text] of texts) await files.write(join(folder, "pending", name), text);
	for (const kind of new Set([...texts.keys()].map((name) => name.split("/")[0] ?? "")))
		await files.syncFolder(join(folder, "pending", kind));
	if (texts.size > 0) await files.syncFolder(join(folder, "pending"));
	await files.syncFolder(folder);
}

async function replaceManifest(
	folder: string,
	files: StoreFiles,
	manifest: Manifest,
): Promise<void> {
	const path = join(folder, manifestName);
	await files.write(`${path}.new`, printManifest(manifest));
	await files.rename(`${path}.new`, path);
	await files.syncFolder(folder);
}

/** Puts committed files in their place and clears what was never committed; safe to repeat. */
async function settle(folder: string, files: StoreFiles): Promise<void> {
	let text: string;
	try {
		text = (await files.read(join(folder, manifestName))).toString("utf8");
	} catch (error) {
		if (systemCode(error) !== "ENOENT") throw error;
		await files.remove(join(folder, "pending"));
		return;
	}
	const { pending, ...manifest } = parseManifest(text, folder);
	if (pending) {
		for (const name of pending.write) {
			try {
				await files.rename(join(folder, "pending", name), join(folder, name));
			} catch (error) {
				// Moved already, before an earlier writer was stopped.
				if (systemCode(error) !== "ENOENT") throw error;
			}
		}
		for (const name of pending.remove) await files.remove(join(folder, name));
		for (const kind of new Set(
			[...pending.write, ...pending.remove].map((n) => n.split("/")[0] ?? ""),
		))
			if ((await files.list(folder)).includes(kind)) await files.syncFolder(join(folder, kind));
		await replaceManifest(folder, files, manifest);
	}
	await files.remove(join(folder, "pending"));
	await files.remove(join(folder, `${manifestName}.new`));
}
