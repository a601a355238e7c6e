import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import type { Article } from "../../domain/article.ts";
import { countsOf } from "../../domain/article-outline.ts";
import { asIsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { readRegular } from "../../files/regular-file.ts";
import { reason, systemCode } from "../../files/system-error.ts";
import { createPassageSearch, type LocalPassageSearch } from "../../search/passage-search.ts";
import type { SearchData } from "../../search/search-data.ts";
import type { SegmentedIndex } from "../../search/segments/segmented-index.ts";
import { replaceFile } from "./segments/replace-file.ts";

/** Below this many passages the index is built faster than its file is read. */
const worthKeeping = 2_000;
/** Up to so many passages the index in this process is as fast, and there is less to keep. */
const mostInProcess = 20_000;

/** Which index serves: `auto` goes by the number of passages. */
export type SearchIndexKind = "auto" | "memory" | "segments";

export type SnapshotPlace = {
	/** Folder of the corpus: each has a snapshot of its own. */
	corpus: string;
	/** Folder for what the program keeps. */
	data: string;
};

export type SearchPlace = SnapshotPlace & {
	/** `auto` where absent. */
	searchIndex?: SearchIndexKind;
	/** Lines of the operator's own lexicon: a search thread reads questions as well. */
	ownLexicon?: readonly string[];
};

export type SearchWatch = {
	log: Logger;
	/** Told each time that a search thread ended by itself; it is started again. */
	onEnd?: () => void;
};

/**
 * The search over a corpus: from its snapshot where there is a fitting one, else built anew and
 * kept for the next start. A stale or broken snapshot is never served; what cannot be written is
 * only a warning.
 */
export async function openSearch(
	{ articles, hash }: { articles: readonly Article[]; hash: string },
	data: SearchData,
	place: SearchPlace,
	{ log, onEnd = () => {} }: SearchWatch,
	least: number = worthKeeping,
): Promise<LocalPassageSearch | SegmentedIndex> {
	const passages = articles.reduce((sum, article) => sum + countsOf(article).passages, 0);
	const { searchIndex = "auto" } = place;
	if (searchIndex === "segments" || (searchIndex === "auto" && passages > mostInProcess))
		return openOfSegments({ articles, hash }, place, { log, onEnd });
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
	await keep(path, await search.snapshot(hash), log);
	return search;
}

async function openOfSegments(
	corpus: { articles: readonly Article[]; hash: string },
	place: SearchPlace,
	watch: Required<SearchWatch>,
): Promise<SegmentedIndex> {
	// Read here only where there are segments: most starts need none.
	const { openSegments } = await import("./segments/open-segments.ts");
	return openSegments(corpus, { folder: segmentsPath(place), ...place }, watch);
}

export function snapshotPath(place: SnapshotPlace): string {
	return indexPath(place, "snapshot");
}

export function segmentsPath(place: SnapshotPlace): string {
	return indexPath(place, "segments");
}

/** Where the text of articles is that the process does not hold. */
export function shelfPath(place: SnapshotPlace): string {
	return indexPath(place, "articles");
}

function indexPath({ corpus, data }: SnapshotPlace, ending: string): string {
	const name = createHash("sha256").update(corpus).digest("hex").slice(0, 16);
	return join(data, "index", `${name}.${ending}`);
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

async function keep(path: string, bytes: Uint8Array, log: Logger): Promise<void> {
	try {
		await replaceFile(path, bytes);
	} catch (error) {
		const mend = "name a writable folder in ISNAD_DATA";
		log("warn", `The search snapshot cannot be kept in ${dirname(path)}${reason(error, mend)}.`);
	}
}
