import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCorpus, writeCorpus } from "../../../src/corpus/index.ts";
import { type StoreFiles, storeFiles } from "../../../src/corpus/store/files.ts";
import { lockCorpus } from "../../../src/corpus/store/lock.ts";
import { readStore, type StoredCorpus } from "../../../src/corpus/store/read-corpus.ts";
import { Article } from "../../../src/domain/article.ts";

let dir: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), "isnad-store-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function article(id: string, text: string): Article {
	return Article.parse({
		id,
		language: "en",
		title: null,
		outlet: null,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		published: { value: null, precision: "unknown", basis: "unknown" },
		passages: [
			{ id: `${id}-p1`, kind: "body", text, source: { line: 1, start: 0, end: text.length } },
		],
		claims: [],
		events: [],
		figures: [],
	});
}

const before = [article("a1", "one old"), article("a2", "two old")];
const after = [article("a1", "one new"), article("a3", "three new")];
const change = { put: after, remove: ["a2"], sources: new Map([["a3", "three new"]]) };
const texts = async () => (await openCorpus(dir)).articles.map((a) => a.passages[0]?.text);
const oldTexts = ["one old", "two old"];
const newTexts = ["one new", "three new"];

/** Fails the n-th operation that changes the disk; `dead` fails all after it too, as a killed process would. */
function failing(n: number, code: string, dead: boolean): StoreFiles & { changes: () => number } {
	let count = 0;
	const guard =
		<A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
		async (...args: A): Promise<R> => {
			count++;
			if (count === n || (dead && count > n)) throw Object.assign(new Error(code), { code });
			return run(...args);
		};
	return {
		...storeFiles,
		write: guard(storeFiles.write),
		create: guard(storeFiles.create),
		rename: guard(storeFiles.rename),
		remove: guard(storeFiles.remove),
		makeFolder: guard(storeFiles.makeFolder),
		syncFolder: guard(storeFiles.syncFolder),
		changes: () => count,
	};
}

/** What a new process finds: nobody holds the old one's lock any more. */
const breakLock = () => rmSync(join(dir, "ingest.lock"), { force: true });

