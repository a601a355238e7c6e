import { describe, expect, it } from "vitest";
import { colonLine } from "../../../../src/attribution/forms/colon-line.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { type Language, viewIn } from "../engine/language.ts";

function line(language: Language, text: string): [string, string] | undefined {
	const view = viewIn(language, text);
	const found = colonLine(view);
	return found && [textOf(view, found.source), textOf(view, found.content)];
}

describe("somebody, a colon and what was said", () => {
	it.each<[Language, string, string, string]>([
		[
			"ar",
			"10:25 – رئيس المجلس: سنفتح الطريق خلال يومين. وغادر الوفد.",
			"رئيس المجلس",
			"سنفتح الطريق خلال يومين",
		],
		[
			"ar",
			"عاجل | وزير الصحة سامي الحداد: لا إصابات جديدة اليوم.",
			"وزير الصحة سامي الحداد",
			"لا إصابات جديدة اليوم",
		],
		[
			"en",
			"09.40 Mayor Ana Roth: the bridge stays shut until noon.",
			"Mayor Ana Roth",
			"the bridge stays shut until noon",
		],
	])("%s: %s", (language, text, source, content) => {
		expect(line(language, text)).toEqual([source, content]);
	});

	it.each<[Language, string]>([
		["en", "Opening hours: nine to five on weekdays."],
		["en", "The minister said on Monday: the bridge stays shut until noon."],
		["en", "The bridge is shut. Mayor Ana Roth: it stays shut."],
		["ar", "المكان: قاعة البلدية في وسط المدينة."],
		["ar", "قال رئيس المجلس: سنفتح الطريق خلال يومين."],
		["en", "Mayor Ana Roth: yes."],
	])("is not %s: %s", (language, text) => {
		expect(line(language, text)).toBeUndefined();
	});
});
