import { describe, expect, it } from "vitest";
import type { DatedSpan } from "../../../src/attribution/speakers/said-on.ts";
import { matchClaims } from "../../../tools/train/cards.ts";
import { daySummary, scoreDays } from "../../../tools/train/days.ts";
import { readClaim } from "../attribution/engine/read-claim.ts";
import { annotated } from "./articles.ts";

const article = annotated(
	[
		"[s1 Ana Roth] [q1 said] on [d1 Monday] [c1 it is shut]. [s2 Tom Harlow] [q2 denied] [c2 any flood].",
	],
	[
		"K1 person | Ana Roth | ",
		"K2 person | Tom Harlow | ",
		"1 K1 asserts day=2024-03-11",
		"2 K2 denies",
	],
);
const text = article.paragraphs[0] ?? "";
const told = (...values: string[]): DatedSpan[] =>
	values.map((value) => ({ value, precision: "day", basis: "derived", start: 17, end: 23 }));
const claims = [
	readClaim("en", text, { content: "it is shut", day: "Monday" }),
	readClaim("en", text, { content: "any flood", cue: "denied" }),
];
const score = (dates: DatedSpan[], read = claims) =>
	scoreDays(article, read, matchClaims(article, read), { findDates: () => dates });

describe("days beside the annotated ones", () => {
	it("are right, another, or none", () => {
		const silent = { silent: 1, invented: 0 };
		expect(score(told("2024-03-11"))).toEqual({ asked: 1, right: 1, other: 0, ...silent });
		expect(score(told("2024-03-04"))).toEqual({ asked: 1, right: 0, other: 1, ...silent });
		expect(score([])).toEqual({ asked: 1, right: 0, other: 0, ...silent });
	});

	it("are invented where the sentence gives none", () => {
		const read = claims.map((claim) => ({ ...claim, day: claims[0]?.day }));
		expect(score(told("2024-03-11"), read)).toMatchObject({ right: 1, silent: 1, invented: 1 });
	});

	it("are summed up as shares, without dividing by nothing", () => {
		expect(daySummary([score(told("2024-03-11")), score([])])).toBe(
			"days given 2 right 0.500 other 0.000 none given 2 invented 0.000",
		);
		expect(daySummary([])).toContain("right 0.000");
	});
});
