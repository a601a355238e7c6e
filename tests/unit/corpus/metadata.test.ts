import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { body, englishBody, rules } from "./rules.ts";

const read = (...lines: string[]) => detectMetadata(lines, rules);
const title = "توسعة الحديقة العامة تبدأ الشهر المقبل وسط ترحيب السكان";

describe("the day of publication", () => {
	it.each([
		["under the title", [title, "28 يوليو 2023, 11:34:41 ص", ...body], "2023-07-28"],
		["with a label", [title, "نشر في: 5 آذار 2021", ...body], "2021-03-05"],
		["in Arabic-Indic digits", [title, "٢٠٢٤/٣/١٢", ...body], "2024-03-12"],
		["with a Maghrebi month", [title, "الثلاثاء 9 جويلية 2019", ...body], "2019-07-09"],
		[
			"published before updated",
			[title, "آخر تحديث: 7 مايو 2022", "تاريخ النشر: 6 مايو 2022", ...body],
			"2022-05-06",
		],
		[
			"in English",
			[
				"New riverside park gets its budget at last",
				"Published: Jan 5, 2024 09:00 GMT",
				...englishBody,
			],
			"2024-01-05",
		],
		[
			"label and date on two lines",
			["New riverside park gets its budget at last", "Published", "12 May 2021", ...englishBody],
			"2021-05-12",
		],
		["at the foot, with a label", [title, ...body, "تاريخ النشر: 2 يونيو 2020"], "2020-06-02"],
	])("is read %s", (_, lines, day) => {
		expect(read(...lines).published).toEqual({ value: day, precision: "day", basis: "printed" });
	});

	it.each([
		["the day in the page's header", ["22 ديسمبر 2024", title, ...body]],
		["a header with weather", ["℃ 11 عمّان", "22 ديسمبر 2024", title, ...body]],
		[
			"a day that the body tells of",
			[title, ...body, "وكانت الحديقة قد افتتحت في 3 مايو 1998 بحضور آلاف السكان."],
		],
		["a copyright year", [title, ...body, "© 2024 Riverside Herald"]],
		["a weekday alone", [title, "الخميس", ...body]],
	])("is not %s", (_, lines) => {
		expect(read(...lines).published).toEqual({
			value: null,
			precision: "unknown",
			basis: "unknown",
		});
	});

	it("takes the date beside the title, not the later one in the header", () => {
		expect(
			read("- 22 ديسمبر 2024", title, title, "- 28 يوليو 2023, 11:34", ...body).published.value,
		).toBe("2023-07-28");
	});

	it("takes a date above the title where the body confirms its year and no header is there", () => {
		const dated = [...body, "وتعود خطة التوسعة إلى مطلع عام 2023 حين أقرها المجلس البلدي."];
		expect(read("14 حزيران 2023", title, ...dated).published.value).toBe("2023-06-14");
	});

	it("infers the day only where the lead says which day today is", () => {
		const lead = "بدأت اليوم الخميس 27 يوليو 2023 أعمال توسعة الحديقة العامة على ضفة النهر.";
		expect(read(title, lead, ...body).published).toEqual({
			value: "2023-07-27",
			precision: "day",
			basis: "inferred",
		});
		const report = "كشف تقرير صدر الخميس 27 يوليو 2023 أن توسعة الحديقة العامة تأخرت عاماً كاملاً.";
		expect(read(title, report, ...body).published.value).toBeNull();
	});
});

describe("the publisher", () => {
	it.each([
		[
			"its copyright line",
			[title, ...body, "جميع حقوق النشر محفوظة لصالح صحيفة الضفة."],
			"صحيفة الضفة",
		],
		[
			"a known name in it",
			["New riverside park", ...englishBody, "© 2023 The Guardian. All rights reserved."],
			"The Guardian",
		],
		["the end of the title line", [`${title} - الجزيرة نت`, ...body], "Al Jazeera"],
		["its masthead", ["سكاي نيوز عربية", title, ...body], "Sky News Arabia"],
		[
			"what it asks to follow",
			[title, ...body, "حمل تطبيق العربي الجديد لمتابعة آخر الأخبار"],
			"Al-Araby Al-Jadeed",
		],
		[
			"its own page template",
			[
				...[title, "صدر الصورة، EPA", "التعليق على الصورة،", "الحديقة من الجو", ...body],
				...["تخطى الأكثر قراءة وواصل القراءة", "الأكثر قراءة نهاية"],
			],
			"BBC Arabic",
		],
		[
			"people who speak to it by name",
			[
				title,
				...body,
				'وقال مهندس لعنب بلدي: "الأشجار ستنقل ولن تقطع".',
				"وأضاف أحد السكان لعنب بلدي أن الحي انتظر طويلاً.",
			],
			"Enab Baladi",
		],
	])("is known by %s", (_, lines, outlet) => {
		expect(read(...lines).outlet).toBe(outlet);
	});

	it.each([
		[
			"an agency that is cited",
			[title, ...body, "وذكرت وكالة رويترز أن التمويل سيأتي من قرض طويل الأجل."],
		],
		[
			"a network that somebody spoke to",
			[
				title,
				...body,
				"وقال مهندس لشبكة سي إن إن إن الأشجار ستنقل.",
				"وأكد آخر لشبكة سي إن إن الأمر نفسه.",
			],
		],
		["an agency in a byline", [title, "بيروت - رويترز", ...body]],
		["an outlet in brackets, whose text is reprinted", [title, "تايبيه-(بي بي سي):", ...body]],
		["a source line", [title, ...body, "المصدر: سكاي نيوز"]],
		[
			"one of two that are named alike, whoever comes third",
			[
				"Crane falls in the harbour on Sunday",
				...englishBody,
				...["Download the Qarnah Post app", "Download the Harrow Gazette app"],
				"Download the Veldt Coast app",
			],
		],
		["rights without an owner", [title, ...body, "جميع الحقوق محفوظة © 2024"]],
	])("is not %s", (_, lines) => {
		expect(read(...lines).outlet).toBeNull();
	});
});

describe("a line of marks without end", () => {
	it.each([
		["in a sentence", `Crane falls in Qarnah harbour now${"؟".repeat(100_000)} and rises`],
		["between words", `Crane falls in Qarnah harbour now.${" ".repeat(100_000)}and rises`],
		["in an open line", `Crane falls in Qarnah harbour now${"\u00a0".repeat(100_000)}and rises`],
		["behind a source", `Source: Qarnah${".".repeat(200_000)} desk`],
		["behind an owner", `© 2024 Qarnah Holding${",".repeat(200_000)} Ltd`],
		["behind a name", `Qarnah Post${"»".repeat(200_000)} news`],
	])("is read in time: %s", (_, line) => {
		const lines = ["Crane falls in the harbour on Sunday", ...englishBody];
		expect(read(line, "", ...lines, "", line).title).not.toBeNull();
		expect(read(...lines.slice(0, 1), line, ...englishBody).title).toBe(lines[0]);
	});
});

describe("the title", () => {
	it("is null where the article begins with a paragraph", () => {
		expect(read(...body).title).toBeNull();
	});

	it("is the exact words, without the page's name behind them", () => {
		expect(read(`  ${title} | BBC News عربي`, ...body).title).toBe(title);
	});
});
