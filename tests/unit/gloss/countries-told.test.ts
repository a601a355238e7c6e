import { expect, it } from "vitest";
import { CountriesTold } from "../../../src/gloss/names/countries-told.ts";
import { countryNames } from "../../../src/identity/countries.ts";

const pairs = countryNames();
const adjectives = {
	en: {
		stateAdjectives: [{ state: "Niger", forms: ["Nigerien"] }],
		stateAdjectiveEndings: ["n", "an", "ian", "ese"],
	},
	ar: { lost: ["يا", "ا"], endings: ["ي", "يه"] },
};
const state = (english: string, arabic: string, capitals: { en: string[]; ar: string[] }) => ({
	english: { name: [english], people: [english], capital: capitals.en },
	arabic: { name: [arabic], people: [arabic], capital: capitals.ar },
});
const countries = new CountriesTold({
	pairs,
	states: [
		state("Switzerland", "سويسرا", { en: ["Bern"], ar: ["برن"] }),
		state("Italy", "إيطاليا", { en: ["Rome"], ar: ["روما"] }),
		state("Peru", "بيرو", { en: ["Lima"], ar: ["ليما"] }),
		state("France", "فرنسا", { en: ["Paris"], ar: ["باريس"] }),
		state("Mexico", "المكسيك", { en: ["Mexico City"], ar: ["مكسيكو سيتي"] }),
		state("United States", "الولايات المتحدة", { en: ["White House"], ar: ["البيت الأبيض"] }),
	],
	adjectives,
	related: new Map(),
});
const of = (word: string) => pairs[countries.of(word) ?? -1]?.english;
const perhapsIn = (text: string) => [...countries.perhapsIn(text)].map((at) => pairs[at]?.english);
const inArabic = (text: string) => [...countries.inArabic(text)].map((at) => pairs[at]?.english);

it.each([
	["Liberia", "Liberia"],
	["Haitian", "Haiti"],
	["Japanese", "Japan"],
	["Niger", "Niger"],
	["Nigerien", "Niger"],
])("knows a country by its name and by what is of it: %s", (word, country) => {
	expect(of(word)).toBe(country);
});

it("takes what two names would make for neither", () => {
	expect(of("Nigerian")).toBeUndefined();
	expect(of("bridge")).toBeUndefined();
});

it.each([
	["وصل وفد هايتي ظهرا", ["Haiti"]],
	["السفينة الليبيرية في كينيا", ["Liberia", "Kenya"]],
	["الجسر مغلق", []],
])("knows it in Arabic: %s", (text, told) => {
	expect(inArabic(text)).toEqual(told);
});

it.each([
	["The baker moved to Lima.", ["Peru"]],
	["Paris's bakers met White House cooks.", ["France", "United States"]],
	["وصل الطباخ إلى برن", ["Switzerland"]],
	["سافر بين روما وباريس", ["Italy", "France"]],
	["قال مصدر بالبيت الأبيض", ["United States"]],
	["حديقة البيت الأبيض مغلقة", ["United States"]],
	["هبطت طائرته بمكسيكو سيتي", ["Mexico"]],
])("knows that a capital may stand for its country: %s", (text, told) => {
	expect(perhapsIn(text)).toEqual(told);
});

it.each([
	"A comparison of climate in two valleys.",
	"Programmes for Romeo and the limas of Bernard.",
	"بدأ برنامج التدريب في رومانيا",
	"بيت أبيض على التل",
])("takes no part of another word for a capital: %s", (text) => {
	expect(perhapsIn(text)).toEqual([]);
});

it.each([
	["زار الولايات المتحدة", ["United States"]],
	["وفد من سان مارينو", ["San Marino"]],
	["تجارة بين كينيا وسان مارينو", ["Kenya", "San Marino"]],
	["وصل حسان مارينو ظهرا", []],
	["ألقى حسان مارينوفيتش كلمة", []],
])("knows a country of several words by whole words: %s", (text, told) => {
	expect(inArabic(text)).toEqual(told);
});
