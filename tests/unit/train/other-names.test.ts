import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stockOf, withOtherNames } from "../../../tools/train/other-names.ts";
import { randomFrom } from "../../../tools/train/random.ts";
import { examplesOf } from "../../../tools/train/sequences.ts";
import { annotated, told } from "./articles.ts";

const article = annotated(
	[
		"“[c1 It is shut],” [s1 the mayor, Ana Roth,] [q1 said]. “[c1 It was wet].”",
		"[s2 Roth’s] letter [q2 denied] that [c2 Roth lied]. [s3 The Roth Bank] [q3 said] [c3 it was open].",
	],
	[
		"K1 person | Ana Roth | the mayor",
		"K2 organisation | Roth Bank",
		"1 K1 asserts",
		"2 K1 denies",
		"3 K2 asserts",
	],
);
const examples = examplesOf(article).filter((e) => !e.inner);
const stock = { given: ["Lea"], family: ["Brandt"] };

describe("an article whose people are called otherwise", () => {
	it("has the same new name everywhere, under the same labels", () => {
		const [one, two] = withOtherNames(examples, article, stock, randomFrom(1));
		expect(one && told(one)).toEqual([
			"content: It is shut",
			"source: the mayor ,",
			"name: Lea Brandt",
			"source: ,",
			"cue: said",
			"resumed: It was wet",
		]);
		expect(two && told(two).slice(0, 3)).toEqual([
			"name: Brandt’s",
			"cue: denied",
			"content: Roth lied",
		]);
	});

	it("keeps a label for each token where names become longer or shorter", () => {
		const longer = { given: ["عبد الصمد", "Lea"], family: ["van der Brandt", "Abel"] };
		const spans = (list: typeof examples) => list.map((e) => told(e).map((s) => s.split(":")[0]));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
				const made = withOtherNames(examples, article, longer, randomFrom(seed));
				for (const { tokens, labels } of made) expect(labels).toHaveLength(tokens.length);
				expect(spans(made)).toEqual(spans(examples));
			}),
			{ numRuns: 50 },
		);
	});

	it("keeps the small words of a name and the names of nobody", () => {
		const bin = annotated(
			["[s1 سالم بن كريم] [q1 قال] إن [c1 الميناء مغلق]."],
			["K1 person | سالم بن كريم", "1 K1 asserts"],
		);
		const own = examplesOf(bin);
		const [made] = withOtherNames(own, bin, { given: ["هاني"], family: ["الطيب"] }, randomFrom(1));
		expect(made && told(made)[0]).toBe("name: هاني بن الطيب");
		const nobody = annotated(
			["[s1 The Roth Bank] [q1 said] [c1 it is open]."],
			["K1 organisation | Roth Bank", "1 K1 asserts"],
		);
		expect(withOtherNames(examplesOf(nobody), nobody, stock, randomFrom(1))).toEqual(
			examplesOf(nobody),
		);
	});

	it("is the same for the same seed and leaves the original alone", () => {
		const before = JSON.stringify(examples);
		const make = () => withOtherNames(examples, article, stock, randomFrom(9));
		expect(make()).toEqual(make());
		expect(JSON.stringify(examples)).toBe(before);
	});
});

it("a stock holds the names of one script", () => {
	const people = {
		given: [
			{ name: "Lea", sex: "f", script: "en" },
			{ name: "هاني", sex: "m", script: "ar" },
		],
		family: [{ name: "Brandt", script: "en" }],
	};
	expect(stockOf(people, "ar")).toEqual({ given: ["هاني"], family: [] });
	expect(stockOf(people, "en")).toEqual({ given: ["Lea"], family: ["Brandt"] });
});
