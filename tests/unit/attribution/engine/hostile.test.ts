import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaims } from "../../../../src/attribution/engine.ts";
import { featuresOf } from "../../../../src/attribution/sequence/features.ts";
import { anyCharacter } from "../../../any-character.ts";
import { claimsIn } from "./article.ts";
import { entities, type Language, rulesOf, viewIn, words } from "./language.ts";
import { tinyWeights } from "./tiny.ts";

const frames: Record<Language, string> = {
	en: "“the well is dry,” John Pike said.",
	ar: "قال جمال النجار إن البئر جافة.",
};

function checkQuotes(language: Language, lines: readonly string[]): number {
	const claims = claimsIn(language, lines);
	for (const { quote, source } of claims) {
		const text = lines[source.line - 1] ?? "";
		expect(text.slice((source.start ?? 0) - 3, (source.end ?? 0) - 3)).toBe(quote);
		expect(quote).not.toBe("");
	}
	return claims.length;
}

const hostile: [string, string][] = [
	["1,000 words without a mark", "rain ".repeat(1_000)],
	["1,000 Arabic words without a mark", "مطر ".repeat(1_000)],
	["500 nested quotations", `${"“".repeat(500)}It is shut${"”".repeat(500)}, Ana Roth said.`],
	["1,000 quotation marks that never close", "«".repeat(1_000)],
	["500 turning marks", "\"a' ".repeat(500)],
	["one word of 50,000 letters", "م".repeat(50_000)],
	["5,000 hyphens", "a-".repeat(5_000)],
	["500 times said", "said ".repeat(500)],
	[
		"marks of direction in every word",
		"\u202e“the\u200f well\u202b is\u2069 dry,”\u202c John\u200e Pike\u200f said.\u202c",
	],
	["lone surrogates", "“\ud800 the well \udc00,” John Pike said \ud83d."],
	["controls", "“the\u0000 well\u0007 is dry,”\u001b[2J John Pike said."],
	["emoji", "👩‍👩‍👧 “the 🌊 is dry,” 🤖 said 👍🏽."],
	["tashkeel without letters", "\u064b\u064c\u0651 \u0640\u0640\u0640 ".repeat(200)],
	["only marks", ".,;:!?…—()[]{}".repeat(100)],
];

describe.each(["en", "ar"] as const)("hostile passages in %s", (language) => {
	it.each(hostile)("%s: all quotations are in the text, those around it too", (_, noise) => {
		const found = checkQuotes(language, [frames[language], noise, frames[language]]);
		expect(found).toBeGreaterThanOrEqual(2);
	});

	it("of any characters are read without an error", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"“",
				"”",
				"«",
				"»",
				'"',
				"''",
				" ",
				".",
				"said",
				"قال",
				"إن",
				"Ana Roth",
				"سامي الحداد",
				"Monday",
				"\u202e",
			),
			fc.string({ unit: anyCharacter, maxLength: 4 }),
		);
		const passage = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(" "));
		fc.assert(
			fc.property(fc.array(passage, { maxLength: 3 }), (lines) => {
				checkQuotes(language, lines);
			}),
			{ numRuns: 20 },
		);
	});
});

it("an article of a hundred short passages lets each of its claims be", () => {
	expect(
		checkQuotes(
			"en",
			Array.from({ length: 100 }, () => frames.en),
		),
	).toBe(100);
});

describe("the work of a passage", () => {
	/** How often the second look asks what the first one found. */
	const visits = (text: string): number => {
		const view = viewIn("en", text);
		const { length } = view.tokens;
		let count = 0;
		const first = new Proxy(new Uint8Array(length), {
			get(labels, key) {
				if (typeof key === "string" && /^\d/.test(key)) count++;
				return Reflect.get(labels, key, labels);
			},
		});
		featuresOf(view, { inner: false, rules: new Uint8Array(length), first });
		return count;
	};

	it("grows with its sentences and no faster", () => {
		const [small, large] = [visits("Rain fell. ".repeat(50)), visits("Rain fell. ".repeat(200))];
		expect(large).toBeLessThanOrEqual(small * 4.5);
	});

	it("grows with the length of a sentence and no faster", () => {
		const [small, large] = [visits("rain ".repeat(50)), visits("rain ".repeat(200))];
		expect(large).toBeLessThanOrEqual(small * 4.5);
	});

	/** How often the words of speakers and cues are looked at while a passage is read. */
	const looks = (claims: number): number => {
		let count = 0;
		const weights = tinyWeights("en");
		const tie = {
			...weights.tie,
			weights: new Proxy(
				weights.tie.weights,
				counting(() => count++),
			),
		};
		readClaims(
			[`${frames.en} `.repeat(claims)],
			words.en,
			{ ...weights, tie },
			rulesOf("en"),
			entities,
		);
		return count;
	};
	const counting = (note: () => void): ProxyHandler<Float32Array | Int8Array> => ({
		get(list, key) {
			if (typeof key === "string" && /^\d/.test(key)) note();
			return Reflect.get(list, key, list);
		},
	});

	// Open: each content is weighed against every cue, channel and day of its passage.
	it.fails("grows with the claims of a passage and no faster", () => {
		const [small, large] = [looks(4), looks(16)];
		expect(large).toBeLessThanOrEqual(small * 4.5);
	});
});
