import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/domain/article.ts";
import type { QuestionReading } from "../../../../src/question/read-question.ts";
import { answererOf, article, claim } from "../doubles.ts";
import { realAnswerer } from "../real-answerer.ts";

/** Vogel speaks twice, Wurm speaks of her, and Lindgren only occurs. */
function ferries(): Article[] {
	const english = article("ferries", [
		"Odile Wurm said that Marta Vogel had bought the ferries from Sven Lindgren.",
		"Marta Vogel denied that. The ferries, Vogel said, were hired for the summer.",
	]);
	claim(english, 1, "Marta Vogel had bought the ferries from Sven Lindgren", {
		speaker: { name: "Odile Wurm", kind: "person" },
	});
	claim(english, 2, "were hired for the summer", {
		speaker: { name: "Marta Vogel", kind: "person" },
	});
	const arabic = article("wells", [
		"قالت هناء الزبير إن ماهر القاسمي أغلق الآبار بعد لقاء مع طلال عبيد.",
		"ورد ماهر القاسمي بأن الآبار مفتوحة.",
	]);
	claim(arabic, 1, "ماهر القاسمي أغلق الآبار", {
		speaker: { name: "هناء الزبير", kind: "person" },
	});
	claim(arabic, 2, "الآبار مفتوحة", { speaker: { name: "ماهر القاسمي", kind: "person" } });
	return [english, arabic];
}

function ask(text: string, sayerName: string, more: Partial<QuestionReading> = {}) {
	const sayer = sayerName.toLowerCase().split(" ");
	const answerer = answererOf(ferries(), { type: "what", sayer, sayerName, ...more });
	return answerer.answer({ command: "ask", text });
}

const speakers = (answer: Awaited<ReturnType<typeof ask>>) =>
	answer.items.map((item) => ("claim" in item ? item.claim?.speaker.name : undefined));

describe("whoever is asked to have said something by his name", () => {
	it.each([
		["What did Vogel say about the ferries?", "Vogel", "Marta Vogel"],
		["ماذا قال القاسمي عن الآبار؟", "القاسمي", "ماهر القاسمي"],
	])("has his own words before what is said of him: %s", async (text, name, whole) => {
		const [first, second] = speakers(await ask(text, name));
		expect(first).toBe(whole);
		expect(second).not.toBe(whole);
	});

	it("is quoted by the sentence in which he speaks", async () => {
		const { items } = await ask("What did Vogel say?", "Vogel");
		const [first] = items;
		expect(first && "quote" in first && first.quote).toContain("hired for the summer");
	});

	it.each([
		["What did Lindgren say about the ferries?", "Lindgren", /Lindgren is not quoted/],
		["ماذا قال عبيد عن الآبار؟", "عبيد", /لا تنقل المقالات أي قول عن عبيد/],
	])("is told to be quoted nowhere where he only occurs: %s", async (text, name, told) => {
		const answer = await ask(text, name);
		expect(answer.answered).toBe(false);
		expect(answer.verdict?.text).toMatch(told);
		expect(answer.items).toHaveLength(1);
	});

	it.each([
		["What did Vogal say about the ferries?", "Vogal", /Did you mean Marta Vogel\?/],
		["ماذا قال القسام عن الآبار؟", "القسام", /هل تقصد .*ماهر القاسمي/],
		["What did Rosa Vogel say about the ferries?", "Rosa Vogel", /Did you mean Marta Vogel/],
	])("is never taken for another one: %s", async (text, name, told) => {
		const answer = await ask(text, name);
		expect(answer.answered).toBe(false);
		expect(answer.verdict?.text).toMatch(told);
		expect(answer.items).toHaveLength(0);
	});

	it("is left to the words where the question names an office by where it is", async () => {
		const real = await realAnswerer(ferries());
		const text = "What did the mayor of Tripoli say about the ferries?";
		const { verdict } = await real.answer({ command: "ask", text });
		expect(verdict?.text).not.toMatch(/quoted/);
	});

	it("is left to the words where the question names an office", async () => {
		const answer = await ask(
			"What did the harbour official say about the ferries?",
			"harbour official",
		);
		expect(answer.verdict?.text).not.toMatch(/quoted/);
		expect(answer.items.length).toBeGreaterThan(1);
	});
});