describe("a corpus folder", () => {
	it("holds one file an article after writing, and reads back what was written", async () => {
		await writeCorpus(dir, { put: before });
		await writeCorpus(dir, change);
		expect(await texts()).toEqual(newTexts);
		expect(readdirSync(join(dir, "articles"))).toEqual(["a1.json", "a3.json"]);
		expect(readdirSync(dir).sort()).toEqual(["articles", "corpus.json", "sources"]);
		expect(readFileSync(join(dir, "sources/a3.txt"), "utf8")).toBe("three new");
	});

	it("is the same bytes when the same articles are written again", async () => {
		const snapshot = () =>
			readdirSync(dir, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]);
		await writeCorpus(dir, change);
		const first = snapshot();
		expect(await writeCorpus(dir, { ...change, put: [...after].reverse() })).toEqual({
			written: [],
			removed: [],
		});
		expect(snapshot()).toEqual(first);
	});

	it("is the old one or the new one when a write is killed at any step", async () => {
		const total = failing(0, "", false);
		await writeCorpus(dir, { put: before });
		await writeCorpus(dir, change, total);
		const outcomes = new Set<string>();
		for (let step = 1; step <= total.changes(); step++) {
			rmSync(dir, { recursive: true });
			await writeCorpus(dir, { put: before });
			await writeCorpus(dir, change, failing(step, "EIO", true)).catch(() => undefined);
			const found = await openCorpus(dir);
			expect(found.problems).toEqual([]);
			const now = found.articles.map((a) => a.passages[0]?.text);
			expect([oldTexts, newTexts], `step ${step}`).toContainEqual(now);
			outcomes.add(now[0] ?? "");
			breakLock();
			// The next writer finishes or clears what was left, and gets the same corpus.
			await writeCorpus(dir, change);
			expect(await texts()).toEqual(newTexts);
			expect(readdirSync(join(dir, "articles"))).toEqual(["a1.json", "a3.json"]);
			expect(readdirSync(dir)).not.toContain("pending");
		}
		expect(outcomes).toEqual(new Set(["one old", "one new"]));
	});

	it("is the old one or the new one when any one operation finds the disk full", async () => {
		const total = failing(0, "", false);
		await writeCorpus(dir, { put: before });
		await writeCorpus(dir, change, total);
		let refused = 0;
		for (let step = 1; step <= total.changes(); step++) {
			rmSync(dir, { recursive: true });
			await writeCorpus(dir, { put: before });
			const error = await writeCorpus(dir, change, failing(step, "ENOSPC", false)).then(
				() => null,
				(e) => e,
			);
			if (error) {
				refused++;
				expect(error).toMatchObject({
					code: "corpus_unwritable",
					message: expect.stringContaining("disk is full"),
				});
			}
			expect([oldTexts, newTexts], `step ${step}`).toContainEqual(await texts());
			expect((await openCorpus(dir)).problems).toEqual([]);
		}
		expect(refused).toBeGreaterThan(5);
	});

	it("is read while it is written: never a mix", async () => {
		await writeCorpus(dir, { put: before });
		const seen = new Set<string>();
		// Every change of the disk is followed by a whole read.
		const watch =
			<A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
			async (...args: A): Promise<R> => {
				const result = await run(...args);
				seen.add(JSON.stringify(await texts()));
				return result;
			};
		await writeCorpus(dir, change, {
			...storeFiles,
			write: watch(storeFiles.write),
			rename: watch(storeFiles.rename),
			remove: watch(storeFiles.remove),
		});
		expect(seen).toEqual(new Set([JSON.stringify(oldTexts), JSON.stringify(newTexts)]));
	});

	it("changes its hash with any article and with nothing else", async () => {
		await writeCorpus(dir, { put: before });
		const first = (await openCorpus(dir)).hash;
		expect((await openCorpus(dir)).hash).toBe(first);
		await writeCorpus(dir, change);
		expect((await openCorpus(dir)).hash).not.toBe(first);
	});

	it("opens again only the files whose stamps are others, or tell nothing", async () => {
		await writeCorpus(dir, { put: before });
		const stamps: Record<string, string | null> = { "a1.json": "one", "a2.json": "two" };
		let opened: string[] = [];
		const files: StoreFiles = {
			...storeFiles,
			stamp: async (path) => stamps[basename(path)] ?? null,
			read: (path) => {
				opened.push(basename(path));
				return storeFiles.read(path);
			},
		};
		const again = async (earlier?: StoredCorpus) => {
			opened = [];
			const stored = await readStore(dir, files, earlier);
			return { stored, opened: opened.filter((name) => name !== "corpus.json") };
		};
		const first = await again();
		expect(first.opened).toEqual(["a1.json", "a2.json"]);
		const second = await again(first.stored);
		expect(second.opened).toEqual([]);
		expect(second.stored.articles).toEqual(first.stored.articles);
		expect(second.stored.digests).toEqual(first.stored.digests);
		await writeCorpus(dir, { put: [article("a1", "one new")] });
		stamps["a1.json"] = null;
		const third = await again(second.stored);
		expect(third.opened).toEqual(["a1.json"]);
		expect(third.stored.articles[0]?.passages[0]?.text).toBe("one new");
		expect((await again(third.stored)).opened).toEqual(["a1.json"]);
	});

	it("has no stamp for a file that was changed a moment ago", async () => {
		const path = join(dir, "fresh");
		writeFileSync(path, "");
		expect(await storeFiles.stamp(path)).toBeNull();
		const old = await storeFiles.stamp(process.execPath);
		expect(old).toMatch(/^\d+( \d+){4}$/);
		expect(await storeFiles.stamp(process.execPath)).toBe(old);
	});

	it("is read without a manifest", async () => {
		await writeCorpus(dir, { put: before });
		rmSync(join(dir, "corpus.json"));
		expect(await texts()).toEqual(oldTexts);
	});

	it("serves the others where an article is damaged, missing or misnamed", async () => {
		await writeCorpus(dir, { put: [...before, article("a4", "four"), article("a5", "five")] });
		writeFileSync(join(dir, "articles/a1.json"), '{"id": "a1"');
		rmSync(join(dir, "articles/a4.json"));
		writeFileSync(join(dir, "articles/a5.json"), readFileSync(join(dir, "articles/a2.json")));
		const found = await openCorpus(dir);
		expect(found.articles.map((a) => a.id)).toEqual(["a2"]);
		expect(found.problems.map((p) => [p.file, p.error.code])).toEqual([
			["articles/a1.json", "corpus_corrupt"],
			["articles/a4.json", "corpus_corrupt"],
			["articles/a5.json", "corpus_corrupt"],
		]);
	});

	it("is refused with its reason", async () => {
		await expect(openCorpus(join(dir, "none"))).rejects.toMatchObject({ code: "corpus_missing" });
		writeFileSync(
			join(dir, "corpus.json"),
			'{"format":"isnad-corpus","version":2,"shape":"other"}',
		);
		await expect(openCorpus(dir)).rejects.toMatchObject({ code: "corpus_newer" });
		await expect(writeCorpus(dir, change)).rejects.toMatchObject({ code: "corpus_newer" });
		writeFileSync(
			join(dir, "corpus.json"),
			'{"format":"isnad-corpus","version":1,"articles":["../x"]}',
		);
		await expect(openCorpus(dir)).rejects.toMatchObject({ code: "corpus_corrupt" });
		writeFileSync(join(dir, "plain"), "");
		await expect(writeCorpus(join(dir, "plain"), change)).rejects.toMatchObject({
			code: "corpus_unwritable",
		});
	});
});

