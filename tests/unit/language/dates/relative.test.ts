import { describe, expect, it } from "vitest";
import { finder } from "./date-data.ts";
import { datesOf, day, table } from "./table.ts";

// 6 April 2024 is a Saturday, 7 March 2024 a Thursday, 22 February 2023 a Wednesday.

describe("days counted from the article's own", () => {
	table([
		["أمس الجمعة", "2022-12-31", "أمس الجمعة = 2022-12-30 day derived"],
		[
			"مساء أمس الأول وأول أمس",
			"2024-04-06",
			"مساء أمس الأول = 2024-04-04 day derived",
			"أول أمس = 2024-04-04 day derived",
		],
		[
			"صباح اليوم، وغداً",
			"2024-04-06",
			"صباح اليوم = 2024-04-06 day derived",
			"غداً = 2024-04-07 day derived",
		],
		["غداً الأحد", "2024-04-06", "غداً الأحد = 2024-04-07 day derived"],
		[
			"yesterday, tonight and the day after tomorrow",
			"2024-04-06",
			"yesterday = 2024-04-05 day derived",
			"tonight = 2024-04-06 day derived",
			"the day after tomorrow = 2024-04-08 day derived",
		],
		[
			"said a few minutes ago, and last evening",
			"2024-04-06",
			"a few minutes ago = 2024-04-06 day derived",
			"last evening = 2024-04-05 day derived",
		],
		["قال قبل قليل إن", "2024-04-06", "قبل قليل = 2024-04-06 day derived"],
		["قبل قليل من المباراة", "2024-04-06"],
		["قبل ثلاثة أيام", "2024-04-06", "قبل ثلاثة أيام = 2024-04-03 day derived"],
		["a fortnight ago", "2024-04-20", "fortnight ago = 2024-04-06 week derived"],
		["three days ago", "2024-04-06", "three days ago = 2024-04-03 day derived"],
		[
			"قبل يومين ومنذ أسبوعين",
			"2024-04-06",
			"قبل يومين = 2024-04-04 day derived",
			"منذ أسبوعين = 2024-03-23 week derived",
		],
	]);
});

describe("weekdays", () => {
	table([
		["قال السبت إن", "2024-04-06", "السبت = 2024-04-06 day derived"],
		["يوم الثلاثاء الماضي", "2024-04-06", "يوم الثلاثاء الماضي = 2024-04-02 day derived"],
		["الخميس المقبل", "2024-03-07", "الخميس المقبل = 2024-03-14 day derived"],
		["سيلتقي نظيره في وقت لاحق الأربعاء", "2023-02-22", "الأربعاء = 2023-02-22 day derived"],
		[
			"الأربعاء من الأسبوع الماضي",
			"2024-03-07",
			"الأربعاء من الأسبوع الماضي = 2024-02-28 day derived",
		],
		[
			"said on Tuesday that he will travel on Sunday",
			"2024-03-07",
			"Tuesday = 2024-03-05 day derived",
			"Sunday = 2024-03-10 day derived",
		],
		[
			"He will fly on Sunday, she said on Wednesday",
			"2024-03-07",
			"Sunday = 2024-03-10 day derived",
			"Wednesday = 2024-03-06 day derived",
		],
		[
			"قالت الاثنين إنها ستعلن النتائج الأحد",
			"2024-03-07",
			"الاثنين = 2024-03-04 day derived",
			"الأحد = 2024-03-10 day derived",
		],
		[
			"last Tuesday and next Friday",
			"2024-03-07",
			"last Tuesday = 2024-03-05 day derived",
			"next Friday = 2024-03-08 day derived",
		],
	]);
});

