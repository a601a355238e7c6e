import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/domain/article.ts";
import { article, claim, event } from "../doubles.ts";
import { realAnswerer } from "../real-answerer.ts";

/** Whether these articles answer a question. */
async function asker(articles: Article[]): Promise<(text: string) => Promise<boolean>> {
	const answerer = await realAnswerer(articles);
	return async (text) => (await answerer.answer({ command: "ask", text })).answered;
}

const english = article("english", [
	"Norway sent forty rescue boats to Kenya on Friday after the storm, the ministry said.",
	"President Erik Dahlgren visited Nairobi on 4 March with his minister, Tova Lindqvist.",
	"The court in Oslo issued a warrant for Marcus Breck over the sale of the mill.",
	"Lindqvist praised the harbour workers and promised them new cranes.",
	"The mill is the largest in the valley, and its owner paid a fine on Monday.",
]);
claim(english, 1, "sent forty rescue boats to Kenya", {
	speaker: { name: "ministry", kind: "organisation" },
});
event(english, 2, "visited Nairobi on 4 March", "2024-03-04");
event(english, 5, "paid a fine on Monday", "2024-03-11");

const arabic = article("arabic", [
	"أرسلت النرويج أربعين قارب إنقاذ إلى كينيا يوم الجمعة بعد العاصفة.",
	"وزار الرئيس إريك دالغرين نيروبي في 4 مارس برفقة الوزيرة توفا ليندكفيست.",
	"وأصدرت المحكمة في أوسلو مذكرة توقيف بحق ماركوس فيلدن بسبب بيع الطاحونة.",
	"والطاحونة هي الأكبر في الوادي، ودفع صاحبها غرامة يوم الاثنين.",
]);
event(arabic, 2, "وزار الرئيس إريك دالغرين نيروبي في 4 مارس", "2024-03-04");
event(arabic, 4, "ودفع صاحبها غرامة يوم الاثنين", "2024-03-11");

const [askEnglish, askArabic] = [await asker([english]), await asker([arabic])];

const offices = article("offices", [
	"The mayor of Oslo, Tova Lindqvist, met the governor on a journey that took her to Sweden and Kenya.",
	"Twelve people were hurt when the Akersund river rose.",
	"The dam above the town is 40 metres high, the owner said.",
	"وقالت عمدة أوسلو توفا ليندكفيست إنها ستزور السويد وكينيا في الصيف.",
	"وأصيب 12 شخصاً حين فاض نهر أكرسوند.",
	"ويبلغ ارتفاع السد فوق المدينة 40 متراً.",
]);
const askOffices = await asker([offices]);

describe("what somebody or something is", () => {
	it.each([
		["Who is the mayor of Oslo?", true],
		["Who is the mayor of Sweden?", false],
		["من هي عمدة أوسلو؟", true],
		["من هي عمدة السويد؟", false],
		["How high is the dam?", true],
		["How long is the Akersund river?", false],
		["كم ارتفاع السد؟", true],
		["كم طول نهر أكرسوند؟", false],
	])("%s: %s", async (text, answered) => {
		expect(await askOffices(text)).toBe(answered);
	});
});

describe("who did it to whom", () => {
	it.each([
		["Did Norway send boats to Kenya?", true],
		["Did Kenya send boats to Norway?", false],
		["How many boats did Norway send?", true],
		["How many boats did Kenya send?", false],
		["When did Dahlgren visit Nairobi?", true],
		["When did Dahlgren visit Oslo?", false],
		["When did Breck visit Nairobi?", false],
		["Did the court issue a warrant for Breck?", true],
		["Did the court issue a warrant for Dahlgren?", false],
		["When was the mill founded?", false],
		["Who built the mill?", false],
	])("%s: %s", async (text, answered) => {
		expect(await askEnglish(text)).toBe(answered);
	});

	it.each([
		["هل أرسلت النرويج قوارب إلى كينيا؟", true],
		["هل أرسلت كينيا قوارب إلى النرويج؟", false],
		["متى زار دالغرين نيروبي؟", true],
		["متى زار دالغرين أوسلو؟", false],
		["هل أصدرت المحكمة مذكرة توقيف بحق فيلدن؟", true],
		["هل أصدرت المحكمة مذكرة توقيف بحق دالغرين؟", false],
		["متى تأسست الطاحونة؟", false],
		["متى بنيت الطاحونة؟", false],
	])("%s: %s", async (text, answered) => {
		expect(await askArabic(text)).toBe(answered);
	});
});
