import { describe, expect, it } from "vitest";
import { explainPassage } from "../../../../src/attribution/explain.ts";
import { claimsIn, tinyEngine } from "./article.ts";

const passages = [
	"Snow lay on the hill.",
	"“the well is dry,” John Pike said.",
	"Pike denied that the pump is broken.",
];

describe("how a passage was read", () => {
	const told = explainPassage(tinyEngine("en"), passages, 2);

	it("tells what the rules read", () => {
		expect(told.rules).toContainEqual({
			content: "the pump is broken",
			source: "Pike",
			act: "denies",
		});
	});

	it("tells what the sequence model read", () => {
		const spans = told.spans.map(({ kind, words }) => [kind, words]);
		expect(spans).toContainEqual(["content", "the pump is broken"]);
		expect(spans).toContainEqual(["cue", "denied"]);
		expect(told.spans.every(({ sure }) => sure > 0 && sure <= 1)).toBe(true);
	});

	it("tells of each choice the most probable candidates, the first of them first", () => {
		const steps = new Set(told.steps.map(({ step }) => step));
		expect([...steps].sort()).toEqual([
			"act",
			"claim",
			"hedge",
			"name",
			"resolve",
			"source",
			"tie",
		]);
		for (const { options } of told.steps) {
			expect(options.length).toBeLessThanOrEqual(3);
			const shares = options.map((o) => o.share);
			expect(shares).toEqual([...shares].sort((a, b) => b - a));
			expect(options.every((o) => o.words !== "")).toBe(true);
		}
	});

	it("ends with the claims as the article shows them", () => {
		const [, shown] = claimsIn("en", passages);
		expect(told.claims).toHaveLength(1);
		expect(told.claims[0]).toMatchObject({
			quote: shown?.quote,
			speaker: shown?.speaker.name,
			act: shown?.act,
			printed: "Pike",
			via: "",
		});
		expect(told.claims[0]?.confidence).toBeCloseTo(shown?.confidence ?? 0, 3);
	});

	it("is empty where nothing is told, and beyond the article", () => {
		expect(explainPassage(tinyEngine("en"), passages, 0)).toMatchObject({ spans: [], claims: [] });
		for (const at of [-1, 3]) {
			const none = explainPassage(tinyEngine("en"), passages, at);
			expect(none).toEqual({ rules: [], spans: [], steps: [], claims: [] });
		}
	});
});
