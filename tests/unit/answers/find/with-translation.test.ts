import { expect, it } from "vitest";
import { searchWithTranslation } from "../../../../src/answers/find/with-translation.ts";
import type {
	AskedWord,
	PassageHit,
	PassageSearch,
} from "../../../../src/domain/passage-search.ts";
import { article } from "../doubles.ts";

const texts = ["one", "two", "three", "four", "five", "six", "سبعة"];
const of = article("a", texts);

/** Passages by their place, best first, each found by the word of its query. */
function hits(places: readonly number[], word: string, held = 1): PassageHit[] {
	const ways = [{ terms: [word], weight: 1 }];
	const asked: AskedWord[] = [{ word, share: 1, held, ways }];
	return places.flatMap((at, n) => {
		const passage = of.passages[at];
		const score = 10 - n;
		return passage
			? [{ article: of, passage, score, coverage: held, matched: new Set([word]), asked }]
			: [];
	});
}

function searching(own: readonly number[], theirs: readonly number[]) {
	const asked: string[] = [];
	const search: PassageSearch = {
		size: texts.length,
		async search({ text, language }) {
			asked.push(`${language} ${text}`);
			const found = language === "en" ? hits(own, "cat", 0.2) : hits(theirs, "قط");
			return { hits: found, unknownWords: language === "en" ? ["cat"] : [], expansions: [] };
		},
	};
	const query = { text: "cat", language: "en", limit: 10 } as const;
	const find = (translation: string | null) =>
		searchWithTranslation(
			search,
			query,
			Promise.resolve(translation === null ? null : { text: translation, language: "ar" }),
		);
	return { asked, find, query, search };
}

const placesOf = (found: readonly PassageHit[]) =>
	found.map(({ passage }) => of.passages.indexOf(passage));

it("is the question's own search where nothing is translated", async () => {
	const { asked, find, search, query } = searching([0, 1], [2]);
	const own = await search.search(query);
	expect(await find(null)).toEqual(own);
	expect(await searchWithTranslation(search, query, undefined)).toEqual(own);
	expect(asked).toEqual(["en cat", "en cat", "en cat"]);
});

it("puts first what both find, and finds what the question's words do not", async () => {
	const { find } = searching([0, 1], [1, 6]);
	const found = await find("قط");
	expect(placesOf(found.hits)).toEqual([1, 0, 6]);
	expect(found.translated).toBe(true);
	const scores = found.hits.map(({ score }) => score);
	expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it("lets no translation push out what stands first: the first stays second at least, the third sixth", async () => {
	const { find } = searching([0, 1, 2], [3, 4, 5, 6]);
	expect(placesOf((await find("كلب")).hits)).toEqual([3, 0, 4, 1, 5, 2, 6]);
});

it("keeps the question's own hits where its translation finds nothing", async () => {
	const { find, search, query } = searching([0, 1], []);
	expect(await find("قط")).toEqual(await search.search(query));
});

it("holds the question's words by those of the translation: as evidence, and for the sentence that is quoted", async () => {
	const { find } = searching([0, 1], [1]);
	const found = await find("قط");
	const [first, second] = found.hits;
	expect(first?.asked).toEqual([
		{
			...{ word: "cat", share: 1, held: 1 },
			ways: [
				{ terms: ["cat"], weight: 1 },
				{ terms: ["قط"], weight: 1 },
			],
		},
	]);
	expect(first?.coverage).toBe(1);
	expect(second?.coverage).toBe(0.2);
	expect(first?.matched).toEqual(new Set(["cat", "قط"]));
	expect(found.unknownWords).toEqual([]);
});
