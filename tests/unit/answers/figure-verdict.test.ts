import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const mill = article("mill", [
	"The owner said the number of looms did not exceed 80 last winter.",
	"Nine sheds burned and 7 barns collapsed in the valley on Monday.",
	"In 2021 the harvest reached 4,100 tonnes, down from 5,300 tonnes in 2020.",
	"The guild denied that 45 weavers had left the town.",
	"Repairs of the dam fell to 2.2 million francs in 2019 from 3.8 million francs in 2018.",
	"The mill ground 640 tonnes of rye in 2016, up from 510 tonnes in 2015.",
	"وقال صاحب المطحنة إن عدد العربات لم يتجاوز 60 عربة في الشتاء.",
	"واحترق 12 مخزناً وانهار 3 جسور في الوادي يوم الاثنين.",
	"وبلغ عدد الأفران في المدينة 14 فرناً في 2021 مقابل 9 أفران في 2020.",
	"ونفت النقابة أن يكون عدد النساجين 45 نساجاً.",
	"Sales of wool rose by 12 per cent in 2022 and passed 300 million crowns.",
	"The rowing club is second with 31 points from 14 races.",
	"ويحتل نادي الرماية المركز الثاني برصيد 26 نقطة من 12 سباقاً.",
	"The toll of those who died of the fever in the valley rose to eleven on Monday.",
	"On 9 October at 7:30 a wall fell on 4 carters.",
	"وزرعت البلدية 70 شجرة في 2018 مقابل 55 في 2017.",
]);
claim(mill, 4, "45 weavers had left the town", {
	speaker: { name: "guild", kind: "organisation" },
	act: "denies",
});
claim(mill, 10, "عدد النساجين 45 نساجاً", {
	speaker: { name: "النقابة", kind: "organisation" },
	act: "denies",
});
const answerer = await realAnswerer([mill]);

describe("the figure that is told first", () => {
	it.each([
		["How many looms are there?", "did not exceed 80 last winter."],
		["How many barns collapsed in the valley?", "7 barns collapsed."],
		["How many tonnes was the harvest in 2020?", "5,300 tonnes (2020)."],
		["How much were repairs of the dam in 2018?", "3.8 million francs (2018)."],
		["How much were repairs of the dam in 2019?", "2.2 million francs (2019)."],
		["How many tonnes of rye did the mill grind in 2015?", "510 tonnes (2015)."],
		["How many sheds burned?", "Nine sheds burned."],
		["How much were sales of wool in 2022?", "300 million crowns (2022)."],
		["By what percentage did sales of wool rise in 2022?", "12 per cent (2022)."],
		["How many points does the rowing club have?", "31 points."],
		["كم نقطة لنادي الرماية؟", "26 نقطة."],
		["On how many carters did a wall fall?", "4 carters."],
		["كم شجرة زرعت البلدية في 2018؟", "70 شجرة (2018)."],
		["How many died of the fever?", "eleven."],
		["كم عدد العربات؟", "لم يتجاوز 60 عربة."],
		["كم عدد الأفران في 2020؟", "9 أفران (2020)."],
		["كم جسرا انهار في الوادي؟", "3 جسور."],
	])("counts what was asked, with what negates it: %s", async (text, told) => {
		const { verdict } = await answerer.answer({ command: "ask", text });
		expect(verdict).toEqual({ kind: "figure", text: told });
	});

	it.each([
		["How many weavers left the town?", "guild denied it."],
		["كم عدد النساجين؟", "نفي، صاحبه: النقابة."],
	])("is none where it is denied: %s", async (text, told) => {
		const { verdict } = await answerer.answer({ command: "ask", text });
		expect(verdict).toEqual({ kind: "stated", text: told });
	});

	it.each([["How much were repairs of the dam in 2017?"], ["كم عدد الأفران في 2019؟"]])(
		"is none of another year than the asked one: %s",
		async (text) => {
			const { verdict } = await answerer.answer({ command: "ask", text });
			expect(verdict?.kind).not.toBe("figure");
		},
	);
});
