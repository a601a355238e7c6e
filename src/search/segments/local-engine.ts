import { asIsnadError, type IsnadError } from "../../domain/errors.ts";
import { readParts, writeParts } from "../parts-file.ts";
import type { SearchData } from "../search-data.ts";
import { SnapshotParts } from "../snapshot-parts.ts";
import { GroupReader } from "../widen/question-groups.ts";
import { CorpusWords } from "../words/corpus-words.ts";
import { type Manifest, readManifest, writeManifest } from "./keeping/manifest.ts";
import { mergePlan } from "./keeping/merge-plan.ts";
import { readSegment, type SegmentBuilder, segmentOrigin } from "./keeping/segment-builder.ts";
import type { SegmentFiles } from "./keeping/segment-files.ts";
import { searchSegments } from "./scoring/search-segments.ts";
import { GrowingSegment } from "./segment/growing-segment.ts";
import type { LiveSegment } from "./segment/live-segment.ts";
import type { IndexArticle } from "./segment/passage-rows.ts";
import { mostPassages } from "./segment/segment-source.ts";
import type { EngineHits, EngineJudge, EngineQuery, SegmentEngine } from "./segment-engine.ts";
import { SegmentStore } from "./segment-store.ts";

export type EngineParts = {
	data: SearchData;
	files: SegmentFiles;
	builder: SegmentBuilder;
	/** Told of what could not be read or written: the index goes on without it. */
	onProblem: (error: IsnadError) => void;
	/** Ends the name of a file; another one each time, also of another process. */
	newName: () => string;
	/** Passages that come in before they are written as a segment. */
	sealAt?: number;
};

const usualSealAt = 4_096;

/** Segments in this thread: searched here, written by the builder. */
export class LocalEngine implements SegmentEngine {
	readonly #parts: EngineParts;
	readonly #store: SegmentStore;
	readonly #reader: GroupReader;
	#corpus: string | null;
	/** The words as they stand in a file, and how many. */
	#words: { file: string; count: number };
	/** Segments are written one after the other. */
	#writing: Promise<void> = Promise.resolve();

	constructor(parts: EngineParts, opened: Opened) {
		this.#parts = parts;
		this.#store = opened.store;
		this.#corpus = opened.corpus;
		this.#words = opened.words;
		this.#reader = new GroupReader(parts.data, opened.store);
	}

	/** From its files; where there are none that fit, without an article. */
	static async open(parts: EngineParts): Promise<LocalEngine> {
		let opened: Opened | null = null;
		try {
			opened = await openStore(parts);
		} catch (error) {
			parts.onProblem(asIsnadError(error));
		}
		return new LocalEngine(parts, opened ?? newStore(parts.data));
	}

	async known() {
		return { articles: this.#store.articles, corpus: this.#corpus };
	}

	async add(article: IndexArticle, isBulk = false): Promise<number> {
		this.#corpus = null;
		// What is being written is waited for: else all that a large corpus holds would wait in memory.
		if (!this.#store.hasRoom(article.passages.length)) await this.#seal(isBulk);
		const number = this.#store.add(article);
		const most = isBulk ? mostPassages : (this.#parts.sealAt ?? usualSealAt);
		if (this.#store.growing.source.count >= most) await this.#seal(isBulk);
		return number;
	}

	async remove(articleId: string): Promise<void> {
		this.#corpus = null;
		this.#store.remove(articleId);
		if (mergePlan(this.#store.lives)) void this.#write(() => this.#merge());
	}

	async search(query: EngineQuery, judge: EngineJudge): Promise<EngineHits> {
		return searchSegments(
			query,
			{ ...this.#parts, store: this.#store, reader: this.#reader },
			judge,
		);
	}

	async keep(corpus: string | null): Promise<void> {
		await this.#seal(true);
		await this.#write(async () => {
			this.#corpus = corpus;
			await this.#commit();
		});
	}

	/** What it holds is in files then, as far as they can be written. */
	async close(): Promise<void> {
		if (this.#store.growing.source.count > 0) await this.#seal(true);
		await this.#writing;
		await this.#parts.builder.close();
	}

	/** Begins a new growing segment and has the last one written; waits for that one, or for those before it. */
	#seal(waits: boolean): Promise<void> {
		const before = this.#writing;
		if (this.#store.growing.source.count > 0) this.#store.rest();
		const done = this.#write(async () => {
			// What could not be written the last time is tried again.
			for (;;) {
				const unwritten = this.#store.lives.filter(
					(live) => live.source.file === null && live !== this.#store.growing,
				);
				const [first] = unwritten;
				if (!first) break;
				await this.#build([first]);
			}
			await this.#commit();
			await this.#merge();
		});
		return waits ? done : before;
	}

	#write(work: () => Promise<void>): Promise<void> {
		const done = this.#writing.then(work).catch((error: unknown) => {
			this.#parts.onProblem(asIsnadError(error));
		});
		this.#writing = done;
		return done;
	}

