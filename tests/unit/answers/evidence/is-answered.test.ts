import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../../src/answers/answerer.ts";
import { checkRequest } from "../../../../src/answers/check-request.ts";
import { confidence, type Evidence } from "../../../../src/answers/evidence/evidence.ts";
import { evidenceOf } from "../../../../src/answers/evidence/signals.ts";
import { weights } from "../../../../src/answers/evidence/weights.ts";
import { filterTests } from "../../../../src/answers/find/filters.ts";
import { findPassages } from "../../../../src/answers/find/find-passages.ts";
import { Library } from "../../../../src/answers/library.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { AskedWord, PassageSearch } from "../../../../src/domain/passage-search.ts";
import type { QuestionReading } from "../../../../src/question/read-question.ts";
import { answererOf, article, claim, event, names, reader, say } from "../doubles.ts";

/** Finds the first passage alone, and says how surely it holds each word. */
function found(of: Article, asked: AskedWord[], unknownWords: string[] = []): PassageSearch {
	const [passage] = of.passages;
	if (!passage) throw new Error("No passage.");
	const held = asked.filter((word) => word.held > 0);
	const coverage = held.reduce((sum, { share }) => sum + share, 0);
	const matched = new Set(held.map(({ word }) => word));
	const hit = { article: of, passage, score: 1, coverage, matched, asked };
	return { size: 1, search: async () => ({ hits: [hit], unknownWords, expansions: [] }) };
}

type Case = {
	text: string;
	asked?: AskedWord[];
	reading?: Partial<QuestionReading>;
	unknown?: string[];
	prepare?: (of: Article) => void;
};

const whole = [
	{ word: "harbour", share: 0.5, held: 1 },
	{ word: "chief", share: 0.5, held: 1 },
];

async function evidence(
	{ text, asked = whole, reading = {}, unknown, prepare }: Case,
	question = "harbour chief",
): Promise<Evidence> {
	const of = article("of", [text]);
	prepare?.(of);
	const library = new Library([of]);
	const request = checkRequest({ command: "ask", text: question });
	const findings = await findPassages(found(of, asked, unknown), {
		request,
		command: "ask",
		reading: await reader(reading).read(question),
		tests: filterTests(request, library, names),
		library,
		names,
	});
	const [hit] = findings.hits;
	if (!hit) throw new Error("No hit.");
	return evidenceOf(hit, findings);
}

