import { describe, expect, it } from "vitest";
import { article } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const quay = article("quay", [
	"The engineer said that the quay would cost 270 million crowns.",
	"وقال المهندس إن كلفة الرصيف ستبلغ 270 مليون دينار.",
]);
quay.published = { ...quay.published, value: "2026-01-10" };
const fair = article("fair", [
	"A ticket for the northern fair will cost 9 crowns.",
	"وستبلغ كلفة بطاقة المعرض الشمالي 9 دنانير.",
]);
fair.published = { ...fair.published, value: "2026-04-02" };
const road = article("road", [
	"The northern road was closed.",
	"The northern lights were seen by many.",
	"أغلق الطريق الشمالي.",
]);
const costs = await realAnswerer([quay, fair, road]);

describe("a figure of something else", () => {
	it.each([
		["How much will the northern quay cost?", "270 million crowns"],
		["كم ستبلغ كلفة الرصيف الشمالي؟", "270 مليون دينار"],
	])("stands not beside what is asked about, however new it is: %s", async (text, told) => {
		const { verdict } = await costs.answer({ command: "ask", text });
		expect(verdict?.text.startsWith(told)).toBe(true);
		expect(verdict?.text).not.toContain("9");
	});
});

const drill = article("drill", [
	"وأنهى المغرب وتونس مناورات بحرية يوم 12 أيار، بعد أسبوع من التدريب على الإنقاذ وإطفاء الحرائق وقصف زوارق حربية قديمة.",
	"وقال البلدان إن المناورات لا صلة لها بما يحدث في مالي.",
	"The two navies ended their exercise on 12 May, after a week in which they had rescued swimmers, put out fires and shelled an old hulk of some long forgotten war.",
	"The two countries said that it had nothing to do with Mali.",
]);
const siege = article("siege", [
	"وأرسل المغرب خياماً إلى الفارين من حرب مالي.",
	"Morocco sent tents to those who fled from the war in Mali.",
]);
const ends = await realAnswerer([drill, siege]);

describe("the day on which something else ended", () => {
	it.each([
		["امتى بتخلص الحرب بمالي؟", false],
		["When will the war end?", false],
		["متى أنهى المغرب المناورات؟", true],
		["When did the navies end their exercise?", true],
	])("answers nothing that is asked of what does not end there: %s", async (text, answered) => {
		expect((await ends.answer({ command: "ask", text })).answered).toBe(answered);
	});
});
