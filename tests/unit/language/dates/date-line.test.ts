import { describe, expect, it } from "vitest";
import { finder } from "./date-data.ts";

describe("parseDateLine", () => {
	it.each([
		["14 مايو 2021, 09:12:05 م", "2021-05-14"],
		["- 22 ديسمبر 2024", "2024-12-22"],
		["Published: Jan 5, 2024 09:00 GMT", "2024-01-05"],
		["٢٠٢٤/٣/١٢", "2024-03-12"],
		["2024-05-16T10:00:00Z", "2024-05-16"],
		["الأحد 16 مايو/أيار 2021 - 10:00 بتوقيت غرينتش", "2021-05-16"],
		["السبت ١٥ رمضان ١٤٤٥هـ - 25 مارس 2024م", "2024-03-25"],
		["آخر تحديث: 6 يناير 2024 - نشر: 5 يناير 2024", "2024-01-05"],
		["Updated 6 March 2024, published 5 March 2024", "2024-03-05"],
		["Lena Orr, reporter, 5 May 2024, Sun.", "2024-05-05"],
		["On 5 May 2024 by Lena Orr", "2024-05-05"],
		["القاهرة في 5 مايو 2024 / وكالة /", "2024-05-05"],
		["By Jane Doe, Thursday, July 27, 2023 at 5:04 p.m. EDT", "2023-07-27"],
	])("%s", (line, value) => {
		expect(finder.parseDateLine(line)).toEqual({ value, precision: "day" });
	});

	it.each([
		"قال الوزير في 5 مايو 2023 إن بلاده ستواصل العمل من أجل السلام",
		"© 2024 The Paper, 5 May 2024",
		"جميع الحقوق محفوظة 5 مايو 2024",
		"On 3 June 2004 rebels took the port of Dray.",
		"On 3 June 2004, the board met at Sarin.",
		"On 3 June 2004 rebels took the port of Dray",
		"3 June 2004 – the board met in Sarin.",
		"في 3 حزيران 2004 سقط مرفأ الزيتونة",
		"الخميس",
		"5 March",
		"2024",
		"",
	])("is null for %j", (line) => {
		expect(finder.parseDateLine(line)).toBeNull();
	});
});
