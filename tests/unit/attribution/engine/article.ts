import { readDateFiles } from "../../../../src/app/load/language-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import { articleClaims } from "../../../../src/attribution/article-claims.ts";
import type { LanguageEngine, Weights } from "../../../../src/attribution/language-engine.ts";
import { Subjects } from "../../../../src/attribution/topics.ts";
import type { Claim, Passage } from "../../../../src/domain/article.ts";
import type { PublishedDate } from "../../../../src/domain/dates.ts";
import { createDateFinder, parseDateData } from "../../../../src/language/dates/index.ts";
import { entities, type Language, rulesOf, topics, words } from "./language.ts";
import { tinyWeights } from "./tiny.ts";

const finder = createDateFinder(parseDateData(await readDateFiles(indexDataFolder)));

export const unnamed = { ar: "مصدر لم يُذكر", en: "nobody named" };

const parts = {
	readers: {} as never,
	entities,
	subjects: new Subjects(topics, entities),
	unnamed,
	findDates: (line: string, published: PublishedDate) => finder.find(line, { published }),
};

export const passageOf = (text: string, i: number, kind: Passage["kind"] = "body"): Passage => ({
	id: `p${i + 1}`,
	kind,
	text,
	source: { line: i + 1, start: 3, end: 3 + text.length },
});

/** What reads a language with the weights of the tiny articles. */
export const tinyEngine = (
	language: Language,
	weights = tinyWeights(language),
): LanguageEngine => ({
	words: words[language],
	weights,
	entities,
	rules: rulesOf(language),
});

/** The claims of an article of Wednesday, 13 March 2024, of these passages. */
export function claimsIn(
	language: Language,
	passages: readonly (string | Passage)[],
	weights: Weights = tinyWeights(language),
): Claim[] {
	return articleClaims(parts, tinyEngine(language, weights), {
		id: "t",
		language,
		published: { value: "2024-03-13", precision: "day", basis: "given" },
		passages: passages.map((p, i) => (typeof p === "string" ? passageOf(p, i) : p)),
	});
}