describe("the evidence of a passage", () => {
	const way = (term: string) => [{ terms: [term], weight: 1 }];

	it("counts what one sentence holds beside what the passage holds", async () => {
		const asked = [
			{ word: "harbour", share: 0.5, held: 1, ways: way("harbour") },
			{ word: "strike", share: 0.3, held: 1, ways: way("strike") },
			{ word: "volcano", share: 0.2, held: 0, ways: [] },
		];
		const text = "The harbour was busy. The strike ended.";
		const { covered, together, gap } = await evidence({ text, asked });
		expect([covered, together, gap]).toEqual([0.8, 0.5, 0.2]);
	});

	it("names what no passage of the corpus holds", async () => {
		const asked = [...whole, { word: "volcano", share: 0.25, held: 0 }];
		const { unknown } = await evidence({ text: "The harbour.", asked, unknown: ["volcano"] });
		expect(unknown).toBe(0.25);
	});

	it.each([
		["The harbour chief lost 40 ships.", 0],
		["The harbour chief lost twelve ships.", 0],
		["The harbour chief lost ships in 2021.", 1],
		["The harbour chief lost 7 ships.", 1],
	])("looks for a number that the question does not give: %s", async (text, noNumber) => {
		const reading = { type: "how_many" } as const;
		const found = await evidence({ text, reading }, "how many of 7 ships the harbour chief lost");
		expect(found.noNumber).toBe(noNumber);
	});

	it.each([
		["Forty people came and 12 ships of the harbour sank.", 0],
		["Some 12 people saw how at the harbour in the north the ships of many sank.", 1],
	])("looks for it beside what is counted: %s", async (text, uncounted) => {
		const asked = [{ word: "ships", share: 1, held: 1, ways: way("ship") }];
		const reading = { type: "how_many", thing: "ships" } as const;
		expect((await evidence({ text, asked, reading })).uncounted).toBe(uncounted);
	});

	it("looks for a day in the sentence", async () => {
		const reading = { type: "when" } as const;
		const text = "The harbour chief left on Friday.";
		expect((await evidence({ text, reading })).noDay).toBe(1);
		const prepare = (of: Article) => void event(of, 1, "left on Friday", "2024-03-08");
		expect((await evidence({ text, reading, prepare })).noDay).toBe(0);
		expect((await evidence({ text: "The harbour chief left on 8 March.", reading })).noDay).toBe(0);
	});

	it.each([
		["The harbour chief Lena Holt spoke.", 0],
		["The harbour chief spoke.", 1],
		["The harbour chief spoke of much else that has nothing to do with it in Oslo.", 1],
	])("looks for a name near the question's words: %s", async (text, noName) => {
		expect((await evidence({ text, reading: { named: true } })).noName).toBe(noName);
	});

	it("misses a country that the passage lacks", async () => {
		const asked = (held: number) => [...whole, { word: "france", share: 0.1, held }];
		const text = "The harbour chief spoke.";
		const reading = { places: ["france"] };
		expect((await evidence({ text, asked: asked(0), reading })).elsewhere).toBe(1);
		expect((await evidence({ text, asked: asked(1), reading })).elsewhere).toBe(0);
		expect((await evidence({ text, asked: asked(0) })).elsewhere).toBe(0);
	});

	it.each([
		["Lena Holt", 0],
		["Radek Novotny", 1],
	])("misses the words of whoever is asked for: %s", async (name, unsaid) => {
		const text = "The harbour strike is over.";
		const prepare = (of: Article) =>
			void claim(of, 1, "The harbour strike is over", { speaker: { name, kind: "person" } });
		expect((await evidence({ text, reading: { sayer: ["holt"] }, prepare })).unsaid).toBe(unsaid);
		const reading = { filters: { by: "Holt" } };
		expect((await evidence({ text, reading, prepare })).unsaid).toBe(unsaid);
	});
});

describe("its weight", () => {
	const nothing = Object.fromEntries(Object.keys(weights).map((key) => [key, 0])) as Evidence;

	it("grows with what is held and shrinks with what is missing", () => {
		const base = confidence({ ...nothing, covered: 0.6, together: 0.5 }, weights);
		const more = confidence({ ...nothing, covered: 0.9, together: 0.5 }, weights);
		expect(more).toBeGreaterThan(base);
		for (const missing of ["gap", "unknown", "elsewhere", "noNumber", "noDay", "noName"] as const)
			expect(confidence({ ...nothing, covered: 0.6, [missing]: 0.5 }, weights)).toBeLessThan(base);
	});

	it("answers what one sentence says, and nothing of what is not there", () => {
		expect(confidence({ ...nothing, covered: 1, together: 1 }, weights)).toBeGreaterThan(0);
		expect(confidence({ ...nothing, gap: 0.5, unknown: 0.5 }, weights)).toBeLessThan(0);
	});
});

describe("whether it is answered", () => {
	it("takes no passage without a number for how many", async () => {
		const ask = (text: string) => {
			const of = article("of", [text]);
			const search = found(of, whole);
			const read = reader({ type: "how_many" });
			const answerer = createAnswerer({ articles: [of], search, reader: read, names, say });
			return answerer.answer({ command: "ask", text: "question" });
		};
		expect((await ask("The harbour chief lost ships.")).answered).toBe(false);
		expect((await ask("The harbour chief lost 40 ships.")).answered).toBe(true);
	});

	it("takes no claims of another for somebody's", async () => {
		const of = (speaker: string) => {
			const told = article("of", ["The harbour strike is over."]);
			claim(told, 1, "The harbour strike is over", { speaker: { name: speaker, kind: "person" } });
			return answererOf([told], { filters: { by: "Holt" } }).answer({
				command: "claims",
				text: "harbour strike",
			});
		};
		expect((await of("Lena Holt")).answered).toBe(true);
		expect((await of("Radek Novotny")).answered).toBe(false);
	});
});
