import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, shortReads } from "../../../../bench/live/pages.ts";
import { readConfig } from "../../../../src/app/config.ts";
import { CorpusIntake } from "../../../../src/app/live/corpus-intake.ts";
import type { Extraction } from "../../../../src/app/load/extraction.ts";
import { shelfPath } from "../../../../src/app/load/search-index.ts";
import { Shelving } from "../../../../src/app/load/shelving.ts";
import { type App, createApp } from "../../../../src/app/serving/app.ts";
import { type StoreFiles, storeFiles } from "../../../../src/corpus/store/files.ts";
import { readStore } from "../../../../src/corpus/store/read-corpus.ts";
import { isShelved } from "../../../../src/domain/article-outline.ts";
import { noMetrics } from "../../../../src/domain/metrics.ts";
import type { Logger } from "../../../../src/domain/ports.ts";
import type { TakeOrder } from "../../../../src/sources/intake-port.ts";
import { rememberingExtraction, shippedAnswering } from "../../../extraction.ts";

const pages = makePages(4, 23, shortReads);
let extraction: Promise<Extraction>;
beforeAll(() => {
	extraction = rememberingExtraction();
});

function folders(): { corpus: string; data: string } {
	const folder = mkdtempSync(join(tmpdir(), "isnad-shelved-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const corpus = join(folder, "corpus");
	cpSync("index-data/corpus", corpus, { recursive: true });
	return { corpus, data: join(folder, "data") };
}

type Kind = "memory" | "segments";

async function open(kind: Kind, { corpus, data }: ReturnType<typeof folders>) {
	const settings = { ISNAD_DATA: data, ISNAD_CORPUS: corpus, ISNAD_SEARCH_INDEX: kind };
	const config = readConfig(settings);
	const app = await createApp(config, () => {}, noMetrics, { data: shippedAnswering() });
	onTestFinished(() => app.close());
	await app.warmUp();
	const language = () => extraction;
	const served = app.opened.digests;
	const given = { corpusDir: corpus, language, served, intents: join(data, "changes") };
	return { app, intake: new CorpusIntake({ ...given, now: () => 0 }) };
}

const orderOf = (some: readonly MadePage[], text = htmlOf): TakeOrder => ({
	pages: some.map((page) => ({
		key: page.path,
		page: {
			...{ address: `https://post.example${page.path}`, format: "html", charset: null },
			bytes: Buffer.from(text(page)),
			told: { title: null, outlet: null, published: null },
		},
		replaces: null,
	})),
	gone: [],
});

const topics = ["gas terminal", "شحنة القمح", "Putin"];

async function told({ answerer }: App): Promise<string[]> {
	const commands = ["claims", "timeline", "who"] as const;
	const asked = commands.flatMap((command) => topics.map((text) => ({ command, text })));
	const out: string[] = [];
	for (const request of [...asked, { command: "sources" as const, text: "" }])
		out.push(JSON.stringify(await answerer.answer(request)));
	return out;
}

describe("a corpus whose text is in rows", () => {
	it("answers as one that is held, while articles come, change and go, and after a restart", async () => {
		const [held, shelved] = [folders(), folders()];
		const one = await open("memory", held);
		const other = await open("segments", shelved);
		const steps = [
			orderOf(pages.slice(0, 3)),
			orderOf(pages.slice(2), (page) => htmlOf(page).replaceAll(" the ", " this ")),
		];
		for (const order of steps) {
			for (const { app, intake } of [one, other]) {
				await intake.take(order);
				await app.answerer.apply(await intake.news());
			}
			expect(await told(other.app)).toEqual(await told(one.app));
		}
		expect(other.app.corpus.articles.every(isShelved)).toBe(true);
		expect(one.app.corpus.articles.some(isShelved)).toBe(false);
		await other.app.close();
		const again = await open("segments", shelved);
		expect(await told(again.app)).toEqual(await told(one.app));
	});
});

describe("where the articles of a corpus are", () => {
	const openShelving = (place: { corpus: string; data: string }, searchIndex?: Kind) => {
		const log = () => {};
		const kind = searchIndex ? { searchIndex } : {};
		return Shelving.open({ place: { ...place, ...kind }, log, now: () => 0 });
	};

	it("is memory for a corpus that fits, and no file is made", async () => {
		const place = folders();
		const shelving = await openShelving(place);
		const keep: Shelving["keep"] = (article, file) => shelving.keep(article, file);
		const read = await shelving.kept(await readStore(place.corpus, storeFiles, undefined, keep));
		expect(read.articles.some(isShelved)).toBe(false);
		expect(existsSync(shelfPath(place))).toBe(false);
	});

	it("is a file whose articles are not read again while their own files stay the same", async () => {
		const place = folders();
		let opened = 0;
		const files = {
			...storeFiles,
			stamp: async (path: string) => path,
			read: (path: string) => {
				if (path.includes("articles")) opened++;
				return storeFiles.read(path);
			},
		};
		for (const expected of [5, 0]) {
			opened = 0;
			const shelving = await openShelving(place, "segments");
			const { known } = shelving;
			const keep: Shelving["keep"] = (article, file) => shelving.keep(article, file);
			const read = await shelving.kept(await readStore(place.corpus, files, known, keep));
			expect(read.articles.map(isShelved)).toEqual([true, true, true, true, true]);
			expect(opened).toBe(expected);
			await shelving.shelf?.close();
		}
	});

	const fill = async (place: ReturnType<typeof folders>, files: StoreFiles = storeFiles) => {
		const shelving = await openShelving(place, "segments");
		const keep: Shelving["keep"] = (article, file) => shelving.keep(article, file);
		await shelving.kept(await readStore(place.corpus, files, shelving.known, keep));
		await shelving.shelf?.close();
	};

	it("is a file that learns the stamps of what came in live", async () => {
		const place = folders();
		const stamped: StoreFiles = { ...storeFiles, stamp: async (path) => path };
		await fill(place, { ...storeFiles, stamp: async () => null });
		await fill(place, stamped);
		let opened = 0;
		const counting = (path: string) => {
			if (path.includes("articles")) opened++;
			return storeFiles.read(path);
		};
		await fill(place, { ...stamped, read: counting });
		expect(opened).toBe(0);
	});

	it.each([undefined, "memory"] as const)(
		"is no file any more once it is memory: %s",
		async (kind) => {
			const place = folders();
			await fill(place);
			expect(existsSync(shelfPath(place))).toBe(true);
			expect((await openShelving(place, kind)).shelf).toBeNull();
			for (const ending of ["", "-wal", "-shm"])
				expect(existsSync(shelfPath(place) + ending)).toBe(false);
		},
	);

	it("is made anew where the file cannot be read, which is told", async () => {
		const place = folders();
		await fill(place);
		const database = new DatabaseSync(shelfPath(place));
		database.exec("update article set head = 'none'");
		database.close();
		const told: string[] = [];
		const log: Logger = (_, line) => told.push(line);
		const kind = { searchIndex: "segments" } as const;
		const again = await Shelving.open({ place: { ...place, ...kind }, log, now: () => 0 });
		onTestFinished(() => again.shelf?.close());
		expect(again.known.articles).toEqual([]);
		expect(told).toEqual([expect.stringContaining("read from the corpus anew")]);
	});
});
