import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PassageQuery } from "../../../src/domain/passage-search.ts";
import {
	createPassageSearch,
	type LocalPassageSearch,
} from "../../../src/search/passage-search.ts";
import { tuning } from "../../../src/search/tuning.ts";
import { anyCharacter } from "../../any-character.ts";
import { article, smallData } from "./doubles.ts";

const corpus = [
	article("a", [
		"نفت بكين بيع أي أسلحة",
		"ارتفعت صادرات القمح إلى ٣ ملايين طن",
		"كتب جوزيف رسالة طويلة",
	]),
	article("b", [
		{ ar: "وصلت الطائرة المسيرة إلى الميناء", en: "The drone reached the port" },
		"شركة Spacety تبيع الصور",
	]),
	article("c", ["The court heard the case in spring"], "en"),
];

function find(search: LocalPassageSearch, text: string, more: Partial<PassageQuery> = {}) {
	const language = /[a-z]/i.test(text) ? "en" : "ar";
	return search.search({ text, language, limit: 10, ...more });
}

/** Places of the hits: article and line. */
async function places(
	search: LocalPassageSearch,
	text: string,
	more?: Partial<PassageQuery>,
): Promise<string[]> {
	const { hits } = await find(search, text, more);
	return hits.map((hit) => `${hit.article.id}:${hit.passage.source.line}`);
}

describe("finding passages", () => {
	it.each([
		["who denied arms sales", "a:1", "English words by their translations"],
		["Beijing", "a:1", "a capital"],
		["هل نفى الصينيون", "a:1", "another form of the verb, and the people for the capital"],
		["wheat exports", "a:2", "two words that stand together"],
		["Yusuf", "a:3", "another spelling of the name"],
		["drones", "b:1", "the passage's other language"],
		["مسيرات", "b:1", "the plural"],
		["spacety", "b:2", "a Latin name in an Arabic passage"],
		["محكمة", "c:1", "an Arabic word by its translation"],
		["three tonnes", "a:2", "a number in digits for one in words"],
	])("%s finds %s: %s", async (text, place) => {
		expect((await places(await createPassageSearch(corpus, smallData()), text))[0]).toBe(place);
	});

	it("has the same order of equal passages however the articles came in", async () => {
		const many = Array.from({ length: tuning.depth + 20 }, (_, n) =>
			article(`m${String(n).padStart(4, "0")}`, ["نفت بكين بيع أي أسلحة"]),
		);
		const forth = await places(await createPassageSearch(many, smallData()), "أسلحة");
		const back = await places(await createPassageSearch(many.toReversed(), smallData()), "أسلحة");
		expect(forth).toEqual(back);
		expect(forth[0]).toBe("m0000:1");
	});

	it("tells which words nothing holds, not even in another spelling", async () => {
		const search = await createPassageSearch(corpus, smallData());
		expect((await find(search, "zeppelin exports")).unknownWords).toEqual(["zeppelin"]);
		expect((await find(search, "زرافة القمح")).unknownWords).toEqual(["زرافه"]);
	});

	it("tells what words were widened to", async () => {
		const search = await createPassageSearch(corpus, smallData());
		const { expansions } = await find(search, "satellite");
		expect(expansions).toEqual([{ word: "satellite", to: ["قمر صناعي", "ساتل"] }]);
	});

	it("names the words of the passage that were reached, folded", async () => {
		const search = await createPassageSearch(corpus, smallData());
		const { hits } = await find(search, "wheat exports");
		expect([...(hits[0]?.matched ?? [])].sort()).toEqual(["صادرات", "القمح"].sort());
	});

	it("counts coverage as the share of the question that is held", async () => {
		const search = await createPassageSearch(corpus, smallData());
		const [whole, part] = await Promise.all([
			find(search, "wheat exports"),
			find(search, "wheat zeppelin"),
		]);
		expect(whole.hits[0]?.coverage).toBeGreaterThan(0.9);
		expect(part.hits[0]?.coverage).toBeLessThan(0.6);
	});

	it("refuses conditions where nobody says what they mean", async () => {
		const search = await createPassageSearch(corpus, smallData());
		await expect(find(search, "wheat", { within: { filters: { by: "x" } } })).rejects.toThrow(
			"needs a judge",
		);
	});

	it("breaks ties by article, then by line", async () => {
		const same = ["قمح", "قمح"];
		const search = await createPassageSearch([article("z", same), article("m", same)], smallData());
		expect(await places(search, "wheat")).toEqual(["m:1", "m:2", "z:1", "z:2"]);
	});

	it("gives no more hits than wanted", async () => {
		const search = await createPassageSearch([article("a", Array(30).fill("قمح"))], smallData());
		expect(await places(search, "wheat", { limit: 7 })).toHaveLength(7);
	});

	it("has nothing to say over an empty corpus", async () => {
		const search = await createPassageSearch([], smallData());
		expect(await find(search, "wheat")).toEqual({
			hits: [],
			unknownWords: ["wheat"],
			expansions: expect.anything(),
		});
	});

	it("answers any text, and each passage once", async () => {
		const search = await createPassageSearch(corpus, smallData());
		const piece = fc.oneof(
			fc.string({ unit: anyCharacter, maxLength: 5 }),
			fc.constantFrom(
				"Beijing ",
				"القمح ",
				"وال",
				"'",
				"x ",
				"ch",
				"٣",
				"wheat-",
				"ﷺ",
				"\u0000",
				"\n",
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
				const found = await places(search, pieces.join(""));
				expect(new Set(found).size).toBe(found.length);
			}),
		);
	});

	it("reads a question of any length to its limit", async () => {
		const search = await createPassageSearch(corpus, smallData());
		expect(await places(search, "القمح ".repeat(5_000))).toContain("a:2");
		expect(await places(search, "x".repeat(100_000))).toEqual([]);
	});
});

describe("adding and removing articles", () => {
	it("finds what was added and no longer what was removed", async () => {
		const search = await createPassageSearch(corpus, smallData());
		await search.add(article("d", ["أغلقت الجمارك الميناء"]));
		expect(await places(search, "customs")).toEqual(["d:1"]);
		await search.remove("d");
		expect(await places(search, "customs")).toEqual([]);
		expect(search.size).toBe(6);
	});

	it("replaces an article that comes again", async () => {
		const search = await createPassageSearch(corpus, smallData());
		await search.add(article("c", ["قمح"]));
		expect(await places(search, "court")).toEqual([]);
		expect(await places(search, "wheat")).toContain("c:1");
	});

	it("ranks as if the removed had never been there", async () => {
		const kept = corpus.slice(0, 2);
		const search = await createPassageSearch([...corpus.slice(2), ...kept], smallData());
		await search.remove("c");
		const fresh = await createPassageSearch(kept, smallData());
		for (const text of ["wheat exports", "drone", "هل نفت بكين"]) {
			const [one, other] = await Promise.all([find(search, text), find(fresh, text)]);
			expect(one.hits.map((hit) => [hit.passage.id, hit.score])).toEqual(
				other.hits.map((hit) => [hit.passage.id, hit.score]),
			);
		}
	});

	it("takes nothing out for an article it does not have", async () => {
		const search = await createPassageSearch(corpus, smallData());
		await search.remove("nobody");
		expect(search.size).toBe(6);
	});

	it("lets the event loop run while a large corpus is indexed", async () => {
		const many = Array.from({ length: 40 }, (_, n) =>
			article(`n${n}`, Array(20).fill("قمح وشعير ".repeat(5))),
		);
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		await createPassageSearch(many, smallData());
		clearInterval(timer);
		expect(turns).toBeGreaterThan(2);
	});
});
