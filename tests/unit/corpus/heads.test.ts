import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { rules } from "./rules.ts";

const english = {
	title: "Harbour council approves a new quay",
	outlet: "The Qarnah Post",
	body: [
		"The harbour council approved a new quay on Wednesday, although fishermen had asked for more time to study the plan.",
		"Its chairman, Sam Reed, said that the quay would open before the summer and cost a third more than was planned.",
		"The fishermen's union said in a statement that two hundred families would lose their livelihood.",
	],
};
const arabic = {
	title: "مجلس الميناء يقر رصيفاً جديداً رغم الاعتراض",
	outlet: "صحيفة الواحة",
	body: [
		"أقر مجلس الميناء رصيفاً جديداً اليوم الأربعاء رغم أن الصيادين طلبوا مزيداً من الوقت لدراسة الخطة.",
		"وقال رئيس المجلس سامر الحداد إن الرصيف الجديد سيفتتح قبل الصيف وإن كلفته تجاوزت الخطة بمقدار الثلث.",
		"وقالت نقابة الصيادين في بيان إن مئتي عائلة ستفقد مصدر رزقها بسبب الرصيف.",
	],
};

/** `T` stands for the title, `O` for the outlet; null: the page does not say whose it is. */
const heads: [string, typeof english, string[], string[], boolean][] = [
	[
		"a menu on one line, a byline",
		english,
		["Markets  Mining  Property  Opinion", "T", "Lena Orr, court reporter"],
		[],
		false,
	],
	[
		"a byline above it",
		english,
		["Lena Orr, court reporter", "T"],
		["© 2024 O. All rights reserved."],
		true,
	],
	["a name, a comma and a day", english, ["T", "O, 6 February 2024"], [], true],
	["a name, a comma and a day above it", arabic, ["O، 6 فبراير 2024", "T"], [], true],
	["the place of a dateline is no outlet", english, ["T", "Qarnah, 6 February 2024"], [], false],
	[
		"an issue line",
		english,
		["Bulletin No. 4 | Issued: 3 May 2024", "T"],
		["Download the Qarnah Post app"],
		true,
	],
	[
		"a masthead over a menu",
		english,
		["O", "Home", "News", "Sport", "Subscribe", "", "T", "By Lena Orr"],
		[],
		true,
	],
	[
		"a masthead with its motto, a day, a menu",
		english,
		["O | Independent since 1911", "Sunday 5 May 2024", "World | Business | Sport | Culture", "T"],
		[],
		true,
	],
	[
		"a caption above it",
		english,
		["Skip to main content", "A worker checks a crane on Monday. Photograph: Ana Diaz", "T"],
		[],
		false,
	],
	["a byline with the outlet", english, ["World news", "T", "By Lena Orr, O"], [], true],
	["the outlet behind a bar", english, ["T | O", ""], [], true],
	[
		"an agency's dateline",
		{
			...english,
			outlet: "Maghreb Wire",
			body: [
				`KARSTEN, March 6 (Maghreb Wire) - ${english.body[0]}`,
				"Reed told Maghreb Wire that he was sure of it and that nobody would lose by it.",
				...english.body.slice(1),
			],
		},
		["T"],
		[],
		true,
	],
	["a menu with bars", arabic, ["حوادث | محافظات | رياضة", "T", "كتب: سامر حداد"], [], false],
	["a masthead over a menu", arabic, ["O", "الرئيسية", "سياسة", "اقتصاد", "", "T"], [], true],
	[
		"a caption with its agency",
		arabic,
		["محلي", "T", "عمال في الموقع أمس - تصوير: وكالة الأفق"],
		["جميع الحقوق محفوظة © O 2024"],
		true,
	],
	["an issue line with the masthead", arabic, ["O - العدد 4512 - السنة الثالثة", "T"], [], true],
	[
		"a place, an author, the outlet",
		arabic,
		["عربي ودولي", "T", "بيروت - سامر حداد - O", "آخر تحديث: 6 مايو 2024"],
		[],
		true,
	],
	["an app at the foot", arabic, ["أخبار  اقتصاد  رأي  صور", "T"], ["حمّل تطبيق O"], true],
	["a masthead under its menu", english, ["News | Sport | Letters | Notices", "O", "T"], [], true],
	[
		"a masthead over its motto",
		{ ...english, outlet: "Quad" },
		["O", "The magazine for staff and students of the college", "Home", "People", "Research", "T"],
		[],
		true,
	],
	[
		"a masthead over its motto",
		{ ...arabic, outlet: "أروقة" },
		["O", "مجلة فصلية تصدر عن دائرة الإعلام", "حوارات", "نوافذ", "T"],
		[],
		true,
	],
	[
		"a masthead over a motto and a menu",
		{ ...english, outlet: "The Back Garden" },
		[
			"O",
			"Notes on what goes on in this town, by people who live here",
			"About · Archives · Links",
			"T",
		],
		[],
		true,
	],
	[
		"a ministry over its menu",
		{ ...english, outlet: "Ministry of Rivers and Inland Ports" },
		["O", "Permits | Data | Newsroom | Contact", "T"],
		[],
		true,
	],
	[
		"a name that signs the text",
		{
			...arabic,
			outlet: "ضفاف الوادي",
			body: [`ضفاف الوادي/ ${arabic.body[0]}`, ...arabic.body.slice(1)],
		},
		["O", "محليات", "تقارير", "رياضة", "T"],
		[],
		true,
	],
	[
		"a masthead between its menu and the section",
		{ ...arabic, outlet: "ضفاف الوادي" },
		["محليات | بلدية | رياضة | تراث", "O", "بلدية", "T"],
		[],
		true,
	],
	[
		"a masthead over its menu, and a firm's rights",
		{ ...english, outlet: "Second Bank" },
		["Monday, March 3, 2025", "O", "News | Sport | Letters | Notices", "T"],
		["© 2025 Courier Media"],
		true,
	],
	[
		"an edition, and a source with more behind it",
		{
			...english,
			outlet: "Inland Dawn",
			body: [`SARIN, Oct. 4 (Inland Dawn) -- ${english.body[0]}`, ...english.body.slice(1)],
		},
		[
			"River & Coast Edition",
			"Home | Video | Photo | Data",
			"T",
			"Source: O   Editor: kolt   2023-10-04",
		],
		[],
		true,
	],
	[
		"a name beside agencies, and where to follow it",
		{ ...arabic, outlet: "الشرق الجديد" },
		["T", "O - وكالات", "14-03-2024 | 18:20"],
		["تابعوا O على تلغرام"],
		true,
	],
	[
		"a name under a standfirst",
		{ ...english, outlet: "Qarnah News" },
		["T", "What is known so far", "By Lena Orr", "O"],
		[],
		true,
	],
	[
		"one word over its menu and nowhere else",
		{ ...english, outlet: "Tidewater" },
		["O", "Essays · Reporting · Audio · Shop", "T"],
		[],
		false,
	],
	[
		"a board over its menu, whose rights are kept for it",
		{ ...arabic, outlet: "هيئة المرافئ" },
		["O", "بوابة الخدمات", "عن الهيئة", "الخدمات", "T"],
		["جميع الحقوق محفوظة لهيئة المرافئ 2024"],
		true,
	],
	[
		"a name over its day, and a firm that is called so",
		{ ...english, outlet: "QUAY DAY" },
		["O", "Thursday, March 14, 2024", "T"],
		["Copyright QuayDay Media Ltd"],
		true,
	],
	[
		"a masthead over what it is",
		{ ...english, outlet: "Island Voice" },
		["Menu", "Search", "O", "Independent and owned by its readers", "T"],
		[],
		true,
	],
	["a section before a slash", arabic, ["اقتصاد / T"], [], false],
	["what is filed under nothing else before a slash", arabic, ["عام / T"], [], false],
	[
		"a motto over a menu that begins with the front page",
		{ ...arabic, outlet: "دفتر المرفأ" },
		["O", "يوميات مجلس الميناء ورصيفه والصيادين", "الصفحة الأولى   راسلني   عن الدفتر", "T"],
		[],
		true,
	],
	[
		"a menu with nothing between its entries",
		english,
		["Business Finance Sports More", "T"],
		[],
		false,
	],
	["a name in one place alone", english, ["Second Bank", "T"], [], false],
	[
		"another page's captions",
		arabic,
		["T", "صدر الصورة، غيتي", "التعليق على الصورة، رصيف"],
		[],
		false,
	],
];

