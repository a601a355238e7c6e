import { expect, it } from "vitest";
import { probabilities } from "../../../../src/attribution/choice/chooser.ts";
import { claimsOf } from "../../../../src/attribution/engine.ts";
import { entities } from "./language.ts";
import { frameOf, readingOf } from "./readings.ts";
import { tinyWeights } from "./tiny.ts";

/** What the choice of a speaker sees of a claim whose passage stands behind another one. */
function seenBehind(before: string): unknown {
	const { reading } = frameOf("en", "“[c1 The pier is closed],” [s1 Ana Roth] [q1 said].", [
		"content",
		"cue",
		"source",
	]);
	const weights = tinyWeights("en");
	const seen: unknown[] = [];
	claimsOf([readingOf("en", before), reading], weights, entities, () => (step, candidates) => {
		if (step === "resolve") seen.push(candidates);
		return probabilities(weights[step], candidates);
	});
	return seen;
}

it("an answer is told from a statement by the question before it", () => {
	expect(seenBehind("Why is it shut?")).not.toEqual(seenBehind("It is shut."));
	expect(seenBehind("Is it shut?")).toEqual(seenBehind("Why is it shut?"));
});

it("a question in quotation marks is one as well", () => {
	expect(seenBehind("“Why is it shut?”")).toEqual(seenBehind("Why is it shut?"));
});
