import type { Article } from "../../domain/article.ts";
import { corruptParts, readParts, writeParts } from "../parts-file.ts";
import type { SearchData } from "../search-data.ts";
import { SnapshotParts } from "../snapshot-parts.ts";
import { PassageStore } from "./passage-index.ts";

/** The index as bytes. `corpus` is the hash of the articles that were indexed. */
export function saveSnapshot(store: PassageStore, corpus: string, data: SearchData): Uint8Array {
	const parts = new SnapshotParts();
	store.save(parts);
	return writeParts(parts, { corpus, data });
}

/**
 * Builds the store from a snapshot of exactly these articles. Errors: as `readParts`. The store reads
 * in `bytes` from then on: they may not be written to.
 */
export async function loadSnapshot(
	bytes: Uint8Array,
	articles: readonly Article[],
	corpus: string,
	data: SearchData,
): Promise<PassageStore> {
	try {
		return await PassageStore.from(await readParts(bytes, { corpus, data }), articles, data);
	} catch (cause) {
		if (cause instanceof RangeError) throw corruptParts(`cannot be read (${cause.message})`, cause);
		throw cause;
	}
}
