import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import { bodiesOf } from "../../../../../src/attribution/speakers/mentions/bodies.ts";
import { type Language, viewIn } from "../../engine/language.ts";

function bodies(language: Language, text: string): [string, string][] {
	const view = viewIn(language, text);
	return bodiesOf(view).map((at) => [textOf(view, at), textOf(view, at.whole ?? at)]);
}

describe("firms and groups by the noun before their name", () => {
	it.each<[Language, string, string, string]>([
		["ar", "وقعت شركة «المرفأ الجديد» عقدا أمس.", "المرفأ الجديد", "شركة «المرفأ الجديد»"],
		["ar", "وقعت شركة هايلونغ داينامكس عقدا أمس.", "هايلونغ داينامكس", "شركة هايلونغ داينامكس"],
		[
			"en",
			"They sued a mining company, Harlow Brothers, on Monday.",
			"Harlow Brothers",
			"company, Harlow Brothers",
		],
		["en", "The ferry company Northline sank.", "Northline", "company Northline"],
	])("%s: %s", (language, text, name, whole) => {
		expect(bodies(language, text)).toEqual([[name, whole]]);
	});

	it.each<[Language, string]>([
		["en", "The company said it would pay. Ana Roth left."],
		["en", "A company lawyer met Ana Roth."],
		["ar", "قالت الشركة إن الميناء مغلق."],
		["ar", "وقعت شركة النقل عقدا."],
	])("are none in %s: %s", (language, text) => {
		expect(bodies(language, text)).toEqual([]);
	});
});
