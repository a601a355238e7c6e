import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../src/attribution/frames/parts.ts";
import type { SpanKind } from "../../../../src/attribution/sequence/labels.ts";

/** Spans as `kind from-to`, all equally sure but where another number is given. */
const spans = (...rows: [SpanKind, number, number, number?][]) =>
	rows.map(([kind, from, to, sure = 0.9]) => ({ kind, from, to, sure }));

describe("the parts of a passage", () => {
	it("join a title and the name that touches it, as sure as the less sure of them", () => {
		const { sources } = partsOf(spans(["source", 2, 4], ["name", 4, 6, 0.6]));
		expect(sources).toEqual([{ from: 2, to: 6, name: { from: 4, to: 6 }, sure: 0.6 }]);
	});

	it("join a name and what stands in apposition to it", () => {
		const { sources } = partsOf(spans(["name", 0, 2], ["source", 2, 5]));
		expect(sources).toEqual([{ from: 0, to: 5, name: { from: 0, to: 2 }, sure: 0.9 }]);
	});

	it("keep two names that touch apart, and sources with something between them", () => {
		const { sources } = partsOf(spans(["name", 0, 2], ["name", 2, 4], ["source", 5, 6]));
		expect(sources.map(({ from, to }) => [from, to])).toEqual([
			[0, 2],
			[2, 4],
			[5, 6],
		]);
	});

	it("put what is resumed to the content before it", () => {
		const { contents } = partsOf(
			spans(["content", 0, 3], ["cue", 3, 4], ["resumed", 5, 8, 0.4], ["content", 9, 12]),
		);
		expect(contents).toEqual([
			{
				pieces: [
					{ from: 0, to: 3 },
					{ from: 5, to: 8 },
				],
				sure: 0.4,
			},
			{ pieces: [{ from: 9, to: 12 }], sure: 0.9 },
		]);
	});

	it("take a piece that resumes nothing for a content", () => {
		expect(partsOf(spans(["resumed", 1, 3])).contents).toHaveLength(1);
	});

	it("sort cues, channels and days each to its list", () => {
		const parts = partsOf(spans(["cue", 0, 1], ["channel", 1, 2], ["day", 2, 3], ["cue", 4, 5]));
		expect([parts.cues, parts.channels, parts.days].map((list) => list.length)).toEqual([2, 1, 1]);
	});
});
