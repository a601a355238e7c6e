import { describe, expect, it } from "vitest";
import { frameStock, withOtherFrames } from "../../../tools/train/other-frames.ts";
import { examplesOf } from "../../../tools/train/sequences.ts";
import { words } from "../attribution/engine/language.ts";
import { annotated, told } from "./articles.ts";

const article = annotated(
	[
		"“[c1 It is shut],” [s1 Ana Roth] [q1 said].",
		"“[c2 The oven broke],” [s2 Mary Quill] [q2 said].",
		"[s3 The bakers] [q3 denied] that [c3 it was late].",
		"Snow fell on the hill.",
	],
	[
		"K1 person | Ana Roth",
		"K2 person | Mary Quill",
		"K3 anonymous | The bakers",
		"1 K1 asserts",
		"2 K2 asserts",
		"3 K3 denies",
	],
);
const examples = examplesOf(article);
const stock = frameStock(examples, words.en);

/** Exchanges wherever it may, and takes the place of the list that `pick` says. */
const always = (pick: number) => {
	const given = [0, pick];
	let at = 0;
	return () => given[at++ % 2] ?? 0;
};

describe("frames", () => {
	it("are exchanged for others that fit the place, labels and all", () => {
		const [first] = examples;
		const made = first && withOtherFrames(first, words.en, stock, always(0.99));
		expect(made && told(made)).toEqual(["content: It is shut", "name: Mary Quill", "cue: said"]);
		expect(made?.labels).toHaveLength(made?.tokens.length ?? 0);
		expect(made?.changed).toBe(true);
	});

	it("stay as they are where the numbers say so or where nothing else fits", () => {
		for (const example of examples) {
			const kept = withOtherFrames(example, words.en, stock, () => 0.9);
			expect([kept.tokens, kept.labels]).toEqual([example.tokens, example.labels]);
		}
		const [, , third] = examples;
		expect(third && told(withOtherFrames(third, words.en, stock, always(0.5)))).toEqual(
			third && told(third),
		);
	});

	it("keep as many tokens as labels and the order of their offsets for any numbers", () => {
		for (let pick = 0; pick < 1; pick += 0.1)
			for (const example of examples) {
				const { tokens, labels } = withOtherFrames(example, words.en, stock, always(pick));
				expect(labels).toHaveLength(tokens.length);
				expect(told({ tokens, labels }).map((s) => s.split(":")[0])).toEqual(
					told(example).map((s) => s.split(":")[0]),
				);
				const starts = tokens.map((t) => t.start);
				expect(starts).toEqual([...starts].sort((a, b) => a - b));
			}
	});
});
