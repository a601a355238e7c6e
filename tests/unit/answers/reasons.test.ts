import { describe, expect, it } from "vitest";
import { article } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const mine = article("mine", [
	"Attendance at the fair was 900, up from 600 a year earlier. The guild attributed the rise to a new ferry. Rain fell at night.",
	"ارتفع عدد زوار المعرض هذا العام إلى 900. وعزت النقابة ذلك إلى عبّارة جديدة. وهطل المطر ليلاً.",
]);
const answerer = await realAnswerer([mine]);

describe("a reason that stands behind what it is the reason for", () => {
	it.each([
		["Why was attendance at the fair up?", "attributed the rise to a new ferry."],
		["ليش زاد عدد زوار المعرض؟", "وعزت النقابة ذلك إلى عبّارة جديدة."],
	])("is quoted with it, and nothing behind it: %s", async (text, reason) => {
		const [first] = (await answerer.answer({ command: "ask", text })).items;
		expect(first?.kind === "passage" && first.quote.endsWith(reason)).toBe(true);
	});

	it("stays where it is when something else is asked", async () => {
		const text = "What was attendance at the fair?";
		const [first] = (await answerer.answer({ command: "ask", text })).items;
		expect(first?.kind === "passage" && first.quote).not.toContain("attributed");
	});
});

const harbour = article("harbour", [
	"أغلق ميناء سالم أبوابه أمام الصيادين يوم الأحد.",
	"وقال تاجر إن السوق هادئة.",
	"وبسبب تسرب الوقود أغلق ميناء سالم، وعاد الصيادون إلى بيوتهم.",
]);
const atHarbour = await realAnswerer([harbour]);

describe("a reason that begins with a conjunction", () => {
	it("leads", async () => {
		const text = "لماذا أغلق ميناء سالم أمام الصيادين؟";
		const [first] = (await atHarbour.answer({ command: "ask", text })).items;
		expect(first?.kind === "passage" && first.quote).toContain("وبسبب تسرب الوقود");
	});
});
