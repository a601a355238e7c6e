import { describe, expect, it } from "vitest";
import { actOf } from "../../../src/attribution/arabic/frames/act.ts";
import type { Act } from "../../../src/domain/sets/acts.ts";
import { shippedArabicGrammar } from "./arabic/grammar.ts";

const grammar = shippedArabicGrammar();

/** [verb's act, words of the frame, words said, what comes of it, hedged] */
const cases: [Act, string, string, Act, boolean][] = [
	["asserts", "قال إن", "المصنع أغلق أبوابه", "asserts", false],
	["asserts", "قال إن", "المصنع ربما يغلق أبوابه", "estimates", true],
	["confirms", "أكد أن", "المصنع ربما يغلق أبوابه", "confirms", true],
	["asserts", "قال إن", "المصنع قد يغلق أبوابه", "asserts", true],
	["asserts", "قال إن", "المجلس سيجتمع غدا", "predicts", false],
	["asserts", "قال إنه", "سيجتمع بالنواب غدا", "promises", false],
	["asserts", "قال:", "سنفتح الطريق", "promises", false],
	["asserts", "قال إن", "بلاده لن تنسحب", "promises", false],
	["confirms", "أكد أن", "المجلس سيجتمع غدا", "confirms", false],
	["asserts", "قال إن", "المدير يعتزم الاستقالة", "predicts", false],
	["asserts", "قال إن", "الأعمال تبدأ الشهر المقبل", "predicts", false],
	["asserts", "قالت إن", "الشركة مستعدة للتفاوض", "promises", false],
	["asserts", "قال إن", "لا صحة لما نشر", "denies", false],
	["asserts", "قال إن", "ستين عاملا غادروا", "asserts", false],
	["asserts", "قال إن", "المجلس وافق وسيجتمع غدا", "asserts", false],
	["estimates", "قدر أن", "الخسائر كبيرة", "estimates", true],
	["warns", "حذر من أن", "الأسعار سترتفع", "warns", false],
	["denies", "نفى أن", "المصنع سيغلق", "denies", false],
];

describe("the act of an Arabic statement", () => {
	it.each(cases)("%s, %s %s: %s", (verb, before, quote, act, hedged) => {
		expect(actOf(grammar, verb, quote, before)).toEqual({ act, hedged });
	});
});