	async #merge(): Promise<void> {
		for (let plan = mergePlan(this.#store.lives); plan; plan = mergePlan(this.#store.lives)) {
			await this.#build(plan);
			await this.#commit();
		}
	}

	/** One segment of all these, in their place. */
	async #build(lives: readonly LiveSegment[]): Promise<void> {
		const { builder, files, data } = this.#parts;
		const { words } = this.#store;
		const name = `segment-${this.#parts.newName()}.idx`;
		const numbers = lives.flatMap((live) =>
			live.numbers.filter((_, article) => !live.removed.has(article)),
		);
		const inputs = lives.map(({ source, removed }) => ({
			removed: [...removed],
			...(source instanceof GrowingSegment
				? { rows: source.rows.flat() }
				: { file: source.file ?? "" }),
		}));
		const vocabulary = { termOf: words.termNumbers, grams: words.grams.byWord };
		const isMade = await builder.build({ name, inputs, vocabulary });
		const origin = { corpus: segmentOrigin, data };
		this.#store.replace(lives, isMade ? await readSegment(name, files, origin) : null, numbers);
	}

	/** What is in files is the index from now on. */
	async #commit(): Promise<void> {
		const { files, data } = this.#parts;
		const { words, lives } = this.#store;
		const count = words.count;
		if (this.#words.count !== count) {
			const parts = new SnapshotParts();
			words.save(parts);
			const file = `words-${this.#parts.newName()}.idx`;
			await files.write(file, await writeParts(parts, { corpus: segmentOrigin, data }));
			this.#words = { file, count };
		}
		const segments = lives.flatMap(({ source: { file }, removed }) =>
			file === null ? [] : [{ file, removed: [...removed] }],
		);
		const corpus = this.#corpus;
		await writeManifest(files, { format: 1, corpus, words: this.#words.file, segments });
	}
}

type Opened = {
	store: SegmentStore;
	corpus: string | null;
	words: { file: string; count: number };
};

function newStore({ stopWords }: SearchData): Opened {
	return { store: new SegmentStore(stopWords), corpus: null, words: { file: "", count: -1 } };
}

/** Null where nothing was kept. Errors: `snapshot_stale`, `snapshot_corrupt`, those of the system. */
async function openStore({ files, data }: EngineParts): Promise<Opened | null> {
	const manifest: Manifest | null = await readManifest(files);
	if (!manifest) return null;
	const origin = { corpus: segmentOrigin, data };
	const bytes = (await files.read(manifest.words)) ?? new Uint8Array(0);
	const words = await CorpusWords.from(await readParts(bytes, origin), data.stopWords);
	await words.prepare(async () => {});
	await words.prepareSounds(async () => {});
	const store = new SegmentStore(data.stopWords, words);
	for (const { file, removed } of manifest.segments)
		store.open({ segment: await readSegment(file, files, origin), removed });
	const kept = { file: manifest.words, count: words.count };
	return { store, corpus: manifest.corpus, words: kept };
}
