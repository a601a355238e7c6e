import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { rules } from "./rules.ts";

type Story = { title: string; outlet: string; body: string[] };
type Head = Partial<Story> & {
	form: string;
	story: "english" | "arabic";
	above: string[];
	below: string[];
	named: boolean;
	/** In one place alone: a name is not shown on so little. */
	unsure?: true;
};

/** `T` stands for the title, `O` for the outlet; `named`: whether the page says whose it is. */
const { stories, heads }: { stories: Record<Head["story"], Story>; heads: Head[] } = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../fixtures/heads/forms.json"), "utf8"),
);
const { english, arabic } = stories;

describe("the head of a scraped page", () => {
	it.each(heads)("with $form", ({ story, above, below, named, unsure, ...given }) => {
		const { title, outlet, body } = { ...stories[story], ...given };
		const filled = (line: string) => line.replace(/\bT\b/, title).replace(/\bO\b/, outlet);
		const lines = [...above.map(filled), "", ...body, "", ...below.map(filled)];
		const found = detectMetadata(lines, rules);
		expect(found.title).toBe(title);
		const own = found.outlet?.replace(/^The /, "");
		expect(own ?? null).toBe(named && !unsure ? outlet.replace(/^The /, "") : null);
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
