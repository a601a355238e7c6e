import { describe, expect, it } from "vitest";
import { asIsnadError } from "../../../../src/domain/errors.ts";
import { atOnce } from "../../../../src/domain/slices.ts";
import { PassagePostings } from "../../../../src/search/index/passage-postings.ts";
import { createPassageSearch } from "../../../../src/search/passage-search.ts";
import { SnapshotParts } from "../../../../src/search/snapshot-parts.ts";
import { article, smallData } from "../doubles.ts";

const corpus = [
	article("a", ["نفت بكين بيع أي أسلحة", "ارتفعت صادرات القمح"]),
	article("b", [{ ar: "وصلت المسيرة", en: "The drone arrived" }]),
];
const questions = ["who denied arms", "wheat", "drones", "هل نفت الصين", "بيجين", "قمحنا"];

/** The code of the error that loading ends in. */
async function refusal(
	snapshot: Uint8Array,
	articles = corpus,
	data = smallData(),
	corpusHash = "h",
): Promise<string> {
	try {
		await createPassageSearch(articles, data, { snapshot, corpusHash });
	} catch (error) {
		return asIsnadError(error).code;
	}
	return "none";
}

async function made(): Promise<Uint8Array> {
	return (await createPassageSearch(corpus, smallData())).snapshot("h");
}

describe("snapshots", () => {
	it("answer like the index they were taken of, whatever the order of the articles", async () => {
		const built = await createPassageSearch(corpus, smallData());
		const snapshot = await built.snapshot("h");
		const options = { snapshot, corpusHash: "h" };
		const loaded = await createPassageSearch(corpus.toReversed(), smallData(), options);
		expect(loaded.size).toBe(3);
		for (const text of questions) {
			const query = { text, language: "en" as const, limit: 10 };
			expect(await loaded.search(query)).toEqual(await built.search(query));
		}
	});

	it("are made in turns, between which other work goes on", async () => {
		const words = Array.from({ length: 900 }, (_, n) => `word${n.toString(36)}`).join(" ");
		const built = await createPassageSearch([article("long", [words], "en")], smallData());
		let turns = 0;
		let isOver = false;
		const other = () => {
			turns++;
			if (!isOver) setImmediate(other);
		};
		setImmediate(other);
		await built.snapshot("h");
		isOver = true;
		expect(turns).toBeGreaterThan(5);
	});

	it("leave out what was removed, and take new articles after loading", async () => {
		const built = await createPassageSearch([...corpus, article("c", ["قمح آخر"])], smallData());
		built.remove("c");
		const options = { snapshot: await built.snapshot("h"), corpusHash: "h" };
		const loaded = await createPassageSearch(corpus, smallData(), options);
		await loaded.add(article("d", ["وصل قمح جديد"]));
		const { hits } = await loaded.search({ text: "wheat", language: "en", limit: 10 });
		expect(hits.map((hit) => hit.article.id).sort()).toEqual(["a", "d"]);
	});

	it("are the same bytes for the same corpus", async () => {
		expect(await made()).toEqual(await made());
	});

	it("can be read from the middle of another buffer", async () => {
		const snapshot = await made();
		const shifted = Buffer.concat([Buffer.from("abc"), snapshot]).subarray(3);
		expect(await refusal(shifted)).toBe("none");
	});

	it("of another corpus are stale", async () => {
		expect(await refusal(await made(), corpus, smallData(), "other")).toBe("snapshot_stale");
	});

	it("made with other stop words are stale", async () => {
		const data = { ...smallData(), stopWords: new Set(["قمح"]) };
		expect(await refusal(await made(), corpus, data)).toBe("snapshot_stale");
	});

	it("of another version are refused", async () => {
		const text = Buffer.from(await made()).toString("latin1");
		const newer = Buffer.from(text.replace('"format":2', '"format":3'), "latin1");
		expect(await refusal(newer)).toBe("snapshot_corrupt");
		const analysed = Buffer.from(text.replace(/"analyser":\d/, '"analyser":0'), "latin1");
		expect(await refusal(analysed)).toBe("snapshot_stale");
	});

	it("whose inverted index MiniSearch does not read are refused", async () => {
		const parts = new SnapshotParts();
		atOnce(new PassagePostings().save(parts));
		const [state = ""] = parts.words("state");
		for (const other of ["{", "[]", state.replace('Version":2', 'Version":9')]) {
			parts.putWords("state", [other]);
			await expect(PassagePostings.from(parts)).rejects.toThrow(RangeError);
		}
	});

	it("with any byte changed, missing or added are corrupt", async () => {
		const snapshot = await made();
		for (let at = 0; at < snapshot.length; at += 7) {
			const damaged = snapshot.slice();
			damaged[at] = (damaged[at] ?? 0) ^ 0x15;
			expect(await refusal(damaged), `byte ${at}`).toMatch(/^snapshot_(corrupt|stale)$/);
		}
		for (const length of [0, 1, 100, snapshot.length - 1]) {
			expect(await refusal(snapshot.slice(0, length))).toBe("snapshot_corrupt");
		}
		expect(await refusal(Buffer.concat([snapshot, Buffer.from("x")]))).toBe("snapshot_corrupt");
	});

	it("that do not fit the articles are corrupt, even where the hash says otherwise", async () => {
		expect(await refusal(await made(), corpus.slice(1))).toBe("snapshot_corrupt");
		expect(await refusal(await made(), [...corpus, article("c", ["قمح"])])).toBe(
			"snapshot_corrupt",
		);
	});
});
