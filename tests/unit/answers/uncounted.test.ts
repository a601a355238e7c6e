import { describe, expect, it } from "vitest";
import { article } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const answerer = await realAnswerer([
	article("orvik", [
		"Orvik has fined many shipyards for oil in the bay, and the two towns share the money.",
		"In Tarsia 14 sailmakers joined the march on Sunday.",
	]),
	article("zahr", [
		"شارك الخبازون في اعتصام الزهر بعد تلف نحو 18 ألف رغيف.",
		"وشارك 14 حداداً في اعتصام الرملة يوم الأحد.",
	]),
]);

describe("how many there are of what is told without a number", () => {
	it.each([
		["How many shipyards has Orvik fined?", false],
		["How many sailmakers joined the march in Tarsia?", true],
		["كم خباز شارك في اعتصام الزهر؟", false],
		["كم حدادا شارك في اعتصام الرملة؟", true],
	])("is not told by the number of something else: %s", async (text, answered) => {
		expect((await answerer.answer({ command: "ask", text })).answered).toBe(answered);
	});
});

const trade = await realAnswerer([
	article("trade", [
		"Trade between Tarsia and Orvik reached 310 million crowns in 2022, more than the two had expected.",
		"Trade between Orvik and Tarsia in the troubled year of 2024 set a record of its own for both of them, 450 million crowns.",
		"بلغت قيمة التبادل التجاري بين الأردن والمغرب 310 ملايين دينار في 2022.",
		"وسجل التبادل التجاري بين المغرب والأردن عام 2024 رقماً كبيراً غير مسبوق هو 450 مليون دينار.",
	]),
]);

describe("an amount that stands far behind what it is of", () => {
	it.each([
		["How much was the trade between Tarsia and Orvik in 2024?", "450 million crowns (2024)."],
		["كم بلغ التبادل التجاري بين الأردن والمغرب عام 2024؟", "450 مليون دينار (2024)."],
	])("is told where no other thing is counted by it: %s", async (text, told) => {
		const { verdict } = await trade.answer({ command: "ask", text });
		expect(verdict?.text).toBe(told);
	});
});

const drill = article("drill", [
	"شارك المغرب في مناورات الربيع وأرسل 2300 عسكري وتسع سفن، ولم يسمح للصحافيين بالدخول.",
	"وبقيت السفن في البحر أسبوعاً.",
]);
const paraphrased = drill.passages[0];
if (paraphrased)
	paraphrased.paraphrase = {
		ar: paraphrased.text,
		en: "Morocco took part in the spring manoeuvres with 2,300 soldiers and nine ships.",
	};
const soldiers = await realAnswerer([drill]);

describe("what is counted by another word of its field", () => {
	it("is counted where that word stands right behind the number", async () => {
		const text = "كم جندي شارك فيهم المغرب بمناورات الربيع؟";
		expect((await soldiers.answer({ command: "ask", text })).answered).toBe(true);
	});
});

const gale = await realAnswerer([
	article("gale", [
		"ضربت العاصفة «سيل» بلدة الزهر ليل السبت، فأغرقت أسواقها وقطعت عنها الماء.",
		"وزاد عدد الأسواق في البلدة.",
		"وذكرت شركة الماء أن الماء انقطع عن 18 ألف مشترك.",
		"وقال رئيس المسعفين إن العاصفة أودت بحياة أربعة صيادين وأصابت 31 آخرين.",
	]),
]);

describe("what is counted by a set phrase", () => {
	it("is counted where the phrase stands near the number", async () => {
		const text = "كم عدد الضحايا في عاصفة سيل؟";
		const { answered, items, verdict } = await gale.answer({ command: "ask", text });
		const [item] = items;
		expect([answered, item?.kind === "passage" && item.citation.line]).toEqual([true, 4]);
		expect(verdict?.text).toBe("أربعة صيادين.");
	});
});
