import fc from "fast-check";
import { expect, it } from "vitest";
import { mostPacked } from "../../../../src/attribution/sequence/packed-rows.ts";
import { scoresOf } from "../../../../src/attribution/sequence/sequence-model.ts";

const labels = 15;
const rowCount = 8;
const chain = { labels, transitions: new Float64Array((labels + 1) * labels) };

const weights = (rows: Int8Array | Float32Array) => ({ rows, rowCount, scale: 0.25, chain });

it("scores of whole weights are the sums of their rows, however many and however large", () => {
	const rows = fc.array(fc.integer({ min: -127, max: 127 }), {
		minLength: rowCount * labels,
		maxLength: rowCount * labels,
	});
	const keys = fc.array(fc.nat(2 ** 32 - 1), { maxLength: 40 });
	fc.assert(
		fc.property(rows, fc.array(keys, { maxLength: 4 }), (values, features) => {
			const passage = features.map((list) => Uint32Array.from(list));
			expect(scoresOf(weights(Int8Array.from(values)), passage)).toEqual(
				scoresOf(weights(Float32Array.from(values)), passage),
			);
		}),
	);
});

it.each([mostPacked, mostPacked + 1])("%i keys of the largest weights do not run over", (count) => {
	const largest = Int8Array.from({ length: rowCount * labels }, (_, i) => (i % 2 ? 127 : -127));
	const scores = scoresOf(weights(largest), [new Uint32Array(count)]);
	expect([...scores]).toEqual(Array.from(largest.slice(0, labels), (w) => w * count * 0.25));
});
