import { describe, expect, it } from "vitest";
import { article, claim } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const vogel = { name: "Marta Vogel", kind: "person" } as const;
const wurm = { name: "Odile Wurm", kind: "person" } as const;
const zubair = { name: "هناء الزبير", kind: "person" } as const;

const slip = article("slip", [
	"The harbour council closed the slipway at Orvik on Monday by eleven votes to four.",
	"Its neighbours welcomed the news.",
	"The slipway was closed because its chains had rusted.",
	"The Perla Nova sank off Tarsia on Friday. It had been built in 1931. Nobody was hurt.",
	"The owner of the Perla Nova blamed the frost, saying that it had split a pipe.",
]);
const wells = article("wells", [
	"أغلقت البلدة آبار الوادي يوم الاثنين بأحد عشر صوتاً مقابل أربعة.",
	"ورحب الجيران بالخبر.",
	"وأُغلقت الآبار بسبب تسرب الملح إليها.",
]);
const reasons = await realAnswerer([slip, wells]);

describe("why something is so", () => {
	it.each([
		["Why was the slipway at Orvik closed?", 3],
		["Why did the Perla Nova sink?", 5],
		["لماذا أغلقت البلدة آبار الوادي؟", 3],
	])("is told by the passage that gives the reason: %s", async (text, line) => {
		const { answered, items } = await reasons.answer({ command: "ask", text });
		const [item] = items;
		expect([answered, item?.kind === "passage" && item.citation.line]).toEqual([true, line]);
	});
});

const yard = article("yard", [
	"On the other side the director of the shipyard, Marta Vogel, said that no more than 40 welders had come.",
	'Vogel denied that she planned a sale of the shipyard and said: "Not one plank of the shipyard will be sold."',
	"The council met on Monday in the hall of the shipyard.",
	"The shipyard is old.",
	"Nobody knows what the council will do.",
	"Odile Wurm told the guild that the ferry from Orvik was late. She said that the council starved the pilots of bread.",
]);
claim(yard, 1, "no more than 40 welders had come", { speaker: vogel });
claim(yard, 2, "she planned a sale of the shipyard", { speaker: vogel, act: "denies" });
claim(yard, 6, "the ferry from Orvik was late", { speaker: wurm });
claim(yard, 6, "the council starved the pilots of bread", { speaker: wurm });
const firm = article("firm", [
	"في المقابل، قالت مديرة المصنع هناء الزبير إن عدد اللحامين لم يتجاوز 40 لحاماً.",
	"ونفت الزبير أن تكون الإدارة تنوي بيع المصنع، وقالت: «لن تُباع آلة واحدة من المصنع».",
]);
claim(firm, 1, "عدد اللحامين لم يتجاوز 40 لحاماً", { speaker: zubair });
claim(firm, 2, "الإدارة تنوي بيع المصنع", { speaker: zubair, act: "denies" });
const words = await realAnswerer([yard, firm]);

describe("whose words are asked for", () => {
	it.each([
		["What did Marta Vogel say about a sale of the shipyard?", 2],
		["ماذا قالت هناء الزبير عن بيع المصنع؟", 2],
	])("those about all that is asked lead those about a part of it: %s", async (text, line) => {
		const [item] = (await words.answer({ command: "ask", text })).items;
		expect(item?.kind === "passage" && item.citation.line).toBe(line);
	});

	it("are quoted by the sentence about what is asked, and not by the one that names him", async () => {
		const text = "What did Odile Wurm say about the council?";
		const [item] = (await words.answer({ command: "ask", text })).items;
		expect(item?.kind === "passage" && item.quote).toBe(
			"She said that the council starved the pilots of bread.",
		);
	});
});

const school = article("school", [
	"Orvik school raises its fees and names a new headmistress",
	"The governors of Orvik school said on Sunday that they had raised its fees by a tenth, and that Odile Wurm would be its headmistress.",
]);
const college = article("college", [
	"مدرسة الزهر ترفع الرسوم وتعيّن مديرة جديدة",
	"أعلن مجلس مدرسة الزهر يوم الاثنين رفع الرسوم، وتعيين هناء الزبير مديرة للمدرسة.",
]);
for (const each of [school, college]) {
	const [title] = each.passages;
	if (title) title.kind = "title";
}
const heads = await realAnswerer([school, college]);

describe("a headline", () => {
	it.each([
		["مين مديرة مدرسة الزهر الجديدة؟"],
		["Who is the new headmistress of the Orvik school?"],
	])("gives way to the passage under it that answers: %s", async (text) => {
		const [item] = (await heads.answer({ command: "ask", text })).items;
		expect(item?.kind === "passage" && item.citation.line).toBe(2);
	});
});
