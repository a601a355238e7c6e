import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { article, eventsOf, extractor } from "./extractor.ts";

// 22 February 2023 is a Wednesday, 7 March 2024 a Thursday.

describe("events with a date of their own", () => {
	it.each<[string, string | null, string[], string[]]>([
		[
			"printed and derived",
			"2023-07-28",
			["وقعت الدولتان في 5 مايو 2023 اتفاقا جديدا، وكان الوزير زار المدينة العام الماضي."],
			["1: 2023-05-05 printed", "1: 2022 derived"],
		],
		[
			"ahead",
			"2023-02-22",
			["من المقرر أن تجتمع اللجنة يوم الجمعة."],
			["1: 2023-02-24 derived planned"],
		],
		[
			"counted from another",
			"2023-02-22",
			["التقى الوزير نظيره أمس، بعد يوم من وصوله إلى العاصمة."],
			["1: 2023-02-21 derived", "1: 2023-02-20 derived"],
		],
		[
			"a figure of a year",
			"2023-02-22",
			["سجلت التجارة رقما قياسيا في عام 2022."],
			["1: 2022 printed"],
		],
		["an unknown day", null, ["وصل الوفد يوم الأربعاء."], ["1: null unknown"]],
		[
			"English",
			"2024-03-07",
			["Lawmakers voted on Tuesday to send the bill, drafted in 2021, to a second reading in May."],
			["1: 2024-03-05 derived", "1: 2021 printed", "1: 2024-05 derived planned"],
		],
	])("%s", (_, published, lines, wanted) => {
		expect(eventsOf(published, ...lines)).toEqual(wanted);
	});

	it("quote the clause that holds the date, exactly", () => {
		const text = "قال إن اللقاء جرى الاثنين، وإن الوفد غادر المدينة الثلاثاء، بلا بيان.";
		const events = extractor.extract(article("2023-02-22", text));
		expect(events.map(({ quote }) => quote)).toEqual([
			"قال إن اللقاء جرى الاثنين",
			"وإن الوفد غادر المدينة الثلاثاء، بلا بيان.",
		]);
		expect(events.map(({ id }) => id)).toEqual(["a-e1", "a-e2"]);
		for (const { quote, source, date } of events) {
			expect(text.slice(source.start ?? 0, source.end ?? 0)).toBe(quote);
			expect(quote).toContain(date.expression);
		}
	});
});

describe("dates that are no events", () => {
	it.each<[string, string[]]>([
		["a yardstick", ["ارتفعت المبيعات مقارنة بالعام الماضي."]],
		["a yardstick in English", ["Sales are higher than in 2019 and up from last year."]],
		["the year of a name", ["تمسكت الأطراف باتفاق عام 2015."]],
		["how long something lasts", ["تحدث عن الحرب المستمرة منذ عامين."]],
		["nowadays, in a quotation", ['رأى أن "العالم يواجه اليوم أزمة".']],
		["a dateline", ["CAIRO, 5 March (Agency) - Talks are slow."]],
		["a decade", ["يعود الخلاف إلى تسعينيات القرن الماضي."]],
		["a title", ["= قمة الخميس"]],
	])("%s", (_, lines) => {
		expect(eventsOf("2024-03-07", ...lines)).toEqual([]);
	});

	it("this week, after a turn to an undated earlier time", () => {
		const lines = [
			"نشر التقرير أمس.",
			"وكان الخلاف قديما، ففي وقت سابق زار الوزير العاصمة.",
			"وقال إنهما سيبحثان الخطة هذا الأسبوع.",
		];
		expect(eventsOf("2024-03-07", ...lines)).toEqual(["1: 2024-03-06 derived"]);
		expect(eventsOf("2024-03-07", lines[0] ?? "", "# عنوان", lines[2] ?? "")).toContain(
			"3: 2024-03-02/2024-03-08 derived planned",
		);
	});
});

