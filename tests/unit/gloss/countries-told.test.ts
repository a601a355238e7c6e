import { expect, it } from "vitest";
import { CountriesTold } from "../../../src/gloss/countries-told.ts";
import { countryNames } from "../../../src/identity/countries.ts";

const pairs = countryNames();
const adjectives = [{ state: "Niger", forms: ["Nigerien"] }];
const countries = new CountriesTold({
	pairs,
	stateAdjectives: adjectives,
	related: new Map(),
});
const of = (word: string) => pairs[countries.of(word) ?? -1]?.english;
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
