import { describe, expect, it } from "vitest";
import { buildWebPage } from "../../../src/corpus/web-page.ts";
import { rules } from "./rules.ts";

function read(title: string, heading: string, ...paragraphs: string[]) {
	const body = paragraphs.map((text) => `<p>${text}</p>`).join("");
	const html = `<html><head><title>${title}</title></head><body><h1>${heading}</h1>${body}</body></html>`;
	const page = {
		address: "https://post.example/quay",
		format: "html" as const,
		bytes: new TextEncoder().encode(html),
		charset: "utf-8",
		told: { title: null, outlet: null, published: null },
	};
	return buildWebPage(page, rules, "2025-06-11");
}

describe("a page that its server shows in the place of an article", () => {
	it.each([
		[
			"not found",
			"404",
			"Page not found",
			"The page you were looking for does not exist, or has another address by now. You may want to begin at the front page.",
		],
		[
			"blocked",
			"Access denied",
			"Access denied",
			"You don't have permission to read this page. If you think that this is a mistake, contact the site owner and name the number 7f3c.",
		],
		[
			"a challenge",
			"One moment, please",
			"post.example",
			"Checking your browser. Please wait while we verify that you are human before the page opens by itself.",
		],
		[
			"a request for consent",
			"Before you continue",
			"Before you continue",
			"With your consent, we and our partners keep data on your device, to measure what is read and to show what suits you.",
		],
		[
			"maintenance",
			"Back soon",
			"Under maintenance",
			"We are working on this site and will be back online within the hour; thank you for your patience until then.",
		],
		[
			"a page that is not there, in Arabic",
			"خطأ 404",
			"لم يتم العثور على الصفحة",
			"الصفحة التي طلبتها غير متاحة، وقد يكون عنوانها تغيّر أو كُتب خطأ. ابدأ من الصفحة الأولى أو ابحث عن عنوان المقال.",
		],
		[
			"maintenance, in Arabic",
			"الموقع تحت الصيانة",
			"سنعود قريباً",
			"نجري الآن أعمال صيانة على خوادمنا، ونعتذر عن أي إزعاج قد تسببه لكم هذه الساعات القليلة، ونشكركم على صبركم.",
		],
	])("is none: %s", async (_, title, heading, text) => {
		expect(await read(title, heading, text)).toMatchObject({ isServers: true });
	});

	it.each([
		[
			"Water board's site under maintenance after flood",
			"The site of the water board was under maintenance on Monday, and customers were told to try again later, its spokesman said.",
		],
		[
			"Access denied",
			"Reporters were kept out of the hearing in Oldbrook on Monday, and the judge gave no reason for it, their union said in a letter.",
		],
		[
			"Old mill is for sale",
			"The council of Dray put the old mill on the market on Monday and hopes for 300,000 by the summer, its treasurer said.",
		],
		[
			"الموقع تحت الصيانة",
			"قال مدير متحف القرنة إن ترميم الجناح الشرقي سيستغرق عامين، وإن الزوار سيدخلون من باب النهر حتى نهاية الأعمال.",
		],
	])("is not seen in a short article: %s", async (title, text) => {
		const { article, isServers } = await read(title, title, text);
		expect(isServers).toBe(false);
		expect(article.passages.at(-1)?.text).toBe(text);
	});
});
