import { describe, expect, it } from "vitest";
import { beginOf, insideOf, labelsOf, spansOf } from "../../../src/attribution/sequence/labels.ts";
import { readLabels, readSpans } from "../../../src/attribution/sequence/sequence-model.ts";
import { defaultOptions, trainSequence } from "../../../tools/train/sequence-trainer.ts";

/** Rows of words as keys; what stands between 1 and 2 is a content, 3 is a cue. */
const sentence = (before: number, inside: number) => {
	const keys = [
		...Array.from({ length: before }, (_, i) => 10 + (i % 3)),
		1,
		...Array.from({ length: inside }, (_, i) => 20 + (i % 4)),
		2,
		3,
	];
	const labels = labelsOf(
		[
			{ kind: "content", from: before + 1, to: before + 1 + inside },
			{ kind: "cue", from: keys.length - 1, to: keys.length },
		],
		keys.length,
	);
	return { features: keys.map((k) => Uint32Array.of(k)), labels };
};
const sequences = Array.from({ length: 30 }, (_, i) => sentence(i % 4, 1 + (i % 5)));
const options = { ...defaultOptions, bits: 6, epochs: 20, dropout: 0.1 };

describe("a sequence model", () => {
	const learned = trainSequence(sequences, options);

	it("learns a plain pattern, in lengths that it has not seen", () => {
		const { features, labels } = sentence(6, 9);
		expect([...readLabels(learned, features)]).toEqual([...labels]);
	});

	it("is sure of what it learned, and tells each label's share", () => {
		const { features, labels } = sentence(2, 3);
		const { spans, probable } = readSpans(learned, features);
		expect(spans.map(({ kind, from, to }) => ({ kind, from, to }))).toEqual(spansOf(labels));
		expect(spans.every((s) => s.sure > 0.5 && s.sure <= 1)).toBe(true);
		const width = probable.length / features.length;
		for (let t = 0; t < features.length; t++) {
			const row = probable.subarray(t * width, (t + 1) * width);
			expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
		}
	});

	it("has the same bytes for the same sequences and seed, and others for another seed", () => {
		expect(trainSequence(sequences, options)).toEqual(learned);
		expect(trainSequence(sequences, { ...options, seed: 5 })).not.toEqual(learned);
	});

	it("never begins inside a span, whatever the scores are", () => {
		const wrong = { features: [Uint32Array.of(1), Uint32Array.of(1)], labels: Uint8Array.of(0, 0) };
		const stubborn = trainSequence([wrong], options);
		for (let row = 0; row < stubborn.rowCount; row++)
			stubborn.rows[row * stubborn.chain.labels + insideOf("day")] = 9;
		const path = [...readLabels(stubborn, wrong.features)];
		expect(path[0]).not.toBe(insideOf("day"));
		expect([0, beginOf("day")]).toContain(path[0]);
	});

	it("passes over an empty passage", () => {
		const empty = { features: [], labels: new Uint8Array() };
		expect(trainSequence([empty, ...sequences], options).rows.every(Number.isFinite)).toBe(true);
	});
});
