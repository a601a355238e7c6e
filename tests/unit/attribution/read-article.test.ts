import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frames, silent } from "./arabic/table.ts";
import { articleOf, claimsOf, extraction, told } from "./extraction.ts";

const seed = Number(process.env.ISNAD_TEST_SEED ?? 1);

describe("the claims of an article", () => {
	it("are read through a story of a bridge", () => {
		const claims = claimsOf(
			[
				"انهار جزء من جسر المدينة القديمة مساء الاثنين 6 مارس/آذار 2023.",
				"وقال وزير النقل سالم الهاشمي إن الجسر أُغلق أمام الشاحنات، مضيفاً أن لجنة ستحقق في الحادث.",
				"لكن نقابة المهندسين حذرت من انهيار جسور أخرى. وأضافت أن الصيانة متوقفة منذ عامين.",
				"ونفى الهاشمي وجود أي تأخير في الصيانة.",
				"وبحسب صحيفة الأهرام، تجاوزت الكلفة مليون دولار.",
			],
			"2023-03-07",
		);
		expect(told(claims)).toEqual([
			"سالم الهاشمي: الجسر أُغلق أمام الشاحنات",
			"سالم الهاشمي: لجنة ستحقق في الحادث",
			"نقابة المهندسين: انهيار جسور أخرى",
			"نقابة المهندسين: الصيانة متوقفة منذ عامين",
			"سالم الهاشمي: وجود أي تأخير في الصيانة",
			"الأهرام: تجاوزت الكلفة مليون دولار",
		]);
		expect(claims.map((c) => c.act)).toEqual([
			"asserts",
			"predicts",
			"warns",
			"asserts",
			"denies",
			"asserts",
		]);
		// The bridge fell on the 6th; the text does not say when anybody spoke of it.
		expect(new Set(claims.map((c) => c.saidOn.value))).toEqual(new Set([null]));
		expect(claims.map((c) => c.id)).toEqual(claims.map((_, i) => `t-c${i + 1}`));
	});

	it("are read through a story of a ship, relayed by an agency", () => {
		const claims = claimsOf(
			[
				"نقلت وكالة رويترز عن مسؤول قوله إن السفينة غرقت يوم الأحد.",
				"وقال المسؤول: «لم ينج أحد من الطاقم». ورفض قائد الميناء التعليق.",
				"واتهمت فرنسا إيران بإغراق السفينة، وهي مزاعم تنكرها إيران بشدة.",
			],
			"2023-03-14",
		);
		expect(told(claims)).toEqual([
			"مسؤول < رويترز: السفينة غرقت يوم الأحد",
			"مسؤول < رويترز: لم ينج أحد من الطاقم",
			"فرنسا: إيران بإغراق السفينة",
			"إيران: وهي مزاعم تنكرها إيران بشدة",
		]);
		expect(claims.map((c) => c.speaker.kind)).toEqual(["anonymous", "anonymous", "state", "state"]);
		expect(claims[2]?.about).toEqual(["Iran"]);
	});

	it("come from body passages alone", () => {
		const article = articleOf(["قال الوزير إن الجسر مغلق."]);
		const title = article.passages.map((p) => ({ ...p, kind: "title" as const }));
		expect(extraction.extract({ ...article, passages: title }).claims).toEqual([]);
	});

	it("quote the passage word for word, whatever marks stand in it", () => {
		const lines = [...frames.map(([line]) => line), ...silent];
		const marks = [
			"\u064B",
			"\u0651",
			"\u0640",
			"\u200f",
			"\u200c",
			"\u200b",
			"\u2067",
			"\u0670",
			" ",
			"«",
			"»",
			'"',
		];
		const mark = fc.tuple(fc.nat(), fc.constantFrom(...marks));
		const mixture = fc.tuple(
			fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 4 }),
			fc.array(mark, { maxLength: 12 }),
		);
		fc.assert(
			fc.property(mixture, ([parts, inserted]) => {
				let text = parts.join(" ");
				for (const [at, ch] of inserted) {
					const place = at % (text.length + 1);
					text = text.slice(0, place) + ch + text.slice(place);
				}
				const article = articleOf([text]);
				const shifted = article.passages.map((p) => ({
					...p,
					source: { line: 3, start: 7, end: 7 + text.length },
				}));
				const { claims } = extraction.extract({ ...article, passages: shifted });
				for (const { quote, source } of claims) {
					expect(source.line).toBe(3);
					expect(text.slice((source.start ?? 0) - 7, (source.end ?? 0) - 7)).toBe(quote);
					expect(quote.trim()).not.toBe("");
				}
			}),
			{ seed, numRuns: 150 },
		);
	});
});
