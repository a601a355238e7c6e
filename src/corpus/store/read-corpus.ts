import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Article } from "../../domain/article.ts";
import type { ReadFile } from "../../domain/article-rows.ts";
import { asIsnadError, IsnadError } from "../../domain/errors.ts";
import type { Corpus } from "../../domain/ports.ts";
import { reason, systemCode, systemLimit } from "../../files/system-error.ts";
import { parseArticle } from "./article-file.ts";
import { type StoreFiles, storeFiles } from "./files.ts";
import { LeanArticles } from "./lean-articles.ts";
import { type Manifest, manifestName, parseManifest } from "./manifest.ts";

/** A writer commits in the middle of a read perhaps once; five times in a row is no accident. */
const mostAttempts = 5;

/**
 * Reads a corpus folder; writes nothing, so that a read-only one is served too. A folder that has
 * `articles/` and no `corpus.json` is read as it stands. Damaged articles are left out and named in
 * `problems`. Errors: `corpus_missing`, `corpus_newer`, `corpus_corrupt` (of the manifest).
 */
export async function openCorpus(folder: string, files: StoreFiles = storeFiles): Promise<Corpus> {
	const { articles, problems, digests } = await readStore(folder, files);
	return { articles, problems, hash: corpusHash(digests) };
}

/** A corpus with what only a writer needs: its manifest and the digest of each article file. */
export type StoredCorpus = Omit<Corpus, "hash"> & {
	manifest: Manifest | null;
	/** By article id: SHA-256 of the file's bytes. */
	digests: Map<string, string>;
	/** By article id, of files that can be told by it: `StoreFiles.stamp` from just before they were read. */
	stamps?: Map<string, string>;
};

/** Keeps an article that was read elsewhere, and gives the one that stands for it; undefined where it is to be held. */
export type Keep = (article: Article, file: ReadFile) => Promise<Article | undefined>;

/** An article that was read before, with the digest and the stamp of its file. */
type Known = { article: Article; digest: string; stamp: string | undefined };

/**
 * `earlier`: articles whose files are still those read then are taken from there, already checked, and
 * are not even opened where their stamps tell it. `keep`: asked of every other one, before it is known
 * whether it belongs here.
 */
export async function readStore(
	folder: string,
	files: StoreFiles,
	earlier?: StoredCorpus,
	keep: Keep = async () => undefined,
): Promise<StoredCorpus> {
	const known = new Map<string, Known>();
	for (const article of earlier?.articles ?? []) {
		const digest = earlier?.digests.get(article.id);
		const stamp = earlier?.stamps?.get(article.id);
		if (digest !== undefined) known.set(article.id, { article, digest, stamp });
	}
	for (let attempt = 1; ; attempt++) {
		const before = await manifestText(folder, files);
		const corpus = await readOnce({ folder, files, keep, known }, before);
		if ((await manifestText(folder, files)) === before) return corpus;
		if (attempt === mostAttempts)
			throw new IsnadError(
				"corpus_corrupt",
				`The corpus in ${folder} changed again and again while it was read: wait until its ingest has finished.`,
			);
	}
}

/** Ids of the articles that a folder holds, without a look at them; none where there is no corpus. Errors: as above. */
export async function listedIn(folder: string, files: StoreFiles): Promise<Set<string>> {
	const text = await manifestText(folder, files);
	if (text !== null) return new Set(parseManifest(text, folder).articles);
	try {
		return new Set(await idsWithoutManifest(folder, files));
	} catch (error) {
		if (asIsnadError(error).code === "corpus_missing") return new Set();
		throw error;
	}
}

async function manifestText(folder: string, files: StoreFiles): Promise<string | null> {
	try {
		return (await files.read(join(folder, manifestName))).toString("utf8");
	} catch (error) {
		const code = systemCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") return null;
		throw unreadable(join(folder, manifestName), error);
	}
}

type Reading = {
	folder: string;
	files: StoreFiles;
	keep: Keep;
	known: ReadonlyMap<string, Known>;
};