describe("weeks, months and years from the article's own", () => {
	table([
		["الأسبوع الماضي", "2024-04-06", "الأسبوع الماضي = 2024-03-30/2024-04-05 week derived"],
		[
			"الشهر المقبل، وهذا العام",
			"2023-12-10",
			"الشهر المقبل = 2024-01 month derived",
			"هذا العام = 2023 year derived",
		],
		[
			"منذ عامين وقبل أربع سنوات",
			"2023-07-28",
			"منذ عامين = 2021 year derived",
			"قبل أربع سنوات = 2019 year derived",
		],
		["18 months ago", "2024-03-07", "18 months ago = 2022-09 month derived"],
		["قبل عام ونصف", "2024-03-07", "قبل عام ونصف = 2022-09 month derived"],
		[
			"last year and next month",
			"2024-12-07",
			"last year = 2023 year derived",
			"next month = 2025-01 month derived",
		],
		["this weekend", "2024-03-07", "this weekend = 2024-03-09/2024-03-10 interval derived"],
		["خلال الأشهر المقبلة", "2023-02-22", "الأشهر المقبلة = 2023 year derived"],
	]);
});

describe("months and days without a year", () => {
	table([
		[
			"في نوفمبر وفي سبتمبر",
			"2022-12-31",
			"نوفمبر = 2022-11 month derived",
			"سبتمبر = 2022-09 month derived",
		],
		["تجري الانتخابات المقررة في مارس المقبل", "2024-05-02", "مارس المقبل = 2025-03 month derived"],
		["ستجري في مارس", "2024-05-02", "مارس = 2025-03 month derived"],
		["منذ 3 أيار", "2024-05-02", "3 أيار = 2024-05-03 day derived"],
		["Friday, 1 December", "2024-05-02", "Friday, 1 December = 2023-12-01 day derived"],
		["هجمات 11 سبتمبر", "2024-05-02", "11 سبتمبر = 2001-09-11 day derived"],
		["October 7 attacks", "2023-05-02", "October 7 = 2022-10-07 day derived"],
	]);
});

describe("spans that count from an event", () => {
	table([
		[
			"استقبله الأربعاء، بعد يوم من وصوله",
			"2023-02-22",
			"الأربعاء = 2023-02-22 day derived",
			"بعد يوم من وصوله = 2023-02-21 day derived",
		],
		["افتتح بعد نحو عام من زلزال", "2023-02-22", "بعد نحو عام من زلزال = 2022-02 month derived"],
		["two days after the vote", "2024-03-07", "two days after the = 2024-03-05 day derived"],
		[
			"بعد ثلاثة أيام من 5 مايو 2024",
			null,
			"بعد ثلاثة أيام من 5 مايو 2024 = 2024-05-08 day derived",
		],
		["سيصل بعد يومين", "2024-03-07", "بعد يومين = 2024-03-09 day derived"],
		[
			"In 2022 it won. A year earlier, it lost",
			"2024-03-07",
			"2022 = 2022 year printed",
			"A year earlier = 2021 year derived",
		],
		["وصل قبل يومين من الانتخابات", "2024-03-07"],
	]);
});

describe("an article whose day is not known", () => {
	table([
		["قال الأربعاء، أمس", null, "الأربعاء = null day unknown", "أمس = null day unknown"],
		[
			"العام الماضي وفي مارس",
			null,
			"العام الماضي = null year unknown",
			"مارس = null month unknown",
		],
		[
			"قبل عامين، أمس، في مارس، الشهر الماضي",
			"2024-05",
			"قبل عامين = 2022 year derived",
			"أمس = null day unknown",
			"مارس = 2024-03 month derived",
			"الشهر الماضي = 2024-04 month derived",
		],
		[
			"العام الماضي والشهر الماضي",
			"2024",
			"العام الماضي = 2023 year derived",
			"الشهر الماضي = null month unknown",
		],
	]);
});

describe("what lies ahead", () => {
	it("is marked by the verb, by the value or by both", () => {
		const found = finder.find("سيجتمعون الأحد، كما اجتمعوا في 2 مارس 2024، وموعدهم 5 مايو 2025", {
			published: day("2024-03-07"),
		});
		expect(found.map(({ value, future }) => [value, future ?? false])).toEqual([
			["2024-03-10", true],
			["2024-03-02", false],
			["2025-05-05", true],
		]);
	});

	it("is not read out of nouns that begin like a future verb", () => {
		expect(datesOf("سيطرت القوات على المدينة الأحد", "2024-03-07")).toEqual([
			"الأحد = 2024-03-03 day derived",
		]);
		expect(datesOf("ستة قتلى الأحد", "2024-03-07")).toEqual(["الأحد = 2024-03-03 day derived"]);
	});
});