describe("the head of a scraped page", () => {
	it.each(heads)("with %s", (_, { title, outlet, body }, head, foot, named) => {
		const filled = (line: string) => line.replace(/\bT\b/, title).replace(/\bO\b/, outlet);
		const lines = [...head.map(filled), "", ...body, "", ...foot.map(filled)];
		const found = detectMetadata(lines, rules);
		expect(found.title).toBe(title);
		const own = found.outlet?.replace(/^The /, "");
		expect(own ?? null).toBe(named ? outlet.replace(/^The /, "") : null);
	});

	it("has no title where only the name of the page stands there", () => {
		expect(
			detectMetadata(["وكالة الساحل الجديد للأنباء", "اقتصاد", ...arabic.body], rules).title,
		).toBeNull();
	});

	it.each([
		[
			"a kicker above and points below",
			arabic,
			["بعد عام على الدراسة", "T", "* نقابة الصيادين: سنطعن في القرار", "نشر في 2 حزيران 2023"],
		],
		[
			"a kicker above what somebody says",
			{ ...arabic, title: "الحداد لـ«الواحة»: الرصيف يفتتح قبل الصيف وكلفته تجاوزت الخطة" },
			["عرض خطة التوسعة على المجلس", "T", "19/10/2021"],
		],
		[
			"authors between it and its day",
			arabic,
			["T", "ريم العلي وجهاد السالم", "23 تشرين الأول 2023"],
		],
		[
			"a standfirst and authors above its day",
			english,
			[
				"T",
				"Fishermen say the plan puts their families at risk",
				"Lena Orr in Qarnah",
				"Thu 14 Mar 2024 17.05",
			],
		],
		[
			"one word in it",
			{ ...arabic, title: "الرصيف" },
			["ضفاف الوادي", "من نحن   كتّاب   ملفات", "رأي", "T", "هبة مرعي", "كاتبة من الأغوار"],
		],
		[
			"two words above a byline",
			{ ...english, title: "The quay" },
			["Second Bank", "News | Sport | Letters | Notices", "T", "By Lena Orr"],
		],
		[
			"a public body over its menu",
			english,
			[
				"Department of Harbours and Inland Waters",
				"Permits | Data | Newsroom | Contact",
				"May 3, 2024",
				"T",
			],
		],
	])("keeps the headline with %s", (_, { title, body }, head) => {
		const lines = [...head.map((line) => line.replace(/\bT\b/, () => title)), "", ...body];
		expect(detectMetadata(lines, rules).title).toBe(title);
	});

	it.each([
		["a weekday glued to it", arabic, ["T", "الأربعاء-2020-08-05 | 01:50 pm"], "2020-08-05"],
		[
			"other things on its line",
			english,
			["T", "Source: Inland Dawn   Editor: kolt   2023-10-04 22:17:15"],
			"2023-10-04",
		],
		[
			"two digits for its year, between bars",
			english,
			["T", "Lena Orr, Markets editor | 20.02.24 | 3 min"],
			"2024-02-20",
		],
		[
			"two names of its month between bars",
			arabic,
			["T", "ريتا بو حداد | الجمعة 14 كانون الثاني / يناير 2022 | شارك المقال"],
			"2022-01-14",
		],
		[
			"its weekday in a masthead",
			english,
			["Second Bank", "Established 1856", "Friday, 7/6/24", "T"],
			"2024-06-07",
		],
		[
			"a release's label above it",
			english,
			["Harbour Board", "FOR IMMEDIATE RELEASE", "September 27, 2024", "T"],
			"2024-09-27",
		],
		[
			"a day before its month in words",
			{ ...english, body: [...english.body, "It will open on Saturday, 1 July, she said."] },
			["T", "04/07/2023"],
			"2023-07-04",
		],
		[
			"a month before its day somewhere, which is none",
			{ ...english, body: [...english.body, "It opens on 1 July, or on July 9, she said."] },
			["T", "04/07/2023"],
			null,
		],
		[
			"money of another country in its story, which is none",
			{ ...english, body: [...english.body, "It will cost £46,000, or €60 million, she said."] },
			["T", "04/07/2023"],
			null,
		],
	])("has its day with %s", (_, { title, body }, head, day) => {
		const lines = [...head.map((line) => line.replace(/\bT\b/, () => title)), "", ...body];
		expect(detectMetadata(lines, rules).published.value).toBe(day);
	});
});
