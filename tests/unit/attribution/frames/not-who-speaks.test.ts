import { describe, expect, it } from "vitest";
import {
	isAddressed,
	isObjectOf,
	speaksBefore,
} from "../../../../src/attribution/frames/source/not-who-speaks.ts";
import type { Language } from "../../../../src/domain/sets/languages.ts";
import { viewIn } from "../engine/language.ts";

/** The one word of a line, as a stretch. */
function at(language: Language, line: string, word: string) {
	const view = viewIn(language, line);
	const from = view.tokens.findIndex(({ text }) => text === word);
	return { view, word: { from, to: from + 1 } };
}

describe("who speaks before a verb", () => {
	it.each([
		["ar", "غير أن المبعوث أبلغ الإذاعة أن الاتفاق قريب", "أبلغ"],
		["ar", "إلا أن مختار القرية، سليم الحداد، أكد للمدار أن القصف توقف", "أكد"],
		["en", "She added that the envoy told Radio Safa the deal was near", "told"],
	] as const)("is the noun behind “that”: %s %s", (language, line, verb) => {
		const { view, word } = at(language, line, verb);
		expect(speaksBefore(view, word)).toBe(true);
	});

	it.each([
		["ar", "وأبلغ المبعوث الإذاعة أن الاتفاق قريب", "وأبلغ"],
		["ar", "وقال إن الأسعار ترتفع، فيما أكد الوزير أن الدعم باق", "أكد"],
		["ar", "وبينما أعلنت المصلحة أن الطاقم بخير، قالت الشركة إن الحراس نزلوا", "قالت"],
		["en", "The envoy said on Monday the deal was near", "said"],
	] as const)("is not sought before others: %s %s", (language, line, verb) => {
		const { view, word } = at(language, line, verb);
		expect(speaksBefore(view, word)).toBe(false);
	});
});

describe("whom it was told", () => {
	it("is nobody who says it, nor is the place of a seat", () => {
		const told = at("ar", "قال موظف في اللجنة للمدار إن النتائج تأخرت", "للمدار");
		expect(isAddressed(told.view, told.word, { from: 0, to: 1 })).toBe(true);
		const seat = at("ar", "ووثق المركز السوري، ومقره باريس، مقتل أربعة", "باريس");
		expect(isAddressed(seat.view, seat.word, { from: 0, to: 1 })).toBe(true);
	});

	it("is not whose words “according to” gives, nor who is called so", () => {
		const source = at("ar", "وفقا لمصدر في اللجنة تأخرت النتائج", "لمصدر");
		expect(isAddressed(source.view, source.word, { from: 0, to: 1 })).toBe(false);
		const name = at("ar", "قال لؤي الحداد إن النتائج تأخرت", "لؤي");
		expect(isAddressed(name.view, name.word, { from: 0, to: 1 })).toBe(false);
	});
});

describe("the object of an Arabic verb", () => {
	const isObject = (line: string) => isObjectOf(viewIn("ar", line), 1, { from: 0, to: 1 });

	it.each(["ودعا الخصمين إلى المصالحة", "وحث المزارعين على الزراعة", "واتهم الشركة بالإهمال"])(
		"by its ending or sex is nobody who speaks: %s",
		(line) => {
			expect(isObject(line)).toBe(true);
		},
	);

	it.each([
		"ودعا المزارعون إلى المصالحة",
		"واتهمت الشركة المقاول",
		"وقال الأمين العام إن الطريق مغلق",
		"وقال البحرين",
		"وقال الرواشدة إن الطريق مغلق",
	])("is nothing else: %s", (line) => {
		expect(isObject(line)).toBe(false);
	});
});
