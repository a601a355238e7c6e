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
	["a section before a slash", arabic, ["اقتصاد / T"], [], false],
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
});
