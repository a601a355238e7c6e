import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import {
	shownName,
	withoutIssuing,
} from "../../../../../src/attribution/speakers/names/shown-name.ts";
import { type Language, viewIn } from "../../engine/language.ts";

function shown(language: Language, text: string, person: boolean): string {
	const view = viewIn(language, text);
	return textOf(view, shownName(view, { from: 0, to: view.tokens.length }, person));
}

describe("the name of a person that is shown", () => {
	it.each<[Language, string, string]>([
		["en", "Mayor Ana Roth", "Ana Roth"],
		["en", "Deputy Mayor Tom Harlow", "Tom Harlow"],
		["en", "the Judge Ana Roth", "Ana Roth"],
		["en", "Mr Harlow", "Harlow"],
		["en", "Ana Roth", "Ana Roth"],
		["en", "Roth", "Roth"],
		["ar", "الوزير سامي الحداد", "سامي الحداد"],
		["ar", "الدكتور سامي الحداد", "سامي الحداد"],
		["ar", "سامي الحداد", "سامي الحداد"],
		["ar", "الحداد", "الحداد"],
		["en", "Senator Ana Roth", "Ana Roth"],
		["en", "Dr. Tom Harlow", "Tom Harlow"],
		["ar", "السيدة منى الحداد", "منى الحداد"],
		["ar", "الحاج بوزيد المنصوري", "بوزيد المنصوري"],
		["ar", "الكولونيل سامي الحداد", "سامي الحداد"],
		["ar", "د. أحمد السالم", "أحمد السالم"],
		["ar", "رئيس الوزراء الفنلندي يوهاني هارمانن", "يوهاني هارمانن"],
		["ar", "علي غانم البوعينين", "علي غانم البوعينين"],
		["en", "Alhaji Garba Roth", "Garba Roth"],
		["en", "DSP Ana Roth", "Ana Roth"],
		["en", "President of the Harbour Guild, Dr Ana Roth", "Ana Roth"],
		["ar", "بِأحمد السالم", "أحمد السالم"],
		["ar", "وزير ماليتها سامي الحداد", "سامي الحداد"],
		["ar", "لـأحمد السالم", "أحمد السالم"],
	])("has no title and no article (%s): %s", (language, text, name) => {
		expect(shown(language, text, true)).toBe(name);
	});

	it.each(["الأمين العام للأمم المتحدة", "وزير التخطيط العمراني", "وزير النفط العراقي"])(
		"is the whole post where nobody's name stands with it: %s",
		(post) => {
			expect(shown("ar", post, true)).toBe(post);
		},
	);

	it.each<[Language, string, string]>([
		["en", "Ana Roth of Halstead", "Ana Roth"],
		["en", "Ana Roth told", "Ana Roth"],
		["ar", "سامي الحداد في الميناء", "سامي الحداد"],
		["ar", "سامي الحداد قال", "سامي الحداد"],
		["ar", "سامي الحداد بكلية الطب", "سامي الحداد"],
		["ar", "سامي الحداد كأستاذ", "سامي الحداد"],
		["ar", "سامي الحداد مدير الميناء", "سامي الحداد"],
		["ar", "معز بالحاج رحومة", "معز بالحاج رحومة"],
		["ar", "غازي بن شارع العصيمي", "غازي بن شارع العصيمي"],
		["ar", "سامي الحداد نافيا", "سامي الحداد"],
		["ar", "فيصل بن خالد أمير منطقة عسير", "فيصل بن خالد"],
		["ar", "لوتشر الواقعة", "لوتشر"],
		["ar", "مدرب برشلونة", "مدرب برشلونة"],
		["ar", "ديبورا أوكافور البنتاغون", "ديبورا أوكافور"],
	])("ends where the sentence goes on (%s): %s", (language, text, name) => {
		expect(shown(language, text, true)).toBe(name);
	});

	it.each<[Language, string, string]>([
		["ar", "لأحمد السالم", "أحمد السالم"],
		["ar", "ولأحمد السالم", "أحمد السالم"],
	])("stands without the preposition that is written with it (%s): %s", (language, text, name) => {
		expect(shown(language, text, true)).toBe(name);
	});

	// Open: clitics are not taken off given names that stand in no other list.
	it.fails("stands without a preposition before a given name as well", () => {
		expect(shown("ar", "لسامي الحداد", true)).toBe("سامي الحداد");
	});
});

describe("the name of a body that is shown", () => {
	it.each<[Language, string, string]>([
		["en", "the Harbour Board", "Harbour Board"],
		["en", "The Ministry of Ferries", "Ministry of Ferries"],
		["ar", "وزارة النقل", "وزارة النقل"],
		["ar", "لوزارة النقل", "وزارة النقل"],
	])("keeps its words but an article (%s): %s", (language, text, name) => {
		expect(shown(language, text, false)).toBe(name);
	});

	it("stands without the preposition that swallows its article", () => {
		expect(shown("ar", "للمجلس البلدي", false)).toBe("المجلس البلدي");
	});
});

describe("a document", () => {
	it.each([
		["A consultant's report presented in August", "A consultant's report"],
		["a post on Facebook with 500 shares", "a post on Facebook"],
		["an estimate by Reed Capital", "an estimate by Reed Capital"],
	])("ends before where it came from: %s", (text, name) => {
		expect(shown("en", text, false)).toBe(name);
	});

	it("is shown with whoever put it out, without the verb and its day", () => {
		const issued = (text: string) => {
			const view = viewIn("ar", text);
			return withoutIssuing(view, { from: 0, to: view.tokens.length });
		};
		expect(issued("تقرير أعده مركز الخزامى")).toBe("تقرير مركز الخزامى");
		expect(issued("بلاغ أصدرته أمس وزارة النقل")).toBe("بلاغ وزارة النقل");
		expect(issued("تقرير المركز السنوي")).toBeUndefined();
	});
});

describe("the name of a body that stands in quotation marks", () => {
	it.each([
		["شركة «المرفأ الأزرق»", "المرفأ الأزرق"],
		['شبكة "المرفأ الأزرق', "المرفأ الأزرق"],
		["شركة المرفأ الأزرق", "شركة المرفأ الأزرق"],
	])("is what is between them: %s", (words, name) => {
		expect(shown("ar", words, false)).toBe(name);
	});
});
