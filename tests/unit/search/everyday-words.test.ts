import { describe, expect, it } from "vitest";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { createPassageSearch } from "../../../src/search/passage-search.ts";
import { article } from "./doubles.ts";

const data = await shippedSearchData();
const english = article(
	"english",
	[
		"The council cancelled the summer fair on Monday.",
		"The harbour director was dismissed after the audit.",
		"Detectives detained two men over the stolen copper.",
		"The mayor announced her resignation in a letter.",
		"Ridley's victory in the northern ward was narrow.",
		"The old mill was demolished in March.",
		"A fishing fleet returned to the bay.",
	],
	"en",
);
const arabic = article("arabic", [
	"بدأت أعمال الجسر في الربيع.",
	"وأعلن الناطق نتائج المسابقة أمس.",
	"وكان ثلاثة معتقلين ينتظرون قرار القاضي.",
	"ودعت النقابة أعضاءها إلى اجتماع.",
	"ووصلت باخرة القمح إلى المرفأ.",
]);
const searches = {
	en: await createPassageSearch([english], data),
	ar: await createPassageSearch([arabic], data),
};

async function firstLine(text: string, language: Language = "en"): Promise<number | undefined> {
	const { hits } = await searches[language].search({ text, language, limit: 1 });
	return hits[0]?.passage.source.line;
}

describe("a question in everyday words", () => {
	it.each([
		["What was called off?", 1],
		["Why was the boss sacked?", 2],
		["Who was nabbed?", 3],
		["Who has stepped down?", 4],
		["Who won?", 5],
		["What did they knock down?", 6],
	])("finds what news call the same: %s", async (text, line) => {
		expect(await firstLine(text)).toBe(line);
	});
});

describe("a word of several senses", () => {
	it.each([
		["excavation", "A lost painting was discovered in a cellar."],
		["gas", "Petrol became dearer in the north."],
		["veto", "Lorries obstructed the bridge."],
		["reduction", "The baker offers a discount to students."],
		["local", "Inhabitants complained about the noise."],
	])("is not widened by one that it has seldom: %s, %s", async (text, line) => {
		const search = await createPassageSearch([article("one", [line], "en")], data);
		const { hits } = await search.search({ text, language: "en", limit: 1 });
		expect(hits).toEqual([]);
	});
});

describe("a word that is spoken in one place and written elsewhere", () => {
	it.each([
		["تقارير شهرية", "وتأخر صرف راتب الحارس."],
		["مرت سنوات", "وقالت زوجة الحارس إنها لم تعلم."],
		["أزمة عالمية", "وانقطعت المياه عن الحي."],
	])("is read as it is written: %s, %s", async (text, line) => {
		const search = await createPassageSearch([article("one", [line])], data);
		const { hits } = await search.search({ text, language: "ar", limit: 1 });
		expect(hits).toEqual([]);
	});
});

describe("an Arabic verb", () => {
	it.each([
		["متى بدأ العمل؟", 1],
		["ماذا أعلنت اللجنة؟", 2],
		["من اعتُقل؟", 3],
	])("finds its other persons and its participle: %s", async (text, line) => {
		expect(await firstLine(text, "ar")).toBe(line);
	});
});

describe("a word of conversation", () => {
	it.each([
		["I heard that who'd have won?", "en", 5],
		["متى وصلت هالباخرة؟", "ar", 5],
		["اكو معتقلين؟", "ar", 3],
	] as const)("keeps nothing from being found: %s", async (text, language, line) => {
		expect(await firstLine(text, language)).toBe(line);
	});
});
