import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/domain/article.ts";
import { answererOf, article, claim } from "./doubles.ts";

/** A claim in one paragraph, and behind it a denial that names nothing itself. */
function quarrel([said, denial, words]: readonly [string, string, string]): Article[] {
	const of = article("of", [said, denial]);
	claim(of, 1, said, { speaker: { name: "Marsh", kind: "person" } });
	const name = { name: "Union", kind: "organisation" } as const;
	claim(of, 2, words, { act: "denies", speaker: name });
	const why = { ar: "س", en: "y" };
	of.contradictions = [{ claims: ["of-c1", "of-c2"], kind: "denial", strength: "direct", why }];
	return [of];
}

const told = {
	en: ["The union agreed to unpaid night shifts.", "The union denied this.", "this"],
	ar: ["وافقت النقابة على مناوبات ليلية.", "ونفت النقابة ذلك.", "ذلك"],
} as const;
const topics = { en: "night shifts", ar: "مناوبات ليلية" } as const;

describe.each(["en", "ar"] as const)("a denial that names nothing itself, in %s", (language) => {
	const answerer = answererOf(quarrel(told[language]));
	const text = topics[language];

	it("is found by what it denies where denials are asked for, and carries it", async () => {
		const answer = await answerer.answer({ command: "claims", text, stance: "denies" });
		expect(answer).toMatchObject({
			answered: true,
			items: [{ claim: { act: "denies" }, contradictedBy: [{ quote: told[language][0] }] }],
		});
	});

	it("is found by who denies", async () => {
		const answer = await answerer.answer({ command: "claims", text, by: "Union" });
		expect(answer.items).toMatchObject([{ claim: { act: "denies" } }]);
	});

	it("stands once, beside what it denies, where everything is asked for", async () => {
		const answer = await answerer.answer({ command: "claims", text });
		expect(answer.items).toMatchObject([
			{ claim: { act: "asserts" }, contradictedBy: [{ claim: { act: "denies" } }] },
		]);
	});

	it("is no answer of other acts", async () => {
		const answer = await answerer.answer({ command: "claims", text, stance: "warns" });
		expect(answer.answered).toBe(false);
	});
});

it("a denial that names what it denies is found by that alone", async () => {
	const answerer = answererOf(
		quarrel([
			"The union agreed to unpaid night shifts.",
			"The union denied taking any money from the ferry owners.",
			"taking any money from the ferry owners",
		]),
	);
	const answer = await answerer.answer({
		...{ command: "claims", text: "night shifts", stance: "denies" },
	});
	expect(answer.answered).toBe(false);
});

it("a denial in another article's outlet brings in nothing of this one", async () => {
	const [of] = quarrel(["The union agreed to unpaid night shifts.", "Nothing more.", "Nothing"]);
	const other = article("other", ["The union denied this."]);
	claim(other, 1, "this", { act: "denies", speaker: { name: "Union", kind: "organisation" } });
	other.outlet = "Ferry Times";
	const why = { ar: "س", en: "y" };
	if (!of) throw new Error("no article");
	of.contradictions = [{ claims: ["of-c1", "other-c1"], kind: "denial", strength: "direct", why }];
	const answerer = answererOf([of, other]);
	const answer = await answerer.answer({
		...{ command: "search", text: "night shifts", outlet: "Ferry Times" },
	});
	expect(answer.items.filter((item) => item.kind !== "source")).not.toContainEqual(
		expect.objectContaining({ citation: expect.objectContaining({ article: "of" }) }),
	);
});
