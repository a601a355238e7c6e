import { describe, expect, it } from "vitest";
import { article } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const harbour = article("harbour", [
	"تبدأ أعمال ترميم الرصيف في الثالث من أيار وتستمر سنة.",
	"وتحصل كل أسرة فقدت قاربها على 900 دينار.",
	"ويستأنف الحوض إصلاح العبارات في 12 حزيران.",
	"ونفى الملاح رامي قصاب أنباء انتقاله إلى شركة الأفق.",
	"أغلقت البلدية سوق السمك يوم الاثنين.",
]);
const answerer = await realAnswerer([harbour]);

describe("a question as it is spoken", () => {
	it.each([
		["امتى رح يبلش ترميم الرصيف؟", 1],
		["كم بتاخد كل عيلة فقدت قاربها؟", 2],
		["امتى بيرجعوا يعملوا إصلاح للعبارات؟", 3],
		["هل رامي قصاب رايح على شركة الأفق؟", 4],
		["مين سكر سوق السمك وليش؟", 5],
	])("is answered by what is written: %s", async (text, line) => {
		const { answered, items } = await answerer.answer({ command: "ask", text });
		const [first] = items;
		expect([answered, first?.kind === "passage" && first.citation.line]).toEqual([true, line]);
	});
});
