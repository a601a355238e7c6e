import { describe, expect, it } from "vitest";
import { finder } from "./date-data.ts";
import { day } from "./table.ts";

// 16 May 2024 is a Thursday.
const article = "2024-05-16";
const valuesOf = (line: string, published: string | null = article) =>
	finder.find(line, { published: day(published) }).map(({ value }) => value);

type Row = [line: string, ...values: (string | null)[]];
const rows = (list: Row[]) =>
	it.each(list)("%s", (line, ...values) => {
		expect(valuesOf(line)).toEqual(values);
	});

describe("the year of a day without one", () => {
	rows([
		["مُدّدت الهدنة حتى 20 أغسطس.", "2024-08-20"],
		["دعا إلى اعتصام ابتداءً من الأحد", "2024-05-19"],
		["The vote is set for November 5.", "2024-11-05"],
		["The rent is payable by 1 December.", "2024-12-01"],
		["يسري القرار اعتباراً من 1 نوفمبر", "2024-11-01"],
		["القتال مستمر منذ 28 سبتمبر", "2023-09-28"],
		["وقدّم النائب سيلمانوف استجواباً في 20 ديسمبر", "2023-12-20"],
		["زار المبعوث سنوبيك المخيم الاثنين.", "2024-05-13"],
		["وصلت وسيلة النقل الاثنين", "2024-05-13"],
		["سيزور المبعوث المخيم الاثنين.", "2024-05-20"],
		["وستعقد القمة في أكتوبر", "2024-10"],
		["انعقدت القمة في أكتوبر", "2023-10"],
		["أقيمت المباراة في 2 يوليو", "2024-07-02"],
		["ففي العام 2018 ظهر قمران في يناير", "2018", "2018-01"],
	]);
	rows([
		["وُلد في 3 أيار 1948 بقرية الزيتونة.", "1948-05-03"],
		["وُلد في 3 أيار 1948 بمدينة بعيدة.", "1948-05-03"],
		["On 20 March 2003 troops crossed the border.", "2003-03-20"],
		["She was born on 15 April of 87.", "1987-04-15"],
		["signed on 05/05/89", "1989-05-05"],
	]);
});

describe("what is read as a date", () => {
	rows([
		["وقع الهجوم أول أيام عيد الأضحى الماضي", "2023-06-28"],
		["في عيد الفطر 2023", "2023-04-21"],
		["اشتعل المخزن ثاني أيام عيد الفطر 2023", "2023-04-22"],
		["زاروه ثالث أيام عيد الأضحى الماضي", "2023-06-30"],
		["في اليوم الثاني من عيد الفطر", "2024-04-11"],
		["في رابع أيام رمضان", "2024-03-14"],
		["اليوم الخامس من رمضان", "2024-03-15"],
		["on the fourth day of Ramadan", "2024-03-14"],
		["the shop shut on Boxing Day", "2023-12-26"],
		["في اليوم الثالث من يونيو", "2024-06-03"],
		["رمضان الماضي", "2024-03-11/2024-04-09"],
		["شهر رمضان المقبل", "2025-03-01/2025-03-29"],
		["حتى حلول شهر رمضان", "2025-03-01"],
		["الأشهر الستة الماضية", "2023-11-16/2024-05-15"],
		["آخر 3 سنوات", "2021-05-16/2024-05-15"],
		["the next five days", "2024-05-17/2024-05-21"],
		["يجب أن يغادر خلال أسبوعين", "2024-05-16/2024-05-30"],
		["ordered to leave within 30 days", "2024-05-16/2024-06-15"],
		["الخميس قبل الماضي", "2024-05-02"],
		["الأسبوع بعد المقبل", "2024-05-25/2024-05-31"],
		["the week before last", "2024-04-29/2024-05-05"],
		["the year after next", "2026"],
		["الربع الماضي", "2024-01/2024-03"],
		["last quarter", "2024-01/2024-03"],
		["the last quarter of 2023", "2023-10/2023-12"],
		["حتى نهاية الربع الأول من العام الجاري", "2024-03-31"],
		["في النصف الأول من الشهر", "2024-05-01/2024-05-15"],
		["عام ألفين وستة", "2006"],
		["عام ألف وتسعمائة وثمانية وستين", "1968"],
		["in October two thousand and five", "2005-10"],
		["the first Sunday of September 2024", "2024-09-01"],
		["أول يوم جمعة من يوليو 2024", "2024-07-05"],
		["the last Monday of May 2024", "2024-05-27"],
		["يلتقي الوفد غدا.", "2024-05-17"],
		["في نيسان أبريل 2024", "2024-04"],
		["between January 2019 and now", "2019-01-01/2024-05-16"],
		["from Monday to Friday", "2024-05-13/2024-05-17"],
		["two days from tomorrow", "2024-05-19"],
		["in 2022 and 2023", "2022", "2023"],
		["أسبوع 16 سبتمبر 2024", "2024-09-14/2024-09-20"],
	]);
});

