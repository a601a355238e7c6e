import type { StopWords } from "../../../language/words/index-terms.ts";
import { readParts, writeParts } from "../../parts-file.ts";
import { buildSegment, type Vocabulary } from "../segment/build-segment.ts";
import { type FlatRows, PassageRows } from "../segment/passage-rows.ts";
import { Segment } from "../segment/segment.ts";
import type { SegmentFiles } from "./segment-files.ts";

/** How segments and their words are told from other files of the index, and raised with their form. */
export const segmentOrigin = "segments 1";

/** What one segment is made of: passages as they came, or those of a segment, without some articles. */
type BuildInput = { removed: readonly number[] } & ({ rows: FlatRows } | { file: string });

/** Data alone: it goes to another thread. */
export type BuildJob = { name: string; inputs: BuildInput[]; vocabulary: Vocabulary };

/** Writes segments. */
export interface SegmentBuilder {
	/** Makes the file; false where nothing was left to put into it. */
	build(job: BuildJob): Promise<boolean>;
	close(): Promise<void>;
}

/**
 * Segments are merged by building them anew of their words: lists come out in order without being
 * compared, in time that grows with the words alone.
 */
export class LocalBuilder implements SegmentBuilder {
	readonly #files: SegmentFiles;
	readonly #stopWords: StopWords;

	constructor(files: SegmentFiles, stopWords: StopWords) {
		this.#files = files;
		this.#stopWords = stopWords;
	}

	async build({ name, inputs, vocabulary }: BuildJob): Promise<boolean> {
		const rows = new PassageRows();
		const origin = { corpus: segmentOrigin, data: { stopWords: this.#stopWords } };
		for (const input of inputs) {
			const removed = new Set(input.removed);
			if ("rows" in input) addFlat(rows, input.rows, removed);
			else addSegment(rows, await readSegment(input.file, this.#files, origin), removed);
		}
		if (rows.articles.length === 0) return false;
		await this.#files.write(name, writeParts(buildSegment(rows.flat(), vocabulary), origin));
		return true;
	}

	async close(): Promise<void> {}
}

type Origin = Parameters<typeof readParts>[1];

/** Errors: `snapshot_stale`, `snapshot_corrupt`, those of the system. */
export async function readSegment(
	file: string,
	files: SegmentFiles,
	origin: Origin,
): Promise<Segment> {
	return new Segment(file, await readParts((await files.read(file)) ?? new Uint8Array(0), origin));
}

function addFlat(out: PassageRows, rows: FlatRows, removed: ReadonlySet<number>): void {
	let passage = 0;
	for (const [article, id] of rows.articles.entries()) {
		const isLeft = !removed.has(article);
		if (isLeft) out.begin(id, rows.fingerprints[article] ?? "");
		for (; rows.articleOf[passage] === article; passage++) {
			if (!isLeft) continue;
			out.push(rows.words.subarray(rows.starts[passage], rows.starts[passage + 1]), {
				line: rows.lines[passage] ?? 0,
				traits: rows.traits[passage] ?? 0,
				otherFrom: rows.otherFrom[passage] ?? 0,
			});
		}
	}
}

function addSegment(out: PassageRows, segment: Segment, removed: ReadonlySet<number>): void {
	for (const [article, id] of segment.articles.entries()) {
		if (removed.has(article)) continue;
		out.begin(id, segment.fingerprints[article] ?? "");
		for (let at = segment.firstOf(article); at < segment.firstOf(article + 1); at++)
			out.push(segment.wordsOf(at), {
				line: segment.lineOf(at),
				traits: segment.traits(at),
				otherFrom: segment.otherFrom(at),
			});
	}
}
