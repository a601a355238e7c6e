import { describe, expect, it } from "vitest";
import { probabilities } from "../../../src/attribution/choice/chooser.ts";
import { best } from "../../../src/attribution/choice/weigh.ts";
import { chooserOptions, trainChooser } from "../../../tools/train/chooser-trainer.ts";

/** The candidate with key 7 is right; the other keys say nothing. */
const questions = Array.from({ length: 40 }, (_, i) => {
	const right = i % 3;
	const candidates = [0, 1, 2].map((c) => [100 + ((i * 5 + c) % 11), c === right ? 7 : 8]);
	return { candidates, right };
});
const options = { ...chooserOptions, bits: 8 };

describe("a chooser", () => {
	const learned = trainChooser(questions, options);

	it("learns the key that tells the right candidate", () => {
		const asked = [
			[104, 8],
			[109, 7],
			[101, 8],
		];
		expect(best(probabilities(learned, asked))).toMatchObject({ index: 1 });
		expect(probabilities(learned, asked)[1]).toBeGreaterThan(0.9);
	});

	it("has the same bytes for the same questions and seed, and others for another seed", () => {
		expect(trainChooser(questions, options)).toEqual(learned);
		expect(trainChooser(questions, { ...options, seed: 8 })).not.toEqual(learned);
	});

	it("learns shares where the same candidates are right as often as wrong", () => {
		const even = Array.from({ length: 200 }, (_, i) => ({
			candidates: [[], [3]],
			right: i % 4 ? 0 : 1,
		}));
		const [, share = 0] = probabilities(trainChooser(even, { ...options, dropout: 0 }), [[], [3]]);
		expect(share).toBeGreaterThan(0.15);
		expect(share).toBeLessThan(0.35);
	});

	it("learns nothing from a question with one candidate, and nothing from none", () => {
		const { weights } = trainChooser([{ candidates: [[1, 2]], right: 0 }], options);
		expect(weights.every((w) => w === 0)).toBe(true);
		expect(trainChooser([], options).weights).toHaveLength(256);
	});
});
