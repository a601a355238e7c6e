import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { classifyPage } from "../../../src/corpus/page/classify.ts";
import { settleDay } from "../../../src/corpus/page/days/places.ts";
import { buildWebPage } from "../../../src/corpus/web-page.ts";
import { body, englishBody, rules } from "./rules.ts";

const title = "توسعة الحديقة العامة تبدأ الشهر المقبل وسط ترحيب السكان";
const englishTitle = "New riverside park gets its budget at last";
const dayOf = (...lines: string[]) => detectMetadata(lines, rules).published.value;

describe("the day of an article from its lines", () => {
	it.each([
		[
			"alone under the outlet's name",
			["صحيفة الأفق", "16 مارس 2025", title, ...body],
			"2025-03-16",
		],
		["beside the outlet's name", ["صحيفة الأفق – 16 مارس 2025", title, ...body], "2025-03-16"],
		[
			"beside it in English",
			["The Meridian Post, 3 November 2024", englishTitle, ...englishBody],
			"2024-11-03",
		],
		[
			"of a line with a place and an agency",
			[title, "القاهرة في 5 مايو 2024 / وكالة /", ...body],
			"2024-05-05",
		],
		["beside the weather", ["الثلاثاء 6 جانفي 2026 | سوسة 12°", title, ...body], "2026-01-06"],
		[
			"with its Hijri date and the number of the issue",
			["الأحد 12 من شعبان 1447هــ 1 فبراير 2026 السنة 40 العدد 900", title, ...body],
			"2026-02-01",
		],
		[
			"of issue, not of what is reported on",
			[
				title,
				"تقرير رقم 3 — تاريخ الإصدار 9 آذار/مارس 2026 — يغطي الفترة من 1 إلى 28 شباط/فبراير",
				...body,
			],
			"2026-03-09",
		],
		[
			"of issue in English",
			[englishTitle, "Issued: 3 May 2024 | Reporting period: 1-30 April", ...englishBody],
			"2024-05-03",
		],
		[
			"in the masthead less the article's age",
			["صحيفة الضفة", "الأحد 19 أكتوبر 2025", "", title, "قبل 3 أيام", ...body],
			"2025-10-16",
		],
		[
			"of a Hijri masthead that a dateline without a year agrees with",
			[
				"وكالة الضفة للأنباء",
				"الأحد 12 رجب 1446هـ",
				"مسقط، 12 رجب (الضفة) - أعلنت بلدية المدينة بدء العمل في توسعة الحديقة العامة على ضفة النهر الشرقية وسط ترحيب واسع من السكان.",
				...body,
			],
			"2025-01-12",
		],
		[
			"of a dateline with an agency between slashes",
			[title, `حلب في 5 مايو 2024 / سانا / ${body[0]}`, ...body],
			"2024-05-05",
		],
		[
			"of a short one that opens the text",
			["حلب في 5 مايو 2024 / سانا / أُغلقت الحديقة العامة.", ...body],
			"2024-05-05",
		],
		[
			"of a dateline with both calendars and a bare agency",
			[title, `جدة 26 شوال 1445هـ الموافق 5 مايو 2024م واس ${body[0]}`, ...body],
			"2024-05-05",
		],
		["in digits, with the day first in Arabic", [title, "04/05/2024", ...body], "2024-05-04"],
		[
			"in digits, where another date of the page shows the order",
			[englishTitle, "Published: 04/05/2024", ...englishBody, "Tickets are sold until 05/23/2024."],
			"2024-04-05",
		],
		[
			"in digits, where the dateline agrees with one order",
			[
				englishTitle,
				"Published: 04/05/2024",
				"LISBON, 4 May (Wire) - The town council said on Saturday that work on the new riverside park would begin.",
				...englishBody,
			],
			"2024-05-04",
		],
	])("is the one %s", (_, lines, day) => {
		expect(dayOf(...lines)).toBe(day);
	});

	it.each([
		["of a caption", [title, "صورة: افتتاح الحديقة في 14 مارس 2011", ...body]],
		["of a sentence", [title, ...body, "تأسست الهيئة في 14 مارس 2011."]],
		["in digits whose order nothing tells", [englishTitle, "04/05/2024", ...englishBody]],
		[
			"of a clause before an agency",
			[title, `أُغلقت الحديقة الشرقية في 14 مارس 2011 سانا ${body[0]}`, ...body],
		],
		["of a picture's archive", [title, "أرشيفية 14 مارس 2011", ...body]],
	])("is not the one %s", (_, lines) => {
		expect(dayOf(...lines)).toBeNull();
	});

	it.each([
		"On 3 June 2004 rebels took the port of Dray.",
		"On 3 June 2004, the board met at Sarin.",
	])("is not the past day that a paragraph opens with: %s", (paragraph) => {
		const lines = [englishTitle, paragraph, ...englishBody];
		expect(dayOf(...lines)).toBeNull();
		expect(classifyPage(lines, rules).kinds.get(1)).toBe("body");
	});

	it("leaves a short sentence with a date in the body", () => {
		const lines = [title, body[0] ?? "", "تأسست الهيئة في 14 مارس 2011.", body[1] ?? ""];
		const { kinds } = classifyPage(lines, rules);
		expect(kinds.get(2)).toBe("body");
	});
});

