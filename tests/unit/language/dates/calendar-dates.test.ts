import { describe } from "vitest";
import { table } from "./table.ts";

describe("days and months as Arabic news prints them", () => {
	table([
		[
			"صدر يوم الأحد 16 مايو/أيار 2021 بيان",
			null,
			"يوم الأحد 16 مايو/أيار 2021 = 2021-05-16 day printed",
		],
		["في 28 يوليو 2023م", null, "28 يوليو 2023م = 2023-07-28 day printed"],
		["وفي ٢٤ شباط ٢٠٢٢ بدأت", null, "٢٤ شباط ٢٠٢٢ = 2022-02-24 day printed"],
		["منذ شباط/فبراير 2022", null, "شباط/فبراير 2022 = 2022-02 month printed"],
		["في تموز (يوليو) 2023", null, "تموز (يوليو) 2023 = 2023-07 month printed"],
		[
			"في كانون الثاني 2024 وتشرين الأول 2023",
			null,
			"كانون الثاني 2024 = 2024-01 month printed",
			"تشرين الأول 2023 = 2023-10 month printed",
		],
		[
			"يوم 12 جويلية 2023 و3 جانفي 2024",
			null,
			"12 جويلية 2023 = 2023-07-12 day printed",
			"3 جانفي 2024 = 2024-01-03 day printed",
		],
		[
			"في 5 غشت 2022 ثم 9 شتنبر 2022",
			null,
			"5 غشت 2022 = 2022-08-05 day printed",
			"9 شتنبر 2022 = 2022-09-09 day printed",
		],
		[
			"في الرابع والعشرين من فبراير 2022",
			null,
			"الرابع والعشرين من فبراير 2022 = 2022-02-24 day printed",
		],
		["في الحادي عشر من أيلول 2001", null, "الحادي عشر من أيلول 2001 = 2001-09-11 day printed"],
		["في أيار من عام 2018", null, "أيار من عام 2018 = 2018-05 month printed"],
		["مارس من العام الماضي", "2024-05-17", "مارس من العام الماضي = 2023-03 month derived"],
		["في آب/أغسطس 2023", null, "آب/أغسطس 2023 = 2023-08 month printed"],
		["في 15 من الشهر الجاري", "2024-03-07", "15 من الشهر الجاري = 2024-03-15 day derived"],
	]);
});

describe("days and months as English news prints them", () => {
	table([
		[
			"on Thursday, July 27, 2023, at noon",
			null,
			"Thursday, July 27, 2023 = 2023-07-27 day printed",
		],
		["signed on 27th July 2023", null, "27th July 2023 = 2023-07-27 day printed"],
		[
			"the twenty-fourth of February 2022",
			null,
			"twenty-fourth of February 2022 = 2022-02-24 day printed",
		],
		["since Sept. 3, 2021", null, "Sept. 3, 2021 = 2021-09-03 day printed"],
		[
			"in March 2023 and in May",
			"2024-01-10",
			"March 2023 = 2023-03 month printed",
			"May = 2023-05 month derived",
		],
		["Thursday (July 27) it met", "2023-07-30", "Thursday (July 27) = 2023-07-27 day derived"],
	]);
});

describe("dates in digits", () => {
	table([
		[
			"27/7/2023 أو ٠١/٠٣/٢٠٢٤",
			null,
			"27/7/2023 = 2023-07-27 day printed",
			"٠١/٠٣/٢٠٢٤ = 2024-03-01 day printed",
		],
		[
			"7/27/2023 and 3/5/2024",
			null,
			"7/27/2023 = 2023-07-27 day printed",
			"3/5/2024 = 2024-03-05 day printed",
		],
		["Tuesday, 3/5/2024", null, "Tuesday, 3/5/2024 = 2024-03-05 day printed"],
		[
			"2023-07-27, 12.3.2024 and 27/7/23",
			null,
			"2023-07-27 = 2023-07-27 day printed",
			"12.3.2024 = 2024-03-12 day printed",
			"27/7/23 = 2023-07-27 day printed",
		],
	]);
});

