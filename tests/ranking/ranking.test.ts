import { beforeAll, describe, expect, it } from "vitest";
import { shippedSearchData } from "../../src/app/load/search-data.ts";
import type { Article } from "../../src/domain/article.ts";
import { createPassageSearch, type LocalPassageSearch } from "../../src/search/passage-search.ts";
import { article } from "../unit/search/doubles.ts";

/** Invented news; `p` numbers the lines of an article from 1. */
const corpus: Article[] = [
	article("port", [
		"أعلنت هيئة الموانئ في تونس إغلاق ميناء رادس أمام السفن ثلاثة أيام بسبب الرياح",
		"وقال وزير النقل إن السفن التي تحمل القمح ستدخل الميناء أولا",
		"نفت الهيئة وجود أي إضراب لعمال الميناء",
		"يذكر أن تونس تستورد معظم حاجتها من القمح من الخارج",
	]),
	article("drones", [
		"اتهمت كييف شركة صينية ببيع محركات للطائرات المسيرة",
		"ردت بكين بأنها لا تبيع أسلحة لأي طرف في النزاع",
		"وتستخدم المسيرات في رش الحقول وفي تصوير الأفلام",
		"زار الرئيس الصيني شي جين بينغ معرضا للطيران في تشوهاي",
	]),
	article("bank", [
		"رفع البنك المركزي المصري سعر الفائدة للمرة الثانية هذا العام",
		"وتوقع صندوق النقد الدولي أن يتراجع التضخم في مصر العام المقبل",
		"الفائدة من القراءة كبيرة، كما قال الكاتب لطلاب المدرسة",
		"وقعت الحكومة اتفاقية قرض بثلاثة مليارات دولار مع الصندوق",
	]),
	article("health", [
		"سجلت وزارة الصحة اليمنية ألف إصابة بالكوليرا في أسبوع",
		"وصلت شحنة لقاحات إلى مطار عدن بتمويل من الاتحاد الأوروبي",
		"قالت جانيت ماكفرسون، منسقة الإغاثة، إن المياه الملوثة سبب التفشي",
		"أصيب لاعب الفريق قبل المباراة بيوم",
	]),
	article(
		"wire",
		[
			"The central bank of Norway kept its key rate unchanged on Thursday",
			"Shippers said that storms delayed wheat cargoes bound for North Africa",
			"Officials denied that the minister had met the bankers in Oslo",
		],
		"en",
	),
];

let search: LocalPassageSearch;
beforeAll(async () => {
	const data = await shippedSearchData();
	search = await createPassageSearch(corpus, data);
});

async function ranked(text: string): Promise<string[]> {
	const language = /[a-z]/i.test(text) ? "en" : "ar";
	const { hits } = await search.search({ text, language, limit: 20 });
	return hits.map(({ article: { id }, passage }) => `${id}:${passage.source.line}`);
}

describe("the best passage", () => {
	it.each([
		// English over Arabic
		[
			"Which port did Tunisia close?",
			"port:1",
			"three words of the question, by their translations",
		],
		["strike of port workers denied", "port:3", "the denial of the strike, not the strike abroad"],
		[
			"Who accused a Chinese company of selling drone engines?",
			"drones:1",
			"the accusation, not the reply",
		],
		["Did China sell weapons?", "drones:2", "the capital stands for the government"],
		["interest rate in Egypt", "bank:1", "interest as banks have it, not the benefit of reading"],
		["IMF inflation forecast", "bank:2", "an abbreviation of four Arabic words"],
		["cholera cases in Yemen", "health:1", "a country by its adjective"],
		["European Union vaccines", "health:2", "a term of two words before either word"],
		["What did McPherson say?", "health:3", "a name by its sound"],
		["Xi Jinping visit", "drones:4", "a name in three words"],
		["agrement on a loan", "bank:4", "a misspelt word"],
		["how many days was the port closed", "port:1", "a number in words"],
		// Arabic over Arabic
		["ميناء مغلق", "port:1", "other forms of both words"],
		["هل باعت الصين سلاحا؟", "drones:2", "the singular for the broken plural"],
		["المسيّرات", "drones:3", "diacritics are no letters"],
		["جينبينج", "drones:4", "another spelling, and one word for two"],
		["زيارة شي", "drones:4", "the verb for its noun"],
		["ما سبب تفشي الكوليرا", "health:3", "two words that stand together before one that is rare"],
		["استيراد القمح", "port:4", "the verb for its noun"],
		// Arabic over English
		["تأخر شحنات القمح بسبب العواصف", "wire:2", "an English passage for an Arabic question"],
		["البنك المركزي النرويجي", "wire:1", "the country decides between two central banks"],
		// English over English
		["Norwegian rates", "wire:1", "the plural, and the people for the country"],
	])("%s → %s: %s", async (text, place) => {
		expect((await ranked(text))[0]).toBe(place);
	});
});

describe("the order of passages", () => {
	it.each([
		["wheat", ["port:2", "port:4"], "wire:2", "every passage that has the word is found"],
		[
			"قمح",
			["wire:2"],
			"port:2",
			"those of the question's own language first where they say the same",
		],
	])("%s", async (text, others, first) => {
		const places = await ranked(text);
		for (const other of [...others, first]) expect(places).toContain(other);
	});

	it("holds a passage with two words of the question above one with either of them twice", async () => {
		const places = await ranked("wheat ships");
		expect(places[0]).toBe("port:2");
		expect(places.indexOf("port:2")).toBeLessThan(places.indexOf("port:4"));
	});

	it("does not let the many synonyms of one word outvote another word", async () => {
		// "sell" has a dozen Arabic forms, "drone" three.
		const places = await ranked("sell drones");
		expect(places[0]).toBe("drones:1");
		expect(places.indexOf("drones:2")).toBeGreaterThan(0);
	});

	it("puts nothing that shares letters alone before what shares a word", async () => {
		const places = await ranked("إصابة");
		expect(places[0]).toBe("health:1");
		expect(places.indexOf("health:4")).toBeGreaterThan(0);
	});

	it("knows which words no passage holds", async () => {
		const { unknownWords } = await search.search({
			text: "zeppelin cholera",
			language: "en",
			limit: 5,
		});
		expect(unknownWords).toEqual(["zeppelin"]);
	});
});