describe("what says a time and fixes no day", () => {
	it.each([
		"الأيام القليلة الماضية",
		"توفي بعد ثلاثة أيام",
		"قتل عشرة خلال أسبوعين",
		"the following Monday",
		"الأربعاء التالي",
		"the second Sunday",
		"paid on 04/05/2024",
	])("%s", (line) => {
		expect(valuesOf(line)).toEqual([null]);
	});
});

describe("what is none", () => {
	it.each([
		"فاز الفريق 2 - صفر",
		"فاز 4 -صفر على ضيفه",
		"فاز 2 ــ صفر",
		"على ما يوليه سموه من اهتمام",
		"رسالة على واتس آب",
		"مفاعل تموز",
		"غدا الرجل وزيرا",
		"السيد رمضان قال",
	])("%s", (line) => {
		expect(valuesOf(line)).toEqual([]);
	});
});

describe("the order of the numbers of a date", () => {
	it.each([
		["دفع في 04/05/2024", null, "2024-05-04"],
		["paid on 04/05/2024", true, "2024-05-04"],
		["paid on 04/05/2024", false, "2024-04-05"],
		["paid on 04/05/2024 and 04/25/2024", null, "2024-04-05"],
		["paid on Saturday 04/05/2024", null, "2024-05-04"],
	])("%s, day first %s", (line, dayFirst, value) => {
		expect(finder.find(line, { published: day(article), dayFirst })[0]?.value).toBe(value);
	});
});

describe("two ends of one stretch", () => {
	rows([
		["It lay idle between 2015 and January 5th 2018", "2015-01-01/2018-01-05"],
		["in 2014 through May 2nd 2018", "2014-01-01/2018-05-02"],
		["from 2007 to the end of 2008", "2007-01-01/2008-12-31"],
		["It rains from Nov to March", "2023-11/2024-03"],
		["Talks were held Nov-Feb 2017", "2016-11/2017-02"],
		["exports from March to date", "2024-03-01/2024-05-16"],
		["a curfew for two weeks from 5 May", "2024-05-05/2024-05-18"],
		["it closes for a week starting tomorrow", "2024-05-17/2024-05-23"],
		["لمدة أسبوعين ابتداء من الأحد", "2024-05-19/2024-06-01"],
		["Memorial Day 2021 weekend", "2021-05-29/2021-05-31"],
		["two weeks and two days ago they found it", "2024-04-30"],
	]);
});

describe("half of what was said is no day", () => {
	rows([
		["from the twenty-seventh to the third of April", null],
		["due on Friday 5/12", null],
		["on Monday of the following week", null],
		["nobody was there that weekend", null],
		["within 5 years 1 month 12 days", null],
		["Prices rose in the two days after the rupture", null],
		["three months after Easter", null],
		["In June of the same year he left", null],
		["في يونيو من عام الفيل", null],
		["في يونيو من العام نفسه", null],
		["They went from Cairo to the May 3 rally", "2024-05-03"],
		["On Friday 23 people were hurt", "2024-05-10"],
	]);
});

describe("days and years in words and numbers", () => {
	rows([
		["on Friday the seventeen", "2024-05-17"],
		["on Friday 17 at 4", "2024-05-17"],
		["sent Wed Oct 26 15:50:06 2016", "2016-10-26"],
		["fifteen August nineteen hundred ninety-three", "1993-08-15"],
		["الأحد يناير الحادي والعشرين ألفان وثمانية عشر", "2018-01-21"],
		["in August of last year after rain from 12 to 14 August", "2023-08", "2023-08-12/2023-08-14"],
		[
			"غرقت في أوت من العام الماضي بعد أمطار استمرت من 12 إلى 14 أوت",
			"2023-08",
			"2023-08-12/2023-08-14",
		],
		["a loan in the first quarter. The ministry was silent", "2024-01/2024-03"],
		["it would seek a loan in the third quarter", "2024-07/2024-09"],
		["profit rose in the third quarter", "2023-07/2023-09"],
		["said it would close on Monday", "2024-05-20"],
		["bought for $ 12 December 27", "2023-12-27"],
	]);
});

describe("a given name that is a verb or a month", () => {
	rows([
		["Will Barlow closed the yard on Friday.", "2024-05-10"],
		["Judge Will Sander left the court on Tuesday.", "2024-05-14"],
		["Clerk Norman Will resigned on Tuesday.", "2024-05-14"],
		["June Sander resigned on Monday.", "2024-05-13"],
		["The painter April Barlow died on Saturday.", "2024-05-11"],
		["Will the court sit on Friday?", "2024-05-17"],
		["Will Barlow close the yard on Friday?", "2024-05-17"],
		["Council Will Vote on Sunday", "2024-05-19"],
		["The court will sit on Friday.", "2024-05-17"],
		["June Election Results", "2024-06"],
		["June was wet.", "2024-06"],
		["In June Norway closed the border.", "2024-06"],
		["an April Norway poll", "2024-04"],
	]);
});
