import { describe, expect, it } from "vitest";
import { readClaims } from "../../../../src/attribution/engine.ts";
import { isQuestion } from "../../../../src/attribution/forms/asks.ts";
import { Claim } from "../../../../src/domain/article.ts";
import { claimsIn, passageOf, unnamed } from "./article.ts";
import { entities, type Language, rulesOf, words } from "./language.ts";
import { tinyWeights } from "./tiny.ts";

const lines: Record<Language, string[]> = {
	en: [
		"Snow lay on the hill.",
		"“the well is dry,” John Pike said.",
		"Pike denied that the pump is broken.",
	],
	ar: ["هبت الريح على التل.", "قال جمال النجار إن البئر جافة.", "ونفى النجار أن المضخة معطلة."],
};

describe.each(["en", "ar"] as const)("the claims of an article in %s", (language) => {
	const claims = claimsIn(language, lines[language]);

	it("are those of the frames that were learned, by a speaker known again by the last name", () => {
		const [pike, said] =
			language === "en"
				? ["John Pike", ["the well is dry", "the pump is broken"]]
				: ["جمال النجار", ["البئر جافة", "المضخة معطلة"]];
		expect(claims.map((c) => c.quote)).toEqual(said);
		expect(claims.map((c) => c.speaker.name)).toEqual([pike, pike]);
		expect(claims.map((c) => [c.speaker.kind, c.act])).toEqual([
			["person", "asserts"],
			["person", "denies"],
		]);
	});

	it("quote the passage word for word, in its order, at the offsets of the line", () => {
		for (const { quote, source } of claims) {
			const text = lines[language][source.line - 1] ?? "";
			expect(text.slice((source.start ?? 0) - 3, (source.end ?? 0) - 3)).toBe(quote);
		}
		expect(claims.map((c) => c.id)).toEqual(["t-c1", "t-c2"]);
	});

	it("are valid and say how sure they are to a thousandth", () => {
		for (const claim of claims) {
			expect(Claim.parse(claim)).toEqual(claim);
			expect(claim.confidence).toBe(Math.round((claim.confidence ?? 0) * 1_000) / 1_000);
		}
	});

	it("are the same when they are read again", () => {
		expect(claimsIn(language, lines[language])).toEqual(claims);
	});
});

describe("a speaker", () => {
	it("who is given in full only later is shown in full everywhere", () => {
		const claims = claimsIn("en", [
			"Pike denied that the pump is broken.",
			"“the well is dry,” John Pike said.",
		]);
		expect(claims.map((c) => c.speaker.name)).toEqual(["John Pike", "John Pike"]);
	});

	it("of whom the engine is not sure is unnamed, and is said to be so", () => {
		const weights = tinyWeights("en");
		const doubting = { ...weights, who: { ...weights.who, scale: -1 } };
		const claims = claimsIn("en", lines.en, doubting);
		expect(claims.map((c) => c.speaker)).toEqual([
			{ name: unnamed.en, kind: "anonymous", label: unnamed, unread: true },
			{ name: unnamed.en, kind: "anonymous", label: unnamed, unread: true },
		]);
		expect(claims.map((c) => c.quote)).toEqual(claimsIn("en", lines.en).map((c) => c.quote));
	});
});

describe("no claims", () => {
	it.each([
		["no passages", []],
		["empty passages", ["", " ", "\u200f"]],
		["passages that tell nothing", ["Snow lay on the hill."]],
	])("are read from %s", (_, passages) => {
		expect(claimsIn("en", passages)).toEqual([]);
	});

	it("are read from titles and subheads", () => {
		const [, said = ""] = lines.en;
		expect(claimsIn("en", [passageOf(said, 0, "title"), passageOf(said, 1, "subhead")])).toEqual(
			[],
		);
		expect(
			claimsIn("en", [passageOf(said, 0, "title"), passageOf(said, 1, "quote")]).map(
				(c) => c.passage,
			),
		).toEqual(["p2"]);
	});
});

describe("how sure a claim is", () => {
	const read = readClaims(lines.en, words.en, tinyWeights("en"), rulesOf("en"), entities);

	it("lies between nothing and all in every step", () => {
		const shares = read.flatMap((c) => [c.confidence, c.named, ...Object.values(c.sure)]);
		expect(shares.filter((s) => !(s >= 0 && s <= 1))).toEqual([]);
		expect(shares).toHaveLength(read.length * 10);
	});
});

describe("a question", () => {
	it.each(["Why is it shut?", "“Why is it shut?”", "لماذا أُغلق؟", "«لماذا أُغلق؟»", "Why? "])(
		"is %s",
		(text) => {
			expect(isQuestion(text)).toBe(true);
		},
	);

	it.each(["It is shut.", "", undefined, "Why? It is shut."])("is not %s", (text) => {
		expect(isQuestion(text)).toBe(false);
	});
});
