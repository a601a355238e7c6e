import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	allowed,
	beginOf,
	insideOf,
	kindOfLabel,
	type LabelledSpan,
	labelCount,
	labelsOf,
	spanKinds,
	spansOf,
} from "../../../../src/attribution/sequence/labels.ts";

/** Spans in their order that do not overlap; some touch. */
const spans = fc
	.array(
		fc.record({
			kind: fc.constantFrom(...spanKinds),
			gap: fc.nat({ max: 2 }),
			size: fc.integer({ min: 1, max: 4 }),
		}),
		{ maxLength: 8 },
	)
	.map((rows) => {
		let at = 0;
		return rows.map(({ kind, gap, size }): LabelledSpan => {
			const from = at + gap;
			at = from + size;
			return { kind, from, to: at };
		});
	});

describe("labels", () => {
	it("become the spans that they were made of, those that touch as well", () => {
		fc.assert(
			fc.property(spans, (list) => {
				expect(spansOf(labelsOf(list, (list.at(-1)?.to ?? 0) + 2))).toEqual(list);
			}),
		);
	});

	it("of spans follow each other only as is allowed", () => {
		fc.assert(
			fc.property(spans, (list) => {
				let before = labelCount;
				for (const label of labelsOf(list, list.at(-1)?.to ?? 0)) {
					expect(allowed(before, label)).toBe(true);
					before = label;
				}
			}),
		);
	});

	it.each(spanKinds)("let %s begin anywhere and go on only behind itself", (kind) => {
		const before = Array.from({ length: labelCount + 1 }, (_, label) => label);
		expect(before.every((label) => allowed(label, beginOf(kind)))).toBe(true);
		expect(before.filter((label) => allowed(label, insideOf(kind)))).toEqual([
			beginOf(kind),
			insideOf(kind),
		]);
		expect([kindOfLabel(beginOf(kind)), kindOfLabel(insideOf(kind))]).toEqual([kind, kind]);
	});
});
