import { describe, expect, it } from "vitest";
import { SpokenWords } from "../../../../src/language/words/spoken-words.ts";

const spoken = new SpokenWords({
	verbs: { يسكر: ["أغلق"], يصير: ["حدث"] },
	perfects: { سكر: ["أغلق"] },
	others: { ماتش: ["مباراة"] },
});

describe("Arabic as it is spoken", () => {
	it.each([
		["بيسكروا", "the mark ب"],
		["حيسكر", "the Egyptian mark ح"],
		["هيسكر", "the same written ه"],
		["كيسكر", "the Moroccan mark ك"],
		["بيتسكر", "a passive with ت"],
		["ينسكر", "a passive with ن"],
		["سكروه", "a plural before a pronoun"],
		["سكرو", "a plural without its alef"],
		["وسكرها", "a conjunction before, a pronoun behind"],
	])("is read as news write it: %s (%s)", (word) => {
		expect(spoken.written(word)).toEqual(["اغلق"]);
	});

	it("may leave out the person behind its mark", () => {
		expect(spoken.written("بصير")).toEqual(["حدث"]);
	});

	it("writes a demonstrative and a preposition onto the article", () => {
		expect(spoken.behindArticle("هالقضيه")).toEqual(["القضيه"]);
		expect(spoken.behindArticle("عالماتش")).toEqual(["الماتش", "مباراه"]);
		expect(spoken.behindArticle("بهالقرار")).toEqual(["القرار"]);
		expect(spoken.behindArticle("القرار")).toEqual([]);
	});
});
