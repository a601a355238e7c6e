import { describe, expect, it } from "vitest";
import { textTokens } from "../../../src/attribution/sequence/tokens.ts";
import { bareWord, examplesOf, isWithin, nameIn } from "../../../tools/train/sequences.ts";
import { annotated, told } from "./articles.ts";

const roth = ["K1 person | Ana Roth | the mayor", "K2 person | Tom Harlow"];

describe("what the marks of an article teach", () => {
	it.each([
		[
			"a name within the words for its speaker",
			"[s1 The mayor, Ana Roth, of Halden] [q1 said] [d1 on Monday] that [c1 it is shut].",
			[
				"source: The mayor ,",
				"name: Ana Roth",
				"source: , of Halden",
				"cue: said",
				"day: on Monday",
				"content: it is shut",
			],
		],
		[
			"a content that its frame interrupts",
			"“[c1 It is shut],” [s1 Ana Roth] [q1 told] [v1 Harbour Radio]. “[c1 It was wet].”",
			[
				"content: It is shut",
				"name: Ana Roth",
				"cue: told",
				"channel: Harbour Radio",
				"resumed: It was wet",
			],
		],
		[
			"a frame that stands inside its content",
			"[c1 It is shut, [s1 Ana Roth] [q1 said], for good].",
			["content: It is shut ,", "name: Ana Roth", "cue: said", "resumed: , for good"],
		],
		["nothing where nothing is marked", "Snow lay on the hill.", []],
	])("is %s", (_, paragraph, spans) => {
		const [example] = examplesOf(annotated([paragraph], [...roth, "1 K1 asserts"]));
		expect(example && told(example)).toEqual(spans);
	});

	it("is a claim within a claim apart from the outer one", () => {
		const text =
			"[s1 Ana Roth] [q1 said] that [c1 [s2 Tom Harlow] had [q2 denied] [c2 it was shut]].";
		const article = annotated([text], [...roth, "1 K1 asserts", "2 K2 denies"]);
		const [outer, inner] = examplesOf(article);
		expect(outer && told(outer)).toEqual([
			"name: Ana Roth",
			"cue: said",
			"content: Tom Harlow had denied it was shut",
		]);
		expect(inner && told(inner)).toEqual([
			"name: Tom Harlow",
			"cue: denied",
			"content: it was shut",
		]);
		expect([outer?.inner, inner?.inner]).toEqual([false, true]);
		expect(["1", "2"].map((id) => isWithin(article, id))).toEqual([false, true]);
	});

	it("has a label for every token of every paragraph", () => {
		const paragraphs = ["Snow fell.", "[s1 Ana Roth]: “[c1 It is shut]”.", "Rain fell."];
		const examples = examplesOf(annotated(paragraphs, [...roth, "1 K1 asserts"])).filter(
			(e) => !e.inner,
		);
		expect(examples.map((e) => e.paragraph)).toEqual([0, 1, 2]);
		for (const { tokens, labels } of examples) expect(labels).toHaveLength(tokens.length);
	});
});

describe("a name", () => {
	it.each([
		["the mayor Ana Roth of Halden", "Ana Roth", "Ana Roth"],
		["الوزير سامي الحداد", "سامي حداد", "سامي الحداد"],
		['بنك "نورد ميد" التجاري', "بنك نورد ميد", 'بنك "نورد ميد'],
		["Roth’s lawyer", "Ana Roth", "Roth’s"],
	])("in %j is the longest run of its words", (text, name, run) => {
		const tokens = textTokens(text);
		const [from, to] = nameIn(tokens, 0, tokens.length, name) ?? [0, 0];
		expect(text.slice(tokens[from]?.start, tokens[to - 1]?.end)).toBe(run);
	});

	it("that does not stand there is none", () => {
		expect(nameIn(textTokens("the mayor"), 0, 2, "Ana Roth")).toBeUndefined();
	});

	it.each([
		["الحداد", "حداد"],
		["والحداد", "حداد"],
		["للحداد", "حداد"],
		["Roth's", "roth"],
		["U.S.", "u.s"],
	])("%s is compared as %s", (word, bare) => {
		expect(bareWord(word)).toBe(bare);
	});
});
