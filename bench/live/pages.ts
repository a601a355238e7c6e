import { randomFrom } from "../corpus.ts";

/** A news page of our own words, the same in every run. */
export type MadePage = {
	path: string;
	language: "ar" | "en";
	title: string;
	/** ISO day. */
	published: string;
	paragraphs: string[];
};

const english = {
	people: [
		"Rana Odeh",
		"Marcus Thiel",
		"Ilse Brandt",
		"Tomas Vela",
		"Nadia Karim",
		"Peter Lund",
		"Amal Haddad",
		"Jon Eriksen",
		"Sofia Marin",
		"Karim Saleh",
		"Helen Osei",
		"David Roche",
	],
	posts: [
		"Transport minister",
		"Harbour master",
		"Central bank governor",
		"Energy minister",
		"Mayor",
		"Army spokesman",
		"Health minister",
		"Police chief",
		"Opposition leader",
		"Union leader",
	],
	places: [
		"Marsa Lund",
		"Port Vellin",
		"Dar Hassan",
		"Karsten",
		"Wadi Noor",
		"Ostrava Bay",
		"Tell Amar",
		"Belhaven",
		"Sant Orio",
		"Qasr Jadid",
	],
	things: [
		"the new quay",
		"the gas terminal",
		"the rail link",
		"the water plant",
		"the border crossing",
		"the wheat shipment",
		"the hospital wing",
		"the solar field",
		"the fishing treaty",
		"the ceasefire line",
		"the customs deal",
		"the power cable",
	],
	bodies: [
		"the port authority",
		"the finance ministry",
		"the dockers' union",
		"the election board",
		"the electricity company",
		"the foreign ministry",
		"the farmers' federation",
		"the airline",
	],
	says: ["said", "told reporters", "announced", "confirmed", "warned", "stressed"],
	ends: [
		"would open before the summer",
		"had cost more than planned",
		"was delayed by a shortage of parts",
		"needed another vote in parliament",
		"would create new jobs in the north",
		"had been inspected twice",
		"could not be moved without a permit",
		"would be guarded by a joint force",
	],
	days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
	months: [
		"January",
		"February",
		"March",
		"April",
		"May",
		"June",
		"July",
		"August",
		"September",
		"October",
		"November",
		"December",
	],
};

const arabic = {
	people: [
		"رنا عودة",
		"سامي الخوري",
		"ليلى منصور",
		"كريم صالح",
		"نادية العلي",
		"فؤاد الحسن",
		"هدى سليمان",
		"طارق بدران",
		"منى الراشد",
		"يوسف حداد",
	],
	posts: [
		"وزير النقل",
		"مدير الميناء",
		"محافظ البنك المركزي",
		"وزيرة الطاقة",
		"رئيس البلدية",
		"المتحدث باسم الجيش",
		"وزير الصحة",
		"قائد الشرطة",
		"زعيم المعارضة",
		"رئيس النقابة",
	],
	places: [
		"مرسى لوند",
		"دار حسن",
		"وادي النور",
		"تل عمار",
		"القصر الجديد",
		"بيت السهل",
		"خليج الرمل",
		"عين الصفا",
	],
	things: [
		"الرصيف الجديد",
		"محطة الغاز",
		"خط السكة الحديد",
		"محطة المياه",
		"المعبر الحدودي",
		"شحنة القمح",
		"جناح المستشفى",
		"حقل الطاقة الشمسية",
		"اتفاق الصيد",
		"خط وقف إطلاق النار",
		"كابل الكهرباء",
	],
	bodies: [
		"هيئة الموانئ",
		"وزارة المالية",
		"نقابة العمال",
		"لجنة الانتخابات",
		"شركة الكهرباء",
		"وزارة الخارجية",
		"اتحاد المزارعين",
		"شركة الطيران",
	],
	says: ["قال", "أكد", "أعلن", "أوضح", "حذر من أن", "صرح"],
	ends: [
		"سيفتح قبل الصيف",
		"كلف أكثر مما كان مقررا",
		"تأخر بسبب نقص القطع",
		"يحتاج إلى تصويت جديد في البرلمان",
		"سيوفر وظائف جديدة في الشمال",
		"خضع للتفتيش مرتين",
		"لا يمكن نقله من دون تصريح",
		"ستحرسه قوة مشتركة",
	],
	days: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
	months: [
		"يناير",
		"فبراير",
		"مارس",
		"أبريل",
		"مايو",
		"يونيو",
		"يوليو",
		"أغسطس",
		"سبتمبر",
		"أكتوبر",
		"نوفمبر",
		"ديسمبر",
	],
};

/** Fewest and most paragraphs of a page, and sentences of a paragraph. */
export type PageShape = Record<"paragraphs" | "sentences", readonly [number, number]>;

