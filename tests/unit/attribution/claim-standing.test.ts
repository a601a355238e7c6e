import { describe, expect, it } from "vitest";
import type { Claim } from "../../../src/domain/article.ts";
import {
	countClaims,
	countsText,
	standingOf,
	sureFrom,
} from "../../../src/domain/claim-standing.ts";

type Standing = Pick<Claim, "speaker" | "confidence">;
const roth: Claim["speaker"] = { name: "Ana Roth", kind: "person" };
const unread: Claim["speaker"] = { name: "unnamed source", kind: "anonymous", unread: true };

describe("how a claim stands", () => {
	it.each<[string, Standing, string]>([
		["read with confidence", { speaker: roth, confidence: 0.9 }, "sure"],
		["as likely right as wrong", { speaker: roth, confidence: sureFrom }, "sure"],
		["more likely wrong", { speaker: roth, confidence: sureFrom - 0.001 }, "unsure"],
		["annotated by hand", { speaker: roth }, "sure"],
		["of whom could not be read", { speaker: unread, confidence: 0.99 }, "unnamed"],
		[
			"of a source that the text keeps unnamed",
			{ speaker: { ...unread, unread: false }, confidence: 0.9 },
			"sure",
		],
	])("%s", (_, claim, standing) => {
		expect(standingOf(claim)).toBe(standing);
	});

	it("is counted", () => {
		const claims: Standing[] = [
			{ speaker: roth },
			{ speaker: roth, confidence: 0.1 },
			{ speaker: unread },
			{ speaker: roth },
		];
		expect(countClaims(claims)).toEqual({ sure: 2, unsure: 1, unnamed: 1 });
		expect(countClaims([])).toEqual({ sure: 0, unsure: 0, unnamed: 0 });
	});

	it("is told in one line", () => {
		expect(countsText({ sure: 9, unsure: 2, unnamed: 1 })).toBe(
			"12 claims: 9 sure, 2 unsure, 1 unnamed",
		);
		expect(countsText({ sure: 1, unsure: 0, unnamed: 0 })).toBe(
			"1 claim: 1 sure, 0 unsure, 0 unnamed",
		);
		expect(countsText(countClaims([]))).toBe("0 claims: 0 sure, 0 unsure, 0 unnamed");
	});
});