describe("events that the story dates", () => {
	it("the lead is of the article's day", () => {
		expect(eventsOf("2023-02-22", "التقى وزير الخارجية نظيره في العاصمة.")).toEqual([
			"1: 2023-02-22 derived",
		]);
		expect(eventsOf("2024-03-07", "The two presidents met in the capital.")).toEqual([
			"1: 2024-03-07 derived",
		]);
	});

	it("or of the day that the first paragraphs name", () => {
		expect(
			eventsOf(
				"2023-02-22",
				"أطلقت البحرية صاروخا تجريبيا.",
				"وقالت الوزارة الثلاثاء إن التجربة نجحت.",
			)[0],
		).toBe("1: 2023-02-21 derived");
	});

	it("only its month, where no more is known", () => {
		expect(eventsOf("2024-05", "وصل الرئيس إلى العاصمة.")).toEqual(["1: 2024-05 derived"]);
		expect(eventsOf(null, "وصل الرئيس إلى العاصمة.")).toEqual([]);
	});

	it("a lead without a happening is none", () => {
		expect(eventsOf("2023-02-22", "العلاقات بين البلدين معقدة منذ زمن.")).toEqual([]);
		expect(eventsOf("2023-02-22", "الوزير الذي زار المدينة غير معروف.")).toEqual([]);
	});

	it("this came during, this came after", () => {
		const lead = "افتتح الوزير المعرض.";
		expect(eventsOf("2023-02-22", lead, "جاء ذلك خلال مؤتمر صحفي ولقاء مع التجار.")).toHaveLength(
			2,
		);
		expect(eventsOf("2023-02-22", lead, "جاء ذلك في أعقاب اجتماع مع نظيره.")[1]).toBe(
			"2: 2023-02 derived",
		);
	});

	it("the items of a list announced for a day carry it", () => {
		const lines = [
			"# ماذا ننتظر اليوم:",
			"• سوف يجتمع المجلس.",
			"• مؤتمر صحفي للوزير.",
			"فقرة عادية.",
		];
		expect(eventsOf("2023-02-22", ...lines)).toEqual([
			"2: 2023-02-22 derived planned",
			"3: 2023-02-22 derived",
		]);
	});

	it("what stands under a heading that is a date", () => {
		const lines = ["# 24 فبراير 2022", "عبرت القوات الحدود.", "# مارس 2022", "بدأت المفاوضات."];
		expect(eventsOf(null, ...lines)).toEqual(["2: 2022-02-24 derived", "4: 2022-03 derived"]);
	});

	it("the same happening told again right after", () => {
		const lines = [
			"اطلعت الصحيفة على تقرير صدر الخميس 27 يوليو 2023.",
			"وأصدرته لجنة في البرلمان.",
		];
		expect(eventsOf("2023-07-30", ...lines)).toEqual([
			"1: 2023-07-27 printed",
			"2: 2023-07-27 derived",
		]);
	});
});

describe("the extractor, whatever the article", () => {
	it("quotes exactly, in order, with ids that do not repeat", () => {
		const words = [
			"أمس",
			"الأربعاء",
			"في عام 2022",
			"،",
			".",
			"التقى",
			"سيلتقي",
			"جاء ذلك",
			"بعد يوم من",
			"«",
			"»",
			'"',
			"on Tuesday",
			"met",
			"قبل عامين",
			":",
			"اليوم",
			"•",
		];
		const line = fc
			.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), {
				minLength: 1,
				maxLength: 14,
			})
			.map((w) => `x ${w.join(" ").replaceAll("\n", " ")}`);
		fc.assert(
			fc.property(
				fc.array(line, { maxLength: 5 }),
				fc.constantFrom("2024-02-29", "2024-05", null),
				(lines, published) => {
					const events = extractor.extract(article(published, ...lines));
					expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
					let before = 0;
					for (const { source, quote } of events) {
						expect(source.line).toBeGreaterThanOrEqual(before);
						before = source.line;
						expect(quote.length).toBeGreaterThan(0);
						expect(lines[source.line - 1]?.slice(source.start ?? 0, source.end ?? 0)).toBe(quote);
					}
				},
			),
			{ numRuns: 500, seed: 7 },
		);
	});
});
