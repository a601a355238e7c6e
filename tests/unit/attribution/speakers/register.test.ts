import { describe, expect, it } from "vitest";
import { claimsOf, told } from "../extraction.ts";

const speakers = (...lines: string[]) => claimsOf(lines).map((c) => c.speaker.name);

describe("who speaks, from sentence to sentence", () => {
	it("gives a bare verb to the last speaker that it agrees with", () => {
		expect(
			speakers(
				"قال وزير النقل سالم الهاشمي إن الجسر أُغلق يومين.",
				"وقالت وزيرة البيئة ليلى مراد إن المياه صالحة للشرب.",
				"وأضافت أن الفحوص اكتملت.",
				"وأضاف أن الإصلاح بدأ.",
			),
		).toEqual(["سالم الهاشمي", "ليلى مراد", "ليلى مراد", "سالم الهاشمي"]);
	});

	it("shows a name at its fullest, wherever the article gives it", () => {
		expect(
			speakers("قال الهاشمي إن الجسر مغلق.", "وأوضح وزير النقل سالم الهاشمي أن الإصلاح بدأ."),
		).toEqual(["سالم الهاشمي", "سالم الهاشمي"]);
	});

	it("goes from a title back to the name that it was introduced with", () => {
		expect(
			speakers("وصل وزير النقل سالم الهاشمي إلى الميناء.", "وقال وزير النقل إن الميناء مغلق."),
		).toEqual(["سالم الهاشمي"]);
	});

	it("takes two spellings of a foreign name for one", () => {
		expect(
			speakers(
				"قال الأمين العام أنطونيو غوتيريش إن الهدنة قريبة.",
				"وأضاف جوتيريش أن المساعدات وصلت.",
			),
		).toEqual(["أنطونيو غوتيريش", "أنطونيو غوتيريش"]);
	});

	it("goes from «المصدر» back to the source, and to the outlet that it spoke to", () => {
		const claims = claimsOf([
			"وقال مصدر أمني لوكالة رويترز إن السفينة غرقت.",
			"وأضاف المصدر أن الطاقم نجا.",
		]);
		expect(told(claims)).toEqual([
			"مصدر أمني < رويترز: السفينة غرقت",
			"مصدر أمني < رويترز: الطاقم نجا",
		]);
	});

	it("carries an outlet's report along for sources that do not give their names", () => {
		const claims = claimsOf([
			"وذكرت وكالة رويترز أن السفينة غرقت.",
			"وقال مسؤول إن الطاقم نجا.",
			"وقال وزير النقل سالم الهاشمي إن التحقيق بدأ.",
		]);
		expect(told(claims)).toEqual([
			"رويترز: السفينة غرقت",
			"مسؤول < رويترز: الطاقم نجا",
			"سالم الهاشمي: التحقيق بدأ",
		]);
	});

	it("forgets the outlet after two passages", () => {
		const between = ["وصلت السفينة قبل شهر.", "وكان على متنها قمح.", "ورست في الميناء."];
		const claims = claimsOf([
			"وذكرت وكالة رويترز أن السفينة غرقت.",
			...between,
			"وقال مسؤول إن الطاقم نجا.",
		]);
		expect(claims.at(-1)?.via).toEqual([]);
	});

	it("gives a counterpart the office of whoever was named before", () => {
		expect(
			speakers(
				"التقى وزير الخارجية سالم الهاشمي نظيره العماني نادر الحارثي.",
				"وقال الوزير العماني إن الاتفاق قريب.",
			),
		).toEqual(["نادر الحارثي"]);
	});

	it("lists who put a document out where nobody else relays it", () => {
		const claims = claimsOf(["وجاء في التقرير أن السد آمن. وأصدرته وزارة الموارد المائية أمس."]);
		expect(claims[0]?.via).toEqual(["وزارة الموارد المائية"]);
	});

	it("remembers no more speakers than an article has", () => {
		const alphabet = [..."بتجحدرزسشصطع"];
		const names = alphabet.flatMap((a) =>
			alphabet.flatMap((b) => [`${a}رم${b}ان`, `${a}لن${b}وش`]),
		);
		const lines = names.map((name) => `قال الوزير ${name} إن الجسر مغلق.`);
		expect(claimsOf(lines)).toHaveLength(names.length);
	});
});
