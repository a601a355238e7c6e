import { expect, it } from "vitest";
import { loadSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { createPassageSearch } from "../../../src/search/passage-search.ts";
import { article } from "../answers/doubles.ts";

const search = await createPassageSearch(
	[
		article("a", [
			"افتتح الوزير متحف الآثار في القاهرة بعد ترميم السقف المتصدع.",
			"تراجعت أسعار القمح في الأسواق بعد موسم وفير.",
			"غادر الفريق ملعب العاصمة قبل المباراة بساعة.",
		]),
	],
	await loadSearchData(indexDataFolder),
);
const ask = async (text: string, translated?: string) => {
	const hits = await search.search({
		...{ text, language: "en", limit: 3 },
		...(translated ? { translated: { text: translated, language: "ar" } } : {}),
	});
	return {
		...hits,
		lines: hits.hits.map(({ passage, score }) => ({ line: passage.source.line, score })),
	};
};

it("finds more by a translation that agrees with the question, and says that it was looked for", async () => {
	const question = "Who reopened the Cairo antiquities museum after mending its crackled roof?";
	const plain = await ask(question);
	const both = await ask(question, "من افتتح متحف الآثار في القاهرة بعد ترميم السقف المتصدع؟");
	expect(both.translated).toBe(true);
	expect(both.lines[0]?.line).toBe(1);
	expect(both.lines[0]?.score).toBeGreaterThan(plain.lines[0]?.score ?? 0);
	expect(both.hits[0]?.asked.map(({ word }) => word)).toEqual(
		plain.hits[0]?.asked.map(({ word }) => word),
	);
});

it.each([
	["another question's", "متى غادر الفريق الملعب قبل المباراة؟"],
	["nothing", "؟"],
	["the question itself in words that nobody knows", "qwrtp zxcvb"],
])("is as without a translation where that is %s", async (_, translated) => {
	const question = "What did wheat prices do after the harvest season?";
	expect(await ask(question, translated)).toEqual(await ask(question));
});
