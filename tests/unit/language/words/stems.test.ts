import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/language/text/normalise.ts";
import { otherPersons } from "../../../../src/language/words/arabic-verbs.ts";
import {
	analyse,
	isStopWord,
	parseStopWords,
	termOf,
} from "../../../../src/language/words/index-terms.ts";
import {
	arabicBases,
	arabicCore,
	arabicInitialAt,
	stemArabic,
	withoutArticle,
	withoutProclitics,
} from "../../../../src/language/words/stem-arabic.ts";
import { englishInitialAt, stemEnglish } from "../../../../src/language/words/stem-english.ts";

const arabicWord = fc
	.array(fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), { minLength: 1, maxLength: 12 })
	.map((letters) => letters.join(""));

describe("light stems of Arabic", () => {
	it.each([
		["والكتاب", "كتاب"],
		["بالمدرسة", "مدرس"],
		["المعلمون", "معلم"],
		["معلمات", "معلم"],
		["وقال", "قال"],
		["للدولة", "دول"],
		["صينية", "صين"],
		["في", "في"],
	])("%s → %s", (word, stem) => {
		expect(stemArabic(fold(word))).toBe(stem);
	});

	it("leave two letters or the word as it was", () => {
		fc.assert(
			fc.property(arabicWord, (word) => {
				expect(word).toContain(stemArabic(word));
				expect(stemArabic(word).length).toBeGreaterThanOrEqual(Math.min(2, word.length));
			}),
		);
	});

	it("take off the article and what is written together with it, nothing else", () => {
		expect(["والصين", "للصين", "وصين", "صين"].map(withoutArticle)).toEqual([
			"صين",
			"صين",
			"صين",
			"صين",
		]);
		expect(["فبالصين", "وسيقول", "لبوتين"].map(withoutProclitics)).toEqual([
			"صين",
			"يقول",
			"بوتين",
		]);
	});

	it("make the other persons of the imperfect", () => {
		expect(otherPersons("يكتب")).toEqual(["تكتب", "نكتب", "اكتب"]);
		expect(otherPersons("كتب")).toEqual([]);
	});
});

describe("cores and bases of Arabic words", () => {
	it.each([
		["وبتسجيله", "تسجيل"],
		["سيكتبون", "يكتب"],
		["مدارسهم", "مدارس"],
		["لمنظمتها", "منظمه"],
	])("%s and %s share a core", (one, other) => {
		expect(arabicCore(one)).toBe(arabicCore(other));
	});

	it.each([
		["باتفاقيه", "اتفاقيه"],
		["اوقفت", "اوقف"],
		["وزيارته", "زياره"],
	])("%s may be %s", (word, base) => {
		expect(arabicBases(word)).toContain(base);
	});

	it("are pieces of the word of three letters or more, the longest first", () => {
		fc.assert(
			fc.property(arabicWord, (word) => {
				expect(word).toContain(arabicCore(word));
				expect(arabicCore(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length));
				const lengths = arabicBases(word).map((base) => base.length);
				expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
			}),
		);
	});
});

describe("index terms", () => {
	it.each([
		["exports", "exported"],
		["2,000", "2000"],
		["2.50", "2.5"],
		["china's", "china"],
		["companies", "company"],
	])("%s and %s are one", (one, other) => {
		expect(termOf(one)).toBe(termOf(other));
	});

	it.each([
		["20", "2"],
		["2.05", "2.5"],
		["news", "new york"],
	])("%s and %s are two", (one, other) => {
		expect(termOf(one)).not.toBe(termOf(other));
	});

	it("are made of words of any length without a hang", () => {
		expect(stemEnglish("a".repeat(10_000)).length).toBe(10_000);
		expect(termOf("ال".repeat(10_000)).length).toBeGreaterThan(0);
	});
});

describe("stop words", () => {
	const stopWords = parseStopWords("# comment of no account\nthe of\n", "في أنّ");

	it("are read folded, comments left out", () => {
		expect([...stopWords].sort()).toEqual(["of", "the", "ان", "في"].sort());
	});

	it("are known behind و and ف as well", () => {
		expect(["في", "وفي", "فان", "وفاء"].map((word) => isStopWord(word, stopWords))).toEqual([
			true,
			true,
			true,
			false,
		]);
	});

	it("keep their place in an analysed line and have no term", () => {
		const words = analyse("The export of gas", stopWords);
		expect(words.map((word) => word.term)).toEqual(["", "export", "", "ga"]);
		expect(words.map(({ start, end }) => "The export of gas".slice(start, end))).toEqual([
			"The",
			"export",
			"of",
			"gas",
		]);
	});
});

describe("the first letter of a stem, before the word is folded or stemmed", () => {
	const known = (initialAt: (text: string, at: number) => number, text: string) =>
		String.fromCharCode(initialAt(`x${text}`, 1)).replace("\0", "");
	const stemmed = (stem: (word: string) => string, text: string) =>
		stem(fold(text).split(" ")[0] ?? "").slice(0, 1);

	it.each([
		["Missiles", "m"],
		["ies", "i"],
		["émigré", ""],
		["'tis", ""],
		["7th", ""],
		["", ""],
	])("%s: %j", (text, initial) => {
		expect(known(englishInitialAt, text)).toBe(initial);
	});

	it.each([
		["معلمون", "م"],
		["اتفاق", "ا"],
		["المعلم", ""],
		["ألم", ""],
		["بالون", ""],
		["بيت", "ب"],
		["لبنان", "ل"],
		["للناس", ""],
		["وزير", ""],
		["لـلناس", ""],
		["بَالون", ""],
		["ل", ""],
	])("%s: %j", (text, initial) => {
		expect(known(arabicInitialAt, text)).toBe(initial);
	});

	it("is that of the stem wherever it is told", () => {
		const letters = [..."abeisyABÉ'’7 ابلكفوإآأىةمن\u064e\u0640ﷲ"];
		const word = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((all) => all.join(""));
		fc.assert(
			fc.property(word, (text) => {
				const english = known(englishInitialAt, text);
				if (english) expect(stemmed(stemEnglish, text)).toBe(english);
				const arabic = known(arabicInitialAt, text);
				if (arabic) expect(stemmed(stemArabic, text)).toBe(arabic);
			}),
		);
	});
});