describe("the lock of a corpus folder", () => {
	const lockFile = () => join(dir, "ingest.lock");

	it("lets one writer in at a time", async () => {
		const lock = await lockCorpus(dir, storeFiles);
		await expect(lockCorpus(dir, storeFiles)).rejects.toMatchObject({
			code: "corpus_unwritable",
			message: expect.stringContaining("Another ingest"),
		});
		await lock.release();
		await (await lockCorpus(dir, storeFiles)).release();
		expect(readdirSync(dir)).toEqual([]);
	});

	it.each([
		["whose process is gone", { pid: 2 ** 30, host: "HOST", started: null, token: "t" }],
		[
			"of an earlier life of this process id",
			{ pid: process.pid, host: "HOST", started: "1", token: "t" },
		],
	])("is taken over from a holder %s", async (_, holder) => {
		const { hostname } = await import("node:os");
		writeFileSync(lockFile(), JSON.stringify({ ...holder, host: hostname() }));
		await (await lockCorpus(dir, storeFiles)).release();
	});

	it("of another machine is believed until it has been silent for long", async () => {
		writeFileSync(
			lockFile(),
			JSON.stringify({ pid: 1, host: "elsewhere", started: null, token: "t" }),
		);
		await expect(lockCorpus(dir, storeFiles)).rejects.toMatchObject({ code: "corpus_unwritable" });
		const later = () => Date.now() + 11 * 60_000;
		await (await lockCorpus(dir, storeFiles, later)).release();
	});

	it("left unfilled by a crash is taken over after a while", async () => {
		mkdirSync(dir, { recursive: true });
		writeFileSync(lockFile(), "");
		await expect(lockCorpus(dir, storeFiles)).rejects.toMatchObject({ code: "corpus_unwritable" });
		await (await lockCorpus(dir, storeFiles, () => Date.now() + 11_000)).release();
	});
});
