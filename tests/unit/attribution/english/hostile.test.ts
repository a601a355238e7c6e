import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEnglishSentence } from "../../../../src/attribution/english/read-sentence.ts";
import { englishReader } from "../../../../src/attribution/english/reader.ts";
import { grammar } from "./grammar.ts";

const read = (line: string) => readEnglishSentence(grammar, line, 0, line.length);

/** Look-ups of words while a line is read: a measure of the work that no clock disturbs. */
function work(line: string): number {
	let count = 0;
	const counted = (table: Map<string, unknown> | Set<string>) =>
		new Proxy(table, {
			get(target, key) {
				const value: unknown = Reflect.get(target, key);
				if (typeof value !== "function") return value;
				if (key === "get" || key === "has") count++;
				return value.bind(target);
			},
		});
	const is = Object.fromEntries(Object.entries(grammar.is).map(([k, set]) => [k, counted(set)]));
	const tables = { verbs: counted(grammar.verbs), heads: counted(grammar.heads), is };
	const counting = { ...grammar, ...tables } as unknown as typeof grammar;
	readEnglishSentence(counting, line, 0, line.length);
	return count;
}

const patterns: Record<string, string> = {
	"reporting verbs": "the army said ",
	"nested statements": "Iran said that the minister said ",
	"trailing sources": "it failed, officials said, according to Reuters, ",
	"open quotation marks": "“he said ",
	"single quotation marks": "'the ' said ' ",
	"straight quotation marks": '"a" said "b" ',
	accusations: "US claims that Iran accused ",
	passives: "it is believed by the army of the north to be said to ",
	capitals: "New Harbour Trust of the Bank for ",
	commas: "France, Germany, Italy and ",
	digits: "in 2020 on May 3, about 40 ",
	"plain words": "lorem ipsum dolor ",
};

describe("hostile input", () => {
	it.each(Object.entries(patterns))("costs no more than its length: %s", (_, unit) => {
		const line = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
		const small = work(line(12_500));
		const large = work(line(50_000));
		expect(large).toBeLessThan(small * 4.6);
	});

	it("reads 100,000 characters and 10,000 nested quotation marks", () => {
		expect(read("the army said ".repeat(7_200)).statements.length).toBeGreaterThan(0);
		const nested = `${"“".repeat(10_000)}x${"”".repeat(10_000)} said Dahl.`;
		expect(read(nested).statements.every((s) => s.end <= nested.length)).toBe(true);
		expect(read("“".repeat(10_000)).statements).toEqual([]);
		expect(read("said ".repeat(20_000)).statements).toEqual([]);
	});

	it("keeps every offset inside the sentence and off its white space", () => {
		const words = fc.constantFrom(
			"the",
			"army",
			"said",
			"that",
			",",
			"“",
			"”",
			'"',
			"'",
			"Iran",
			"denied",
			"and",
			"he",
			"claims",
			"according",
			"to",
			".",
			":",
			"was",
			"quoted",
			"as",
			"saying",
			"Reuters",
			"told",
			"not",
			"—",
			"(",
			")",
			"as",
			"who",
			"US",
			"3,000",
			"ﷺ",
			"السلام",
			"e\u0301",
			"😀",
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 40 }), fc.nat(6), (list, lead) => {
				const line = `${"x ".repeat(lead)}${list.join(" ")}`;
				const from = lead * 2;
				const { statements } = readEnglishSentence(grammar, line, from, line.length);
				for (const s of statements) {
					expect(s.start).toBeGreaterThanOrEqual(from);
					expect(s.end).toBeLessThanOrEqual(line.length);
					expect(s.end).toBeGreaterThan(s.start);
					expect(s.frameStart).toBeGreaterThanOrEqual(from);
					const quote = line.slice(s.start, s.end);
					expect(quote).toBe(quote.trim());
				}
			}),
			{ seed: 20240817, numRuns: 400 },
		);
	});
});

describe("the reader of an article", () => {
	const reader = englishReader(grammar);

	it("finds names with their titles wherever they stand", () => {
		const found = reader.introductions(
			"In Varna, Energy Minister Sara Holm met Karl Bo, the president of the union.",
		);
		expect(found.map((p) => [p.name, p.title])).toEqual([
			["Sara Holm", "Energy Minister"],
			["Karl Bo", "president of the union"],
		]);
	});

	it("names the body that put a document out", () => {
		expect(
			reader.issuer("The survey, released by the Weavers' Union, covers ten years.")?.text,
		).toBe("the Weavers' Union");
		expect(reader.issuer("The survey covers ten years.")).toBeUndefined();
	});

	it("sees a hedge in what is said", () => {
		expect(reader.act("asserts", "the dam may fail", "")).toEqual({ act: "asserts", hedged: true });
		expect(reader.act("asserts", "the dam is safe", "")).toEqual({ act: "asserts", hedged: false });
	});

	it("tells whom a sentence is about", () => {
		expect(read("Dahl did not say whether the road was closed.").subject?.text).toBe("Dahl");
		expect(read("“We tried,” said Rosa Lind.").subject?.name).toBe("Rosa Lind");
	});

	it("reads a paragraph that is one open quotation as the speaker's own words", () => {
		const line = "“We came at dawn. The road was closed.";
		const { statements } = readEnglishSentence(grammar, line, 18, line.length);
		expect(statements.map((s) => [s.speaker, s.direct, line.slice(s.start, s.end)])).toEqual([
			[null, true, "The road was closed"],
		]);
	});

	it("passes over a dateline", () => {
		const line = "VARNA, March 4 (Reuters) - Two ships collided, the coastguard said.";
		const [s] = read(line).statements;
		expect(line.slice(s?.start, s?.end)).toBe("Two ships collided");
	});
});
