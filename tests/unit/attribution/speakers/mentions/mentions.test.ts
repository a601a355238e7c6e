import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import {
	ArticleNames,
	mentionsBeside,
	namesOfPeople,
	outside,
} from "../../../../../src/attribution/speakers/mentions/mentions.ts";
import { comparedWords } from "../../../../../src/attribution/speakers/names/compared.ts";
import { type Language, rulesOf, stretchOf, viewIn } from "../../engine/language.ts";

function again(language: Language, name: string, text: string): string[] {
	const names = new ArticleNames();
	const named = viewIn(language, name);
	names.add(comparedWords(named, { from: 0, to: named.tokens.length }));
	const view = viewIn(language, text);
	return names.in(view).map((at) => textOf(view, at));
}

describe("somebody who is named again", () => {
	it.each<[Language, string, string, string[]]>([
		["en", "Ana Roth", "Roth left, and Ana Roth was back with Ana.", ["Roth", "Ana Roth"]],
		["en", "Ana Roth", "They saw Roth’s boat.", ["Roth’s"]],
		["ar", "سامي الحداد", "وصل الحداد ثم غادر سامي الحداد.", ["الحداد", "سامي الحداد"]],
		["ar", "سامي الحداد", "مع للحداد قارب.", ["الحداد"]],
	])("%s: %s in %s", (language, name, text, found) => {
		expect(again(language, name, text)).toEqual(found);
	});

	it("is not a small word that is spelled alike, nor a name of two letters", () => {
		expect(again("en", "Ana Marsh", "They crossed the marsh.")).toEqual([]);
		expect(again("en", "Ana Li", "Li left.")).toEqual([]);
	});
});

describe("people by their own words", () => {
	it.each<[Language, string, string[]]>([
		["en", "Yesterday Ana Roth met Tom Harlow.", ["Ana Roth", "Tom Harlow"]],
		["en", "Grace and hope are words.", []],
		["ar", "التقى سامي الحداد أمس ليلى الشامي.", ["سامي الحداد", "ليلى الشامي"]],
		["ar", "هطل المطر على الساحة.", []],
	])("%s: %s", (language, text, found) => {
		const view = viewIn(language, text);
		expect(namesOfPeople(view).map((at) => textOf(view, at))).toEqual(found);
	});
});

it("mentions beside the words for speakers do not overlap them or each other", () => {
	const text = "The mayor, Ana Roth, met Tom Harlow before Roth said it was shut.";
	const view = viewIn("en", text);
	const names = new ArticleNames();
	names.add(["ana", "roth"]);
	const spoken = [stretchOf(view, "Roth said").from].map((from) => ({ from, to: from + 1 }));
	const found = mentionsBeside(spoken, view, rulesOf("en")(text, view.tokens), names);
	expect(found.map((at) => textOf(view, at))).toEqual(["Ana Roth", "Tom Harlow"]);
	expect(outside(found, spoken)).toEqual(found);
	for (const [i, at] of found.entries())
		expect(at.from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0);
});
