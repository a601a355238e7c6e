import { describe, expect, it } from "vitest";
import type { ReadClaim } from "../../../src/attribution/read-claim.ts";
import { matchClaims, summary } from "../../../tools/train/cards.ts";
import { readClaim } from "../attribution/engine/read-claim.ts";
import { known } from "../attribution/speakers/knowns.ts";
import { annotated } from "./articles.ts";

const paragraph =
	"“[c1 It is shut for good],” [s1 the mayor Ana Roth] [q1 said]. [s2 Sources] [q2 denied] [c2 that it was wet].";
const article = annotated(
	[paragraph],
	["K1 person | Ana Roth | the mayor", "K2 anonymous | Sources", "1 K1 asserts", "2 K2 denies"],
);
const text = article.paragraphs[0] ?? "";

const read = (content: string, more: Partial<ReadClaim> = {}): ReadClaim => ({
	...readClaim("en", text, { content }),
	...more,
});
const shut = "It is shut for good";

describe("a claim that was read beside the annotated ones", () => {
	it.each([
		["the whole name", "Ana Roth", 1],
		["the name with a title that is the speaker's", "mayor Ana Roth", 1],
		["a last name alone", "Roth", 0.5],
		["a name with words that are not the speaker's", "Ana Roth Brandt", 0.5],
		["somebody else", "Tom Harlow", 0],
	])("by %s", (_, name, level) => {
		expect(matchClaims(article, [read(shut, { speaker: known(name) })])).toMatchObject([
			{ gold: 0, found: 0, level },
		]);
	});

	it("of nobody named is right where the article names nobody", () => {
		const [match] = matchClaims(article, [read("that it was wet", { act: "denies" })]);
		expect(match).toEqual({ gold: 1, found: 0, level: 1, sameAct: true });
	});

	it("says the same where both only tell, and not where one denies", () => {
		const same = (act: ReadClaim["act"]) => matchClaims(article, [read(shut, { act })])[0]?.sameAct;
		expect([same("confirms"), same("denies"), same("predicts")]).toEqual([true, false, false]);
	});

	it("matches by half of the shorter words, once, in its own passage", () => {
		expect(matchClaims(article, [read("for")])).toHaveLength(1);
		expect(matchClaims(article, [read("It is shut"), read("shut for good")])).toHaveLength(1);
		expect(matchClaims(article, [read(shut, { passage: 1 })])).toEqual([]);
		expect(matchClaims(article, [read("mayor")])).toEqual([]);
	});
});

it("scores are summed up as shares, without dividing by nothing", () => {
	const score = { gold: 4, found: 2, matched: 2, whole: 1, wrong: 1, act: 2, cards: 1 };
	expect(summary([score, score])).toBe(
		"gold 8 found 4 R 0.500 P 1.000 F 0.667 card 0.250 cardP 0.500 whole 0.500 wrong 0.500 act 1.000",
	);
});
