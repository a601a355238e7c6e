import { describe, expect, it } from "vitest";
import { judgeOf } from "../../../src/answers/find/judge.ts";
import { Library } from "../../../src/answers/library.ts";
import type { Article } from "../../../src/domain/article.ts";
import {
	type PassageIndex,
	type PassageQuery,
	passageKey,
} from "../../../src/domain/passage-search.ts";
import { article, claim, event, names } from "../../unit/answers/doubles.ts";

/** What every index of passages keeps to, however it finds and ranks. */
export function passageIndexSuite(
	name: string,
	open: (articles: readonly Article[]) => Promise<PassageIndex>,
): void {
	const harbour = article("a", ["The harbour strike began.", "Grain prices rose."], {
		outlet: "Gazette",
	});
	claim(harbour, 1, "The harbour strike began", { speaker: { name: "Ada Holt", kind: "person" } });
	event(harbour, 2, "Grain prices rose", "2024-05-02");
	const market = article("b", ["The harbour market opened.", "Nobody came to the strike."], {
		outlet: "Herald",
	});
	claim(market, 1, "The harbour market opened", {
		speaker: { name: "Omar Said", kind: "person" },
		act: "denies",
	});
	const corpus = [harbour, market];

	async function find(
		index: PassageIndex,
		query: Partial<PassageQuery>,
		articles: readonly Article[] = corpus,
	): Promise<string[]> {
		const judge = judgeOf(new Library(articles), names);
		const { hits } = await index.search({ text: "", language: "en", limit: 10, ...query }, judge);
		return hits.map((hit) => hit.passage.id);
	}
	const at = (of: Article, line: number) => of.passages[line - 1]?.id ?? "";

	describe(`an index of passages: ${name}`, () => {
		it("finds what holds the words, best first, and no more than is asked for", async () => {
			const index = await open(corpus);
			expect((await find(index, { text: "harbour strike" }))[0]).toBe(at(harbour, 1));
			expect(await find(index, { text: "harbour strike", limit: 1 })).toHaveLength(1);
			expect(await find(index, { text: "zeppelin" })).toEqual([]);
			expect(await find(index, { text: "" })).toEqual([]);
		});

		it("says which words are in no passage, and how much of the question each hit holds", async () => {
			const index = await open(corpus);
			const judge = judgeOf(new Library(corpus), names);
			const query = { text: "harbour zeppelin", language: "en" as const, limit: 10 };
			const { hits, unknownWords } = await index.search(query, judge);
			expect(unknownWords).toEqual(["zeppelin"]);
			for (const { coverage } of hits) {
				expect(coverage).toBeGreaterThan(0);
				expect(coverage).toBeLessThan(1);
			}
		});

		it("hands out data alone, with every word of the question in each hit", async () => {
			const index = await open(corpus);
			const judge = judgeOf(new Library(corpus), names);
			const query = { text: "harbour strike", language: "en" as const, limit: 10 };
			const found = await index.search(query, judge);
			expect(structuredClone(found)).toEqual(found);
			const [first] = found.hits;
			expect(first?.asked.map(({ word, held }) => ({ word, held }))).toEqual([
				{ word: "harbour", held: 1 },
				{ word: "strike", held: 1 },
			]);
			for (const { asked } of found.hits)
				expect(asked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		});

		it.each([
			["by", { by: "Ada Holt" }, [at(harbour, 1)]],
			["outlet", { outlet: "Herald" }, [at(market, 1)]],
			["stance", { stance: "denies" as const }, [at(market, 1)]],
			["from", { from: "2030" }, []],
			["without", { without: "Herald" }, [at(harbour, 1)]],
			["without a speaker", { without: "Ada Holt" }, [at(market, 1)]],
			["written", { written: "ar" as const }, []],
			["within", { within: `x, ${market.id}` }, [at(market, 1)]],
		])("excludes by the filter %s", async (_, filters, expected) => {
			const index = await open(corpus);
			expect(await find(index, { text: "harbour", within: { filters } })).toEqual(expected);
		});

		it("excludes all but the passages that are named", async () => {
			const index = await open(corpus);
			const passage = market.passages[0];
			if (!passage) throw new Error("no passage");
			const passages = new Set([passageKey({ article: market, passage })]);
			expect(await find(index, { text: "harbour", within: { passages } })).toEqual([at(market, 1)]);
			expect(await find(index, { text: "grain", within: { passages } })).toEqual([]);
		});

		it("lifts what is preferred and excludes nothing for it", async () => {
			const index = await open(corpus);
			const prefer = { by: "Omar Said" };
			const found = await find(index, { text: "harbour", prefer });
			expect(found[0]).toBe(at(market, 1));
			expect([...found].sort()).toEqual([at(harbour, 1), at(market, 1)].sort());
			expect(await find(index, { text: "", prefer })).toEqual([at(market, 1)]);
		});

		it("finds what was added and no longer what was removed", async () => {
			const index = await open([harbour]);
			const before = [index.size, index.version] as const;
			await index.add(market);
			expect(index.size).toBe(before[0] + 2);
			expect(index.version).toBeGreaterThan(before[1]);
			expect(await find(index, { text: "market" })).toEqual([at(market, 1)]);
			const added = index.version;
			await index.remove(market.id);
			expect(index.version).toBeGreaterThan(added);
			expect(index.size).toBe(before[0]);
			expect(await find(index, { text: "market" })).toEqual([]);
		});

		it("replaces an article that comes again", async () => {
			const index = await open(corpus);
			const other = article("b", ["The orchard closed."]);
			await index.add(other);
			expect(index.size).toBe(3);
			expect(await find(index, { text: "market" }, [harbour, other])).toEqual([]);
			expect(await find(index, { text: "orchard" }, [harbour, other])).toEqual([at(other, 1)]);
		});

		it("exchanges an article of the same text at once, and no other", async () => {
			const index = await open(corpus);
			const same = { ...harbour, outlet: "Courier" };
			expect(await index.exchange(same)).toBe(true);
			const judge = judgeOf(new Library([same, market]), names);
			const query = { text: "grain", language: "en" as const, limit: 1 };
			expect((await index.search(query, judge)).hits[0]?.article.outlet).toBe("Courier");
			const version = index.version;
			expect(await index.exchange(article("b", ["Another text."]))).toBe(false);
			expect(await index.exchange(article("c", ["Nobody knows it."]))).toBe(false);
			expect(index.version).toBe(version);
			expect(index.size).toBe(4);
		});

		it("takes nothing out for an article that it does not have", async () => {
			const index = await open(corpus);
			await index.remove("nobody");
			expect(index.size).toBe(4);
		});
	});
}