const longReads: PageShape = { paragraphs: [7, 14], sentences: [2, 4] };
/** What is read in a fraction of the time, for whoever asks what becomes of pages rather than what is in them. */
export const shortReads: PageShape = { paragraphs: [4, 5], sentences: [1, 2] };

/** `count` pages, every other one Arabic. */
export function makePages(count: number, seed = 5, shape: PageShape = longReads): MadePage[] {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const some = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
	return Array.from({ length: count }, (_, n) => {
		const language = n % 2 === 0 ? "en" : "ar";
		const month = some(1, 12);
		const day = some(1, 28);
		const paragraphs = Array.from({ length: some(...shape.paragraphs) }, () =>
			Array.from({ length: some(...shape.sentences) }, () =>
				language === "en" ? englishSentence() : arabicSentence(),
			).join(" "),
		);
		const w = language === "en" ? english : arabic;
		const title =
			language === "en"
				? `${pick(w.places)}: ${pick(w.posts)} speaks of ${pick(w.things)} in round ${n}`
				: `${pick(w.posts)} في ${pick(w.places)} يتحدث عن ${pick(w.things)} في الجولة ${n}`;
		const published = `2025-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
		return { path: `/news/${n}.html`, language, title, published, paragraphs };
	});

	function englishSentence(): string {
		const w = english;
		const kind = some(0, 4);
		const what = `${pick(w.things)} in ${pick(w.places)}`;
		if (kind === 0)
			return `${pick(w.posts)} ${pick(w.people)} ${pick(w.says)} on ${pick(w.days)} that ${what} ${pick(w.ends)}.`;
		if (kind === 1)
			return `According to ${pick(w.bodies)}, ${some(3, 900)} people and ${some(2, 80)} vehicles passed ${what} in ${pick(w.months)}, up from ${some(1, 500)}.`;
		if (kind === 2)
			return `${capital(pick(w.bodies))} denied that ${what} ${pick(w.ends)}, and called for talks with ${pick(w.bodies)}.`;
		if (kind === 3)
			return `On ${some(1, 28)} ${pick(w.months)} 2025 a meeting on ${what} ended without a decision after ${some(2, 12)} hours.`;
		return `“We will not sign before ${pick(w.things)} ${pick(w.ends)},” ${pick(w.people)} said in ${pick(w.places)}, where the work has cost ${some(2, 90)} million euros.`;
	}

	function arabicSentence(): string {
		const w = arabic;
		const kind = some(0, 4);
		const what = `${pick(w.things)} في ${pick(w.places)}`;
		if (kind === 0)
			return `${pick(w.says)} ${pick(w.posts)} ${pick(w.people)} يوم ${pick(w.days)} إن ${what} ${pick(w.ends)}.`;
		if (kind === 1)
			return `وبحسب ${pick(w.bodies)} عبر ${some(3, 900)} شخصا و${some(2, 80)} مركبة ${what} في ${pick(w.months)}، مقابل ${some(1, 500)} قبل عام.`;
		if (kind === 2)
			return `ونفت ${pick(w.bodies)} أن ${what} ${pick(w.ends)}، ودعت إلى محادثات مع ${pick(w.bodies)}.`;
		if (kind === 3)
			return `وانتهى اجتماع حول ${what} في ${some(1, 28)} ${pick(w.months)} 2025 بلا قرار بعد ${some(3, 10)} ساعات.`;
		return `وقال ${pick(w.people)}: «لن نوقع قبل أن نعرف مصير ${pick(w.things)}»، مشيرا إلى أن العمل كلف ${some(2, 90)} مليون يورو.`;
	}
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The page as a site would serve it, with a menu, related stories and a footer around the article. */
export function htmlOf(
	{ language, title, published, paragraphs }: MadePage,
	outlet = "The Belhaven Post",
): string {
	const menu = ["Home", "World", "Business", "Sport", "Weather"].map(
		(item) => `<li><a href="/${item}">${item}</a></li>`,
	);
	return `<!doctype html><html lang="${language}"${language === "ar" ? ' dir="rtl"' : ""}><head><meta charset="utf-8">
<title>${title} | ${outlet}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${published}T09:00:00+03:00"></head>
<body><nav><ul>${menu.join("")}</ul></nav><main><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
</article></main><aside><h2>Related</h2><ul>${menu.join("")}</ul></aside><footer><p>Copyright 2025 ${outlet}</p></footer></body></html>`;
}

/** An RSS feed of the pages, with links alone. */
export function rssOf(
	pages: readonly MadePage[],
	base: string,
	title = "The Belhaven Post",
): string {
	const items = pages.map(
		(page) =>
			`<item><title>${page.title}</title><link>${base}${page.path}</link><guid>${base}${page.path}</guid><pubDate>${page.published}T09:00:00Z</pubDate></item>`,
	);
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>${base}/</link><description>News</description>${items.join("\n")}</channel></rss>`;
}
