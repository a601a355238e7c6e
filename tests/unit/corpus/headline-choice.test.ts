import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { likeliestHeadline } from "../../../src/corpus/page/head/choosing/choose-headline.ts";
import { parseHeadlineWeights } from "../../../src/corpus/page/head/choosing/headline-weights.ts";
import { englishBody, readData, rules } from "./rules.ts";

const headline = "Riverside park to take two years, says mayor";

describe("the headline among the lines above a text", () => {
	it.each([
		[
			"a name and its motto over the menu",
			["Harbour Ledger", "Voice of the quays and parks", "News | Sport | Letters", headline],
		],
		["a kicker above it", ["Harbour Ledger", "Parks", headline, "5 May 2024"]],
		[
			"a headline of another story with nothing of the text",
			[headline, "Ferry strike goes on in Sarin harbour", "By Lena Orr"],
		],
		["the path to it", ["Home > Towns > Parks", headline]],
		[
			"a caption behind its day",
			[headline, "5 May 2024", "A heron by the water. Picture: Tom Hale"],
		],
	])("is found beside %s", (_, head) => {
		expect(detectMetadata([...head, "", ...englishBody], rules).title).toBe(headline);
	});

	it("is none where each line is less probable than that there is none", () => {
		const weights = { none: 1, weights: { ...rules.headlines.weights, agreement: 2 } };
		const line = (agreement: number, index: number) => ({ index, evidence: { agreement } });
		expect(likeliestHeadline([line(0.4, 3), line(0.3, 5)], weights)).toBeNull();
		expect(likeliestHeadline([line(0.4, 3), line(0.7, 5)], weights)).toBe(5);
	});

	it("is not chosen by weights of which one is missing", () => {
		const whole = readData("headline-weights.json") as { weights: Record<string, number> };
		const { agreement: _, ...weights } = whole.weights;
		expect(() => parseHeadlineWeights({ ...whole, weights })).toThrow(/damaged at weights/);
	});
});
