import { describe, expect, it } from "vitest";
import { readClaims } from "../../../src/attribution/engine.ts";
import { writeWeights } from "../../../src/attribution/weights-file.ts";
import { matchClaims, scoreCards } from "../../../tools/train/cards.ts";
import { learn as fitWeights } from "../../../tools/train/fit.ts";
import { learnLooks } from "../../../tools/train/honest-readings.ts";
import { defaultOptions } from "../../../tools/train/sequence-trainer.ts";
import { entities, rulesOf, words } from "../attribution/engine/language.ts";
import { noNames, tinyArticles, tinyOptions, tinyWeights } from "../attribution/engine/tiny.ts";

const articles = tinyArticles("en");
const options = { ...defaultOptions, ...tinyOptions, epochs: 2 };

describe("weights of a handful of articles", () => {
	it("have the same bytes when they are learned again", () => {
		const stock = { given: ["Lea", "Max"], family: ["Brandt", "Otter"] };
		const bytes = () => {
			const weights = fitWeights(articles, 1, words.en, rulesOf("en"), stock, entities, options);
			return Buffer.from(writeWeights(weights, { language: "en", articles: "", templates: "" }));
		};
		expect(bytes().equals(bytes())).toBe(true);
	});

	it.each(["en", "ar"] as const)("read those articles in %s as they are marked", (language) => {
		const scores = tinyArticles(language).map((article) => {
			const { paragraphs } = article;
			const weights = tinyWeights(language);
			const read = readClaims(paragraphs, words[language], weights, rulesOf(language), entities);
			return scoreCards(article, read, matchClaims(article, read));
		});
		const whole = { gold: 2, found: 2, matched: 2, whole: 2, wrong: 0, act: 2, cards: 2 };
		expect(scores).toEqual(scores.map(() => whole));
	});
});

describe("the readings that choices are learned from", () => {
	const looks = learnLooks(articles, 0, words.en, rulesOf("en"), noNames, options);

	it("are one for each paragraph of each article", () => {
		expect(looks.readings.map((r) => r.map(({ view }) => view.tokens.length))).toEqual(
			articles.map((a) => a.paragraphs.map((p) => (p.match(/[\p{L}]+|[“”,.]/gu) ?? []).length)),
		);
	});

	it("come from looks that never saw the article", () => {
		// Another article may change how this one is read; what is marked in itself may not.
		const [first, ...others] = articles;
		if (!first) throw new Error("no articles");
		const unmarked = { ...first, marks: [], claims: [] };
		const again = learnLooks([unmarked, ...others], 0, words.en, rulesOf("en"), noNames, options);
		const [before] = looks.readings;
		expect(again.readings[0]?.map((r) => r.parts)).toEqual(before?.map((r) => r.parts));
		expect(again.readings[1]?.map((r) => [...r.source])).not.toEqual(
			looks.readings[1]?.map((r) => [...r.source]),
		);
	});
});
