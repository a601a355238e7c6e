import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/domain/article.ts";
import { parseStopWords } from "../../../../src/language/words/index-terms.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import type { SegmentedIndex } from "../../../../src/search/segments/segmented-index.ts";
import { article, smallData } from "../doubles.ts";
import { MemoryFiles, openSegments } from "./doubles.ts";

const words = "نفت بكين بيع أسلحة القمح صادرات إضراب محكمة المسيرة يوسف".split(" ");

/** Article n: three passages of the words from the n-th on. */
function numbered(n: number): Article {
	const line = (at: number) => [0, 1, 3, 4].map((step) => words[(n + at + step) % 10]).join(" ");
	return article(`n${n}`, [line(0), line(4), line(7)]);
}

const corpus = Array.from({ length: 12 }, (_, n) => numbered(n));
const questions = ["wheat exports", "Beijing arms", "إضراب المحكمة", "drones", "Yusuf", "zeppelin"];

async function answers(index: Pick<SegmentedIndex, "search">) {
	const out = [];
	for (const text of questions) out.push(await index.search({ text, language: "ar", limit: 50 }));
	return out;
}

async function truth(articles: readonly Article[]) {
	return answers(await createPassageSearch(articles, data));
}

/** Grows, is merged, loses articles and is closed, over files that may fail. */
async function live(files: MemoryFiles): Promise<void> {
	const { index } = await openSegments(corpus.slice(0, 3), data, { files, prefix: "a" });
	for (const one of corpus.slice(3)) await index.add(one);
	for (const one of corpus.slice(0, 4)) await index.remove(one.id);
	for (const one of corpus.slice(0, 2)) await index.add(one);
	await index.close();
}

const left = [...corpus.slice(4), ...corpus.slice(0, 2)];

const data = smallData();

describe("segments that are kept", () => {
	it("answer as before when they are opened again, and nothing is written anew", async () => {
		const { index, files } = await openSegments(corpus, data);
		const before = await answers(index);
		await index.close();
		const kept = new MemoryFiles((files as MemoryFiles).files);
		kept.onStep = (step, name) => {
			throw new Error(`${step} ${name}`);
		};
		const again = await openSegments(corpus, data, { files: kept, prefix: "b" });
		expect(again.problems).toEqual([]);
		expect(await answers(again.index)).toEqual(before);
		expect(before).toEqual(await truth(corpus));
	});

	it("are brought to another state of the corpus by what differs alone", async () => {
		const { index, files } = await openSegments(corpus, data);
		await index.close();
		const other = [...corpus.slice(2), article("n3", ["بكين نفت"])].filter(
			(one) => one !== corpus[3],
		);
		const again = await openSegments(other, data, { files, prefix: "b", hash: "other" });
		expect(again.problems).toEqual([]);
		expect(again.index.size).toBe(other.reduce((sum, one) => sum + one.passages.length, 0));
		expect(await answers(again.index)).toEqual(await truth(other));
	});

	it("are the old state or the new one wherever the process is killed", async () => {
		const whole = new MemoryFiles();
		let steps = 0;
		whole.onStep = () => steps++;
		await live(whole);
		expect(steps).toBeGreaterThan(20);
		const expected = await truth(left);
		for (let killed = 0; killed <= steps; killed++) {
			const files = new MemoryFiles();
			let step = 0;
			files.onStep = () => {
				if (step++ >= killed) throw Object.assign(new Error("gone"), { code: "EIO" });
			};
			await live(files);
			const rest = new MemoryFiles(files.files);
			const { index, problems } = await openSegments(left, data, {
				files: rest,
				prefix: "b",
			});
			expect(problems).toEqual([]);
			expect(await answers(index)).toEqual(expected);
			await index.close();
			// What nothing names any more is gone.
			const manifest = JSON.parse(Buffer.from(rest.files.get("segments.json") ?? []).toString());
			const named = manifest.segments.map(({ file }: { file: string }) => file);
			expect([...rest.files.keys()].sort()).toEqual(
				["segments.json", manifest.words, ...named].sort(),
			);
		}
	});

	it("go on in memory where nothing can be written, and say so", async () => {
		const files = new MemoryFiles();
		files.onStep = () => {
			throw Object.assign(new Error("full"), { code: "ENOSPC" });
		};
		const { index, problems } = await openSegments(corpus, data, { files });
		expect(problems.length).toBeGreaterThan(0);
		expect(await answers(index)).toEqual(await truth(corpus));
	});

	it.each([
		["cut short", (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 3), "snapshot_corrupt"],
		["changed", (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1), "snapshot_corrupt"],
		["gone", () => new Uint8Array(0), "snapshot_corrupt"],
	])("are built anew where a file is %s", async (_, spoil, code) => {
		const { index, files } = await openSegments(corpus, data);
		await index.close();
		const whole = (files as MemoryFiles).files;
		for (const name of whole.keys()) {
			const spoilt = new MemoryFiles(whole);
			spoilt.files.set(name, spoil(whole.get(name) ?? new Uint8Array(0)));
			const again = await openSegments(corpus, data, { files: spoilt, prefix: "b" });
			expect(again.problems.map((problem) => problem.code)).toEqual([code]);
			expect(await answers(again.index)).toEqual(await answers(index));
			expect(spoilt.files.has(name)).toBe(name === "segments.json");
		}
	});

	it("are stale where other words are none", async () => {
		const { index, files } = await openSegments(corpus, data);
		await index.close();
		const other = { ...data, stopWords: parseStopWords("the", "القمح") };
		const again = await openSegments(corpus, other, { files, prefix: "b" });
		expect(again.problems.map(({ code }) => code)).toEqual(["snapshot_stale"]);
		expect(again.index.size).toBe(36);
	});

	it("count a word however often a passage holds it", async () => {
		const often = article("o", [Array<string>(700).fill("القمح").join(" "), "القمح نفت"]);
		const both = article("p", [{ ar: "القمح 2023 2023", en: "wheat 2023" }]);
		const { index } = await openSegments([often, both], data);
		await index.close();
		expect(await answers(index)).toEqual(await truth([often, both]));
	});
});
