import type { Article } from "../../../../src/domain/article.ts";
import type { IsnadError } from "../../../../src/domain/errors.ts";
import type { SearchData } from "../../../../src/search/search-data.ts";
import { HeldArticles } from "../../../../src/search/segments/article-shelf.ts";
import { LocalBuilder } from "../../../../src/search/segments/keeping/segment-builder.ts";
import type { SegmentFiles } from "../../../../src/search/segments/keeping/segment-files.ts";
import { LocalEngine } from "../../../../src/search/segments/local-engine.ts";
import { SegmentedIndex } from "../../../../src/search/segments/segmented-index.ts";

/** Files in memory; `onStep` is called before each step that changes them, and may throw as a disk does. */
export class MemoryFiles implements SegmentFiles {
	readonly files: Map<string, Uint8Array>;
	onStep: (step: string, name: string) => void = () => {};

	constructor(files: ReadonlyMap<string, Uint8Array> = new Map()) {
		this.files = new Map(files);
	}

	async read(name: string): Promise<Uint8Array | null> {
		return this.files.get(name) ?? null;
	}

	async write(name: string, bytes: Uint8Array): Promise<void> {
		this.onStep("write", name);
		this.files.set(name, Uint8Array.from(bytes));
	}

	async remove(name: string): Promise<void> {
		this.onStep("remove", name);
		this.files.delete(name);
	}

	async list(): Promise<string[]> {
		return [...this.files.keys()];
	}
}

export type OpenedIndex = { index: SegmentedIndex; problems: IsnadError[]; files: SegmentFiles };

/** Segments in this thread over these articles; `sealAt`: passages of a segment. */
export async function openSegments(
	articles: readonly Article[],
	data: SearchData,
	{ files = new MemoryFiles() as SegmentFiles, hash = "h", sealAt = 4, prefix = "" } = {},
): Promise<OpenedIndex> {
	const problems: IsnadError[] = [];
	const builder = new LocalBuilder(files, data.stopWords);
	const onProblem = (error: IsnadError) => problems.push(error);
	let named = 0;
	const newName = () => `${prefix}${++named}`;
	const engine = await LocalEngine.open({ data, files, builder, onProblem, newName, sealAt });
	const shelf = new HeldArticles();
	for (const article of articles) shelf.put(article);
	const index = new SegmentedIndex(engine, shelf);
	await index.fit(
		articles.map(({ id }) => id),
		hash,
	);
	return { index, problems, files };
}
