import { describe, expect, it } from "vitest";
import { hostileLines } from "../../../bench/extraction.ts";
import { readArabicSentence } from "../../../src/attribution/arabic/read-sentence.ts";
import { shippedArabicGrammar } from "./arabic/grammar.ts";
import { claimsOf } from "./extraction.ts";

const grammar = shippedArabicGrammar();

/** The grammar with its verbs counted: each look-up is a word that has been visited. */
function visits(line: string): number {
	let count = 0;
	const verbs = new Map(grammar.verbs);
	const get = verbs.get.bind(verbs);
	verbs.get = (word) => {
		count++;
		return get(word);
	};
	readArabicSentence({ ...grammar, verbs }, line, 0, line.length);
	return count;
}

describe("hostile lines", () => {
	it.each(hostileLines)("%s: work grows with the length and no faster", (_, line) => {
		const [small, large] = [visits(line(1_000)), visits(line(4_000))];
		expect(large).toBeLessThanOrEqual(small * 4.5 + 1_000);
	});

	it.each(hostileLines)("%s: every quotation is in the text", (_, line) => {
		const text = line(2_000);
		for (const { quote, source } of claimsOf([text])) {
			expect(text.slice(source.start ?? 0, source.end ?? 0)).toBe(quote);
		}
	});

	it.each([
		["10,000 opening quotation marks", "«".repeat(10_000)],
		["100,000 characters without a space", "م".repeat(100_000)],
		["one word 20,000 times", "الوزير ".repeat(20_000)],
		["10,000 times «said that»", "قال إن ".repeat(10_000)],
	])("%s hide nothing of what is said before and behind them", (_, noise) => {
		const claims = claimsOf(["قالت فرنسا إن الجسر مغلق.", noise, "وقالت إيران إن الميناء مغلق."]);
		expect(claims.at(0)?.speaker.name).toBe("فرنسا");
		expect(claims.at(-1)?.speaker.name).toBe("إيران");
	});
});
