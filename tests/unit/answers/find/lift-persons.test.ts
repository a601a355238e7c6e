import { expect, it } from "vitest";
import { liftPersons } from "../../../../src/answers/find/lift-persons.ts";
import { Library } from "../../../../src/answers/library.ts";
import type { Article } from "../../../../src/domain/article.ts";
import type { PassageHit } from "../../../../src/domain/passage-search.ts";
import { article, claim, names } from "../doubles.ts";

const holt = { name: "Lena Holt", kind: "person" as const };
const persons = [{ name: "Lena Holt", words: ["holt"] }];

/** All passages, those with the name first, else each below the one before it. */
function hitsOf(of: Article): PassageHit[] {
	return of.passages.map((passage, n) => ({
		article: of,
		passage,
		score: (passage.text.includes("Holt") ? 20 : 10) - n,
		coverage: 0.5,
		matched: new Set(),
		asked: [
			{ word: "visit", share: 0.5, held: 0 },
			{ word: "holt", share: 0.5, held: passage.text.includes("Holt") ? 1 : 0 },
		],
	}));
}

function order(of: Article): number[] {
	return liftPersons(hitsOf(of), persons, new Library([of]), names).map(
		({ passage }) => passage.source.line,
	);
}

it("lifts a passage that has only the title of the person asked for", () => {
	const of = article("of", [
		"The Harbour Minister Lena Holt spoke.",
		"Nobody came.",
		"Then the Harbour Minister left.",
	]);
	claim(of, 1, "spoke", { speaker: holt });
	expect(order(of)).toEqual([1, 3, 2]);
});

it("lifts a passage whose claim is the person's", () => {
	const of = article("of", ["Lena Holt came.", "Nobody came.", "She said that it was over."]);
	claim(of, 1, "came", { speaker: holt });
	claim(of, 3, "it was over", { speaker: holt });
	expect(order(of)).toEqual([1, 3, 2]);
});

it("does not take a title that two persons have, nor words that are none", () => {
	const of = article("of", [
		"The Harbour Minister Lena Holt met the Harbour Minister Radek Novotny.",
		"Nobody came.",
		"Then the Harbour Minister left, and she came.",
	]);
	claim(of, 1, "met", { speaker: holt });
	claim(of, 1, "Harbour", { speaker: { name: "Radek Novotny", kind: "person" } });
	expect(order(of)).toEqual([1, 2, 3]);
});

it("knows an Arabic title behind a conjunction and with a possessive", () => {
	const of = article("of", [
		"وصل نظيره النرويجي عمر سالم.",
		"لم يحضر أحد.",
		"ونظيره النرويجي غادر.",
	]);
	claim(of, 1, "وصل", { speaker: { name: "عمر سالم", kind: "person" } });
	const asked = [{ name: "عمر سالم", words: ["holt"] }];
	const lifted = liftPersons(hitsOf(of), asked, new Library([of]), names);
	expect(lifted.map(({ passage }) => passage.source.line)[1]).toBe(3);
});
