import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../src/attribution/sequence/passage-view.ts";
import { endOfPhrase } from "../../../../../src/attribution/speakers/names/phrase-end.ts";
import { viewIn } from "../../engine/language.ts";

function phrase(line: string): string {
	const view = viewIn("ar", line);
	return textOf(view, { from: 0, to: endOfPhrase(view, { from: 0, to: view.tokens.length }) });
}

describe("a phrase that names somebody", () => {
	it.each([
		["النيابة العامة سبعة أشخاص", "النيابة العامة"],
		["قوات الدعم السريع مسؤوليتها", "قوات الدعم السريع"],
		["المندوب ملفاً من أربعين صفحة", "المندوب"],
		["نقابة النقل الثقيل السلطة المحلية", "نقابة النقل الثقيل"],
		["مدير المطار إغلاق المدرج", "مدير المطار"],
		["وزيرة العدل تأجيل الجلسة", "وزيرة العدل"],
	])("ends before its verb's object: %s", (line, name) => {
		expect(phrase(line)).toBe(name);
	});

	it.each([
		"الشركة الوطنية القابضة",
		"الأمين العام المساعد للشؤون السياسية",
		"المتحدثة باسمها رغد الجنابي",
		"المصدر نفسه",
		"قائد الجيش العماد الركن شارل الحداد",
		"الوزير فيصل الجربا",
		"المتحدث باسم جهاز الإنقاذ البحري فرع المنطقة الشمالية",
	])("goes on: %s", (line) => {
		expect(phrase(line)).toBe(line);
	});
});
