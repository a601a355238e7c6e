import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shippedSearchData } from "../../../../src/app/load/search-data.ts";
import {
	openSearch,
	type SearchPlace,
	segmentsPath,
	snapshotPath,
} from "../../../../src/app/load/search-index.ts";
import { article } from "../../answers/doubles.ts";

const articles = [article("one", ["the harbour strike ended", "ferries sail again"])];
const search = await shippedSearchData();

function opened() {
	const data = mkdtempSync(join(tmpdir(), "isnad-"));
	onTestFinished(() => rmSync(data, { recursive: true, force: true }));
	const place = { corpus: "/corpus", data };
	const warnings: string[] = [];
	const open = (hash: string, at: SearchPlace = place) =>
		openSearch(
			{ articles, hash },
			search,
			at,
			{ log: (level, message) => level === "warn" && warnings.push(message) },
			0,
		);
	return { place, warnings, open, path: snapshotPath(place) };
}

const found = async (open: Promise<Awaited<ReturnType<typeof openSearch>>>) =>
	(await (await open).search({ text: "harbour strike", language: "en", limit: 5 })).hits.map(
		(hit) => [hit.passage.id, hit.score],
	);

describe("the snapshot of the index", () => {
	it("is written once and read the next time, with the same answers", async () => {
		const { open, path, warnings } = opened();
		const built = await found(open("aa"));
		const bytes = readFileSync(path);
		expect(await found(open("aa"))).toEqual(built);
		expect(readFileSync(path)).toEqual(bytes);
		expect(warnings).toEqual([]);
	});

	it.each([
		["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
		[
			"changed in one byte",
			(bytes: Buffer) =>
				bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)) as Buffer,
		],
		["something else", () => Buffer.from("hello")],
		["empty", () => Buffer.alloc(0)],
	])("is rebuilt with a warning where it is %s", async (_what, spoil) => {
		const { open, path, warnings } = opened();
		const built = await found(open("aa"));
		const whole = readFileSync(path);
		writeFileSync(path, spoil(whole));
		expect(await found(open("aa"))).toEqual(built);
		expect(warnings).toHaveLength(1);
		expect(readFileSync(path)).toEqual(whole);
	});

	it("is rebuilt with a warning where the corpus has changed", async () => {
		const { open, warnings } = opened();
		await open("aa");
		await found(open("bb"));
		expect(warnings.join(" ")).toMatch(/another state of the corpus/);
	});

	it("only warns where it cannot be kept", async () => {
		const { open, warnings } = opened();
		expect(await found(open("aa", { corpus: "/corpus", data: "/dev/null/data" }))).toHaveLength(1);
		expect(warnings.join(" ")).toMatch(/ISNAD_DATA/);
	});
});

describe("the segments of the index", () => {
	it("give the answers of the index in memory, are kept, and are read the next time", async () => {
		const { place, warnings, open } = opened();
		const expected = await found(open("aa"));
		const inSegments = { ...place, searchIndex: "segments" as const };
		const first = await open("aa", inSegments);
		expect(await found(Promise.resolve(first))).toEqual(expected);
		await first.close();
		const names = readdirSync(segmentsPath(place)).sort();
		expect(names).toHaveLength(3);
		const second = await open("aa", inSegments);
		expect(await found(Promise.resolve(second))).toEqual(expected);
		await second.close();
		expect(readdirSync(segmentsPath(place)).sort()).toEqual(names);
		expect(warnings).toEqual([]);
	});

	it("are left by a process that ends without a word", async () => {
		const { place, warnings, open } = opened();
		const inSegments = { ...place, searchIndex: "segments" as const };
		await (await open("aa", inSegments)).close();
		const leftover = join(segmentsPath(place), "segment-x.idx.0.new");
		writeFileSync(leftover, "half");
		const other = await open("bb", inSegments);
		expect(await found(Promise.resolve(other))).toHaveLength(1);
		await other.close();
		expect(readdirSync(segmentsPath(place))).not.toContain("segment-x.idx.0.new");
		expect(warnings).toEqual([]);
	});

	it("only warn where they cannot be kept", async () => {
		const { warnings, open } = opened();
		const nowhere = { corpus: "/corpus", data: "/dev/null/data", searchIndex: "segments" as const };
		const search = await open("aa", nowhere);
		expect(await found(Promise.resolve(search))).toHaveLength(1);
		await search.close();
		expect(warnings.join(" ")).toMatch(/segments in .* have a problem/);
	});
});