const text = `<article><h1>${englishTitle}</h1>${englishBody.map((p) => `<p>${p} ${p}</p>`).join("")}</article>`;

async function dayOfPage(
	head: string,
	before = "",
	address = "https://post.example/park",
	told: string | null = null,
) {
	const html = `<html><head>${head}</head><body>${before}${text}</body></html>`;
	const { article } = await buildWebPage(
		{
			address,
			format: "html",
			bytes: new TextEncoder().encode(html),
			charset: "utf-8",
			told: { title: null, outlet: null, published: told },
		},
		rules,
		"2024-06-01",
	);
	return article.published.value;
}

describe("the day that a feed tells", () => {
	it.each([
		["2024-03-05", "2024-03-05"],
		["March 5, 2024", "2024-03-05"],
		["Tuesday 5th March 2024", "2024-03-05"],
		["الثلاثاء، 5 مارس 2024", "2024-03-05"],
		["5 آذار 2024", "2024-03-05"],
		["2024-06-02", "2024-06-02"],
		["2024-06-03", null],
		["5 March 2034", null],
		["1970-01-01", null],
		["at noon in room 12", null],
	])("is read where it is one: %s", async (told, day) => {
		expect(await dayOfPage("", "", undefined, told)).toBe(day);
		const page = {
			...{ address: "urn:1", format: "json" as const, charset: null },
			bytes: Buffer.from(JSON.stringify({ text: englishBody.join("\n\n"), published: told })),
			told: { title: englishTitle, outlet: null, published: told },
		};
		const { article } = await buildWebPage(page, rules, "2024-06-01");
		expect(article).toMatchObject({ url: null, published: { value: day } });
	});
});

describe("the day of a page", () => {
	it.each([
		[
			"og:article:published_time",
			'<meta property="og:article:published_time" content="2024-03-05T10:00:00+02:00">',
		],
		["parsely-pub-date", '<meta name="parsely-pub-date" content="2024-03-05">'],
		["sailthru.date", '<meta name="sailthru.date" content="Tue, 05 Mar 2024 22:10:00 +0300">'],
		["DC.date.issued", '<meta name="DC.date.issued" content="2024-03-05">'],
		["dcterms.created, compact", '<meta name="dcterms.created" content="20240305T101500">'],
		[
			"linked data inside of a graph",
			'<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2024-03-05T08:00:00+03:00"}]}</script>',
		],
	])("is read from %s", async (_, head) => {
		expect(await dayOfPage(head)).toBe("2024-03-05");
	});

	it.each([
		["a time element alone", '<time datetime="2024-03-05T10:00:00+02:00">5 March</time>'],
		["an element marked so", '<span itemprop="datePublished">5 March 2024</span>'],
		["the usual class", '<div class="entry-date">March 5, 2024</div>'],
	])("is read from %s", async (_, before) => {
		expect(await dayOfPage("", before)).toBe("2024-03-05");
	});

	it.each([
		"https://post.example/2024/03/05/park",
		"https://post.example/news/2024-03-05-park.html",
		"https://post.example/20240305/park",
	])("is read from its address: %s", async (address) => {
		expect(await dayOfPage("", "", address)).toBe("2024-03-05");
	});

	it("is not when it was changed, or what a list beside it says", async () => {
		const changed = '<meta property="article:modified_time" content="2024-03-09">';
		expect(await dayOfPage(changed)).toBeNull();
		expect(
			await dayOfPage("", '<aside><time datetime="2024-03-09">9 March</time></aside>'),
		).toBeNull();
	});

	it("is that of the page's own zone where a stamp is in UTC", () => {
		expect(
			settleDay([
				{ day: "2024-05-15", place: "metadata", utcHour: 22 },
				{ day: "2024-05-16", place: "beside" },
			]),
		).toBe("2024-05-16");
		expect(
			settleDay([
				{ day: "2024-05-15", place: "metadata", utcHour: 22 },
				{ day: "2024-05-16", place: "masthead" },
			]),
		).toBe("2024-05-15");
	});

	it("is what two places agree on", () => {
		expect(
			settleDay([
				{ day: "2024-05-15", place: "metadata" },
				{ day: "2024-05-10", place: "beside" },
				{ day: "2024-05-10", place: "address" },
			]),
		).toBe("2024-05-10");
		expect(settleDay([{ day: "2024-05-15", place: "changed" }])).toBeNull();
	});
});
