import { describe, expect, it } from "vitest";
import { WordFamilies } from "../../../../src/language/words/word-families.ts";

const families = new WordFamilies({
	en: ["win won winner", "grow grew grown", "grow growth"],
	ar: ["نزح نزوح نازح"],
});

describe("families of words", () => {
	it("give the others of a word, whatever form it has, and not the word itself", () => {
		expect(families.others("won")).toEqual(["win", "winner"]);
		expect(families.others("wins")).toEqual(["won", "winner"]);
		expect(families.others("نزوح")).toEqual(["نزح", "نازح"]);
	});

	it("are joined where a word belongs to several, each word once", () => {
		expect(families.others("grow")).toEqual(["grew", "grown", "growth"]);
		expect(families.others("growth")).toEqual(["grow"]);
	});

	it("know no word that is in none", () => {
		expect(families.others("harbour")).toEqual([]);
	});
});
