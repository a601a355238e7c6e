import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Article } from "../../domain/article.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { readRegular } from "../../files/regular-file.ts";
import { reason, systemCode } from "../../files/system-error.ts";
import { createPassageSearch, type LocalPassageSearch } from "../../search/passage-search.ts";
import type { SearchData } from "../../search/search-data.ts";

/** Below this many passages the index is built faster than its file is read. */
const worthKeeping = 2_000;

export type SnapshotPlace = {
	/** Folder of the corpus: each has a snapshot of its own. */
	corpus: string;
	/** Folder for what the program keeps. */
	data: string;
};

/**
 * The search over a corpus: from its snapshot where there is a fitting one, else built anew and
 * kept for the next start. A stale or broken snapshot is never served; what cannot be written is
 * only a warning.
 */
export async function openSearch(
	{ articles, hash }: { articles: readonly Article[]; hash: string },
	data: SearchData,
	place: SnapshotPlace,
	log: Logger,
	least: number = worthKeeping,
): Promise<LocalPassageSearch> {
	const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
	if (passages < least) return createPassageSearch(articles, data);
	const path = snapshotPath(place);
	const snapshot = await readIfThere(path, log);
	if (snapshot) {
		try {
			return await createPassageSearch(articles, data, { snapshot, corpusHash: hash });
		} catch (error) {
			const { code, message } = asIsnadError(error);
			if (!code.startsWith("snapshot_")) throw error;
			log("warn", message, { code });
		}
	}
	const search = await createPassageSearch(articles, data);
	await keep(path, search.snapshot(hash), log);
	return search;
}

export function snapshotPath({ corpus, data }: SnapshotPlace): string {
	const name = createHash("sha256").update(corpus).digest("hex").slice(0, 16);
	return join(data, "index", `${name}.snapshot`);
}

async function readIfThere(path: string, log: Logger): Promise<Uint8Array | null> {
	try {
		return await readRegular(path);
	} catch (error) {
		const code = systemCode(error);
		if (code !== "ENOENT" && code !== "ENOTDIR")
			log("warn", `The search snapshot ${path} cannot be read (${code}): it is built anew.`);
		return null;
	}
}

/** Written beside and renamed, so that a reader sees the old file or the new one, never a part. */
async function keep(path: string, bytes: Uint8Array, log: Logger): Promise<void> {
	const beside = `${path}.${randomUUID()}.new`;
	try {
		await mkdir(dirname(path), { recursive: true });
		const file = await open(beside, "wx");
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true }).catch(() => undefined);
		const mend = "name a writable folder in ISNAD_DATA";
		log("warn", `The search snapshot cannot be kept in ${dirname(path)}${reason(error, mend)}.`);
	}
}
