import { describe, expect, it } from "vitest";
import { datesOf } from "./table.ts";

describe("what looks like a date and is none", () => {
	it.each([
		"الأمين العام الحالي للمنظمة",
		"أسقط النواب اتفاق 17 أيار في المجلس",
		"They denounced the May 17 agreement with their neighbours",
		"الرأي العام والقطاع العام السابق",
		"مارس ضغوطا على الحكومة",
		"الذي مارس المهنة",
		"عيادة مايو كلينك",
		"شركة نيسان اليابانية",
		"تيريزا ماي ورئيس الحكومة",
		"أحد المسؤولين",
		"صلاة الجمعة وسوق الخميس",
		"كل جمعة",
		"لمدة ثلاثة أيام",
		"في اليوم التالي، في اليوم الثالث",
		"صحيفة المصري اليوم",
		"في أمس الحاجة",
		"أكثر من 2000 جندي",
		"من 1200 إلى 1500 جندي",
		"لواء عمره 45 عاما",
		"بين الاثنين خلاف",
		"قرار مجلس الأمن 2254 والمادة 370",
		"The minister may march on",
		"He was 54 and won 3-2 at 24/7 speed",
		"after 9/11 and 11/9",
		"USA Today and India Today reported",
		"Sunday Times, Black Friday, every Monday",
		"Theresa May",
		"for three days, over the past year or so",
		"call +1 (212) 555-2024 or 050-123-4567",
		"version 2.3.2024-beta of v1.2.2024, 10.0.0.1",
		"https://example.org/2023/07/27/story",
		"between 1900 and 2000 homes",
		"in 2000 cities, 2023%",
		"31/6/2023 and 2023/13/01",
		"the second quarter of the game",
		"اجتاز الموكب جسر 12 تموز",
		"انتقل إلى جامعة 3 مارس 1962",
		"بيان لحركة 9 شباط",
		"سكان مدينة السادس من نيسان",
		"The April 9 bloc left the hall",
		"Shops along 12 June Road stayed shut",
		"a nurse of the 3 March 1962 Hospital",
		"Decree 7/2018 and case no. 11/2022",
		"القانون رقم 4/2017 والقضية 6/2020",
	])("%s", (line) => {
		expect(datesOf(line, "2024-03-07")).toEqual([]);
	});
});

describe("a date beside what could be a thing called after it", () => {
	it.each([
		["On July 12 street vendors marched", "2023-07-12"],
		["12 March 2023 University of Dray opens a lab", "2023-03-12"],
		["غادروا المدينة 6 شباط", "2024-02-06"],
		["They met on January 9. Road works began", "2024-01-09"],
		["in 7/2018 the case was dropped", "2018-07"],
	])("%s", (line, value) => {
		expect(datesOf(line, "2024-03-07")[0]).toContain(` = ${value} `);
	});
});
