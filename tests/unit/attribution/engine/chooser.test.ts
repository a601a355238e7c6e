import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilities } from "../../../../src/attribution/choice/chooser.ts";
import { best } from "../../../../src/attribution/choice/weigh.ts";

const weights = Float32Array.from([0, 1, -1, 3, 0, 0, 0, 0]);

describe("a choice", () => {
	it("is a share of one for each candidate", () => {
		const keys = fc.array(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 6 });
		fc.assert(
			fc.property(fc.array(keys, { minLength: 1, maxLength: 9 }), (candidates) => {
				const shares = probabilities({ weights, scale: 200 }, candidates);
				expect(shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 9);
				expect(shares.every((s) => s >= 0 && s <= 1)).toBe(true);
			}),
		);
	});

	it("follows the sums of the weights", () => {
		const [low = 0, high = 0] = probabilities({ weights, scale: 0.5 }, [[2], [1, 3]]);
		expect(high / low).toBeCloseTo(Math.exp(0.5 * 5), 9);
	});

	it("finds a key in its place, however large it is", () => {
		expect(probabilities({ weights, scale: 1 }, [[3], [2 ** 32 - 8 + 3]])).toEqual([0.5, 0.5]);
	});

	it("among nobody is none", () => {
		expect(probabilities({ weights, scale: 1 }, [])).toEqual([]);
		expect(best([])).toEqual({ index: 0, sure: 0 });
	});

	it("of equals takes the first", () => {
		expect(best([0.2, 0.4, 0.4])).toEqual({ index: 1, sure: 0.4 });
	});
});