describe("Hijri dates", () => {
	table([
		["في ١٥ رمضان ١٤٤٥هـ", null, "١٥ رمضان ١٤٤٥هـ = 2024-03-25 day printed"],
		[
			"15 رمضان 1445 هـ (25 مارس 2024)",
			null,
			"15 رمضان 1445 هـ (25 مارس 2024) = 2024-03-25 day printed",
		],
		[
			"15/9/1445هـ الموافق 25/3/2024م",
			null,
			"15/9/1445هـ الموافق 25/3/2024م = 2024-03-25 day printed",
		],
		["الأول من محرم 1446", null, "الأول من محرم 1446 = 2024-07-07 day printed"],
		["عام 1445هـ", null, "عام 1445هـ = 2023-07-19/2024-07-06 interval printed"],
		["مقيد منذ 10 شعبان", "2023-04-06", "10 شعبان = 2023-03-02 day derived"],
	]);
});

describe("ranges", () => {
	table([
		["16-17 مايو 2024", null, "16-17 مايو 2024 = 2024-05-16/2024-05-17 interval printed"],
		["من 3 إلى 5 أيار 2024", null, "3 إلى 5 أيار 2024 = 2024-05-03/2024-05-05 interval printed"],
		[
			"بين 28 مايو و3 يونيو 2024",
			null,
			"28 مايو و3 يونيو 2024 = 2024-05-28/2024-06-03 interval printed",
		],
		[
			"from December to February 2024",
			null,
			"December to February 2024 = 2023-12/2024-02 interval printed",
		],
		["May 16-17, 2024", null, "May 16-17, 2024 = 2024-05-16/2024-05-17 interval printed"],
		[
			"بين عامي 2019 و2021 ثم 2022-2023",
			null,
			"عامي 2019 و2021 = 2019/2021 interval printed",
			"2022-2023 = 2022/2023 interval printed",
		],
		["from 2010 to 2015", null, "2010 to 2015 = 2010/2015 interval printed"],
	]);
});

describe("years and parts of a year", () => {
	table([
		["في عام 2023 وسنة ٢٠٢٤", null, "عام 2023 = 2023 year printed", "سنة ٢٠٢٤ = 2024 year printed"],
		["since 2014, by 2030", null, "2014 = 2014 year printed", "2030 = 2030 year printed"],
		["الربع الأول من 2024", null, "الربع الأول من 2024 = 2024-01/2024-03 quarter printed"],
		[
			"Q3 2023 and the fourth quarter of last year",
			"2024-03-07",
			"Q3 2023 = 2023-07/2023-09 quarter printed",
			"fourth quarter of last year = 2023-10/2023-12 quarter derived",
		],
		[
			"النصف الثاني من العام الجاري",
			"2024-03-07",
			"النصف الثاني من العام الجاري = 2024-07/2024-12 interval derived",
		],
		[
			"الأسبوع الأول من فبراير 2024",
			null,
			"الأسبوع الأول من فبراير 2024 = 2024-02-03/2024-02-09 week printed",
		],
		["في ربيع عام 2023", null, "ربيع عام 2023 = 2023-03/2023-05 season printed"],
		["winter 2022-2023", null, "winter 2022-2023 = 2022-12/2023-02 season printed"],
		["last summer", "2024-06-06", "last summer = 2023-06/2023-08 season derived"],
		["أوائل ديسمبر", "2024-05-17", "أوائل ديسمبر = 2023-12-01/2023-12-10 interval derived"],
		[
			"منتصف 2023 وأواخر فبراير 2022",
			null,
			"منتصف 2023 = 2023-05/2023-08 interval printed",
			"أواخر فبراير 2022 = 2022-02-21/2022-02-28 interval printed",
		],
		["بحلول نهاية العام", "2024-03-07", "نهاية العام = 2024-12-31 day derived"],
		["by the end of May 2024", null, "the end of May 2024 = 2024-05-31 day printed"],
		["at the end of 2023", null, "the end of 2023 = 2023-12 month printed"],
		["late last year", "2024-03-07", "late last year = 2023-10/2023-12 interval derived"],
		[
			"في تسعينيات القرن الماضي and the 1980s",
			null,
			"تسعينيات القرن الماضي = 1990/1999 interval printed",
			"1980s = 1980/1989 interval printed",
		],
	]);
});