async function readOnce(
	{ folder, files, keep, known }: Reading,
	text: string | null,
): Promise<StoredCorpus> {
	const manifest = text === null ? null : parseManifest(text, folder);
	const ids = manifest?.articles ?? (await idsWithoutManifest(folder, files));
	const pending = new Set(manifest?.pending?.write);
	const lean = new LeanArticles();
	const out: StoredCorpus = {
		articles: [],
		problems: [],
		manifest,
		digests: new Map(),
		stamps: new Map(),
	};
	for (const id of [...ids].sort()) {
		const name = `articles/${id}.json`;
		try {
			const { article, digest, stamp } = await readArticle(
				{ ...{ folder, name, id, lean, keep }, waits: pending.has(name), known: known.get(id) },
				files,
			);
			out.articles.push(article);
			out.digests.set(id, digest);
			if (stamp !== undefined) out.stamps?.set(id, stamp);
		} catch (error) {
			// No article is at fault: to leave them out one by one would look as if they had been taken away.
			const limit = systemLimit(error);
			if (limit) throw limit;
			out.problems.push({ file: name, error: problem(name, error) });
		}
	}
	return out;
}

type Place = {
	folder: string;
	name: string;
	/** Of the article that it has to hold. */
	id: string;
	waits: boolean;
	known: Known | undefined;
	lean: LeanArticles;
	keep: Keep;
};

async function readArticle(
	{ folder, name, id, waits, known, lean, keep }: Place,
	files: StoreFiles,
): Promise<Known> {
	// Taken before the file is read: what is written meanwhile has another one.
	const stamp = waits ? undefined : ((await files.stamp(join(folder, name))) ?? undefined);
	if (known && stamp !== undefined && known.stamp === stamp) return known;
	const bytes = await readCurrent(folder, name, waits, files);
	const digest = sha256(bytes);
	if (known?.digest === digest) return { article: known.article, digest, stamp };
	const read = parseArticle(bytes.toString("utf8"), name);
	if (read.id !== id)
		throw new IsnadError(
			"corpus_corrupt",
			`${name} holds the article ${read.id}: rename the file to ${read.id}.json.`,
		);
	const kept = await keep(read, { digest, stamp: stamp ?? null });
	return { article: kept ?? lean.of(read), digest, stamp };
}

// Once the manifest names it, a waiting file is the current one until it has been moved into place.
async function readCurrent(
	folder: string,
	name: string,
	waits: boolean,
	files: StoreFiles,
): Promise<Buffer> {
	if (waits) {
		try {
			return await files.read(join(folder, "pending", name));
		} catch (error) {
			if (systemCode(error) !== "ENOENT") throw error;
		}
	}
	return files.read(join(folder, name));
}

async function idsWithoutManifest(folder: string, files: StoreFiles): Promise<string[]> {
	const names = await files.list(join(folder, "articles")).catch((error) => {
		if (systemCode(error) === "ENOTDIR") return [];
		throw unreadable(`The corpus folder ${folder}`, error);
	});
	const ids = names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
	if (ids.length === 0)
		throw new IsnadError(
			"corpus_missing",
			`There is no corpus in ${folder}: run ingest with --corpus ${folder}, or name another folder.`,
		);
	return ids;
}

function problem(name: string, error: unknown): IsnadError {
	const code = systemCode(error);
	if (error instanceof IsnadError || code === undefined) return asIsnadError(error);
	const sentence =
		code === "ENOENT"
			? `${name} is missing although the corpus lists it: ingest its article again.`
			: `${name} cannot be read${reason(error, "make it readable for this user")}.`;
	return new IsnadError("corpus_corrupt", sentence, { cause: error });
}

function unreadable(what: string, error: unknown): IsnadError {
	return (
		systemLimit(error) ??
		new IsnadError(
			"path_unreadable",
			`${what} cannot be read${reason(error, "make it readable for this user")}.`,
			{ cause: error },
		)
	);
}

export function sha256(bytes: Uint8Array | string): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** One hash over all article files, whatever order they were read in. */
export function corpusHash(digests: ReadonlyMap<string, string>): string {
	const hash = createHash("sha256");
	for (const id of [...digests.keys()].sort()) hash.update(`${id}:${digests.get(id)}\n`);
	return hash.digest("hex");
}
