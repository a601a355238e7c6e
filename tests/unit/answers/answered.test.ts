import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/answers/answerer.ts";
import type { QuestionReading } from "../../../src/answers/question.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { AskedWord, PassageSearch } from "../../../src/domain/ports.ts";
import { answererOf, article, claim, event, names, reader, say } from "./doubles.ts";

const ask = (of: Article, text: string, reading: Partial<QuestionReading> = {}) =>
	answererOf([of], reading).answer({ command: "ask", text });

/** Finds the first passage alone, and says how surely it holds each word. */
function found(of: Article, asked: AskedWord[], coverage: number): PassageSearch {
	const [passage] = of.passages;
	if (!passage) throw new Error("No passage.");
	const hit = { article: of, passage, score: 1, coverage, matched: new Set<string>() };
	return {
		size: 1,
		search: async () => ({
			hits: [{ ...hit, asked: () => asked }],
			unknownWords: [],
			expansions: [],
		}),
	};
}

async function isAnswered(
	of: Article,
	asked: AskedWord[],
	reading: Partial<QuestionReading>,
	coverage = 0.7,
): Promise<boolean> {
	const search = found(of, asked, coverage);
	const answerer = createAnswerer({ articles: [of], search, reader: reader(reading), names, say });
	return (await answerer.answer({ command: "ask", text: "question" })).answered;
}

describe("a number that was asked for", () => {
	it.each([
		["The harbour strike kept 40 ships waiting.", true],
		["The harbour strike kept ships waiting.", false],
		["The harbour strike of 2021 kept ships waiting.", false],
	])("%s: %s", async (text, answered) => {
		const answer = await ask(article("of", [text]), "harbour strike ships", { type: "how_many" });
		expect(answer.answered).toBe(answered);
	});
});

describe("a name that was asked for", () => {
	it.each([
		["The harbour chief Lena Holt spoke.", true],
		["The harbour chief spoke.", false],
		["The harbour chief spoke of much else that has nothing to do with it in Oslo.", false],
	])("%s: %s", async (text, answered) => {
		const answer = await ask(article("of", [text]), "harbour chief", { named: true });
		expect(answer.answered).toBe(answered);
	});
});

describe("whether it happened", () => {
	const asked = [
		{ word: "council", share: 0.6, held: 1 },
		{ word: "adopted", share: 0.4, held: 0 },
	];
	const planned = (ahead: boolean) => {
		const of = article("of", ["The council will meet on Friday to discuss the plan."]);
		event(of, 1, "The council will meet on Friday", "2024-03-08").planned = ahead;
		return of;
	};

	it("is not told by a plan that does not even name the deed", async () => {
		expect(await isAnswered(planned(true), asked, { type: "yes_no" })).toBe(false);
	});

	it("is told by what is no plan, and by a plan where the question asks for one", async () => {
		expect(await isAnswered(planned(false), asked, { type: "yes_no" })).toBe(true);
		expect(await isAnswered(planned(true), asked, { type: "yes_no", future: true })).toBe(true);
	});
});

describe("what the question names", () => {
	const of = article("of", ["The vote was held."]);
	const asked = (held: number) => [
		{ word: "vote", share: 0.6, held: 1 },
		{ word: "france", share: 0.4, held },
	];

	it("must be there where it is a country", async () => {
		expect(await isAnswered(of, asked(0), { places: ["france"] })).toBe(false);
		expect(await isAnswered(of, asked(0.2), { places: ["france"] })).toBe(true);
		expect(await isAnswered(of, asked(0), { places: [] })).toBe(true);
	});

	it("costs where it is the thing that is asked for", async () => {
		const weapon = [
			{ word: "gunmen", share: 0.5, held: 1 },
			{ word: "weapons", share: 0.5, held: 0 },
		];
		expect(await isAnswered(of, weapon, { thing: "weapons" }, 0.5)).toBe(false);
		expect(await isAnswered(of, weapon, {}, 0.5)).toBe(true);
	});
});

describe("somebody's own words", () => {
	const told = (speaker: string) => {
		const of = article("of", ["The harbour strike is over."]);
		claim(of, 1, "The harbour strike is over", { speaker: { name: speaker, kind: "person" } });
		return of;
	};

	it.each(["claims", "ask"] as const)("are asked of %s: his, not another's", async (command) => {
		const of = (speaker: string) =>
			answererOf([told(speaker)], { filters: { by: "Holt" } }).answer({
				command,
				text: "harbour strike",
			});
		expect((await of("Lena Holt")).answered).toBe(true);
		expect((await of("Radek Novotny")).answered).toBe(false);
	});
});
