import { describe, expect, it } from "vitest";
import { layOut } from "../../../adapters/console/layout.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Article, Claim } from "../../../src/domain/article.ts";
import { languageKeys } from "../../../src/domain/sets/languages.ts";
import { answererOf, article, claim, say } from "./doubles.ts";

const union = { name: "Dockers' union", kind: "organisation" } as const;
const mayor = { name: "Lena Holt", kind: "person" } as const;

function against(of: Article, said: Claim, denial: Claim, strength: "direct" | "partial") {
	of.contradictions.push({
		claims: [said.id, denial.id],
		kind: "denial",
		strength,
		scope: strength === "direct" ? "whole" : "part",
		why: { en: "It touches part of it.", ar: "يمس جزءا منه." },
	});
}

type Case = {
	lines: string[];
	denied: [line: number, quote: string, topics?: string[]];
	denial: [line: number, quote: string, topics?: string[]];
	strength?: "direct" | "partial";
	/** A further claim that the same denial answers. */
	also?: [line: number, quote: string];
};

function harbour({ lines, denied, denial, strength = "partial", also }: Case): Article {
	const of = article("wire", lines);
	const [line, quote, topics = []] = denied;
	const said = claim(of, line, quote, { speaker: mayor, topics });
	const [at, words, named = []] = denial;
	const denies = claim(of, at, words, { speaker: union, act: "denies", topics: named });
	against(of, said, denies, strength);
	if (also) against(of, claim(of, ...also), denies, strength);
	return of;
}

const asked = (articles: Article[]): Promise<Answer> =>
	answererOf(articles).answer({ command: "claims", text: "harbour mayor closed", limit: 1 });

const strengthIn = ({ items: [item] }: Answer) =>
	item?.kind === "claim" ? item.contradictedBy?.[0]?.strength : undefined;

const bare: Case = {
	lines: ["The mayor said the harbour closed.", "The union denied these claims flatly."],
	denied: [1, "the harbour closed"],
	denial: [2, "these claims flatly"],
};
const beside: Case = {
	lines: [
		"The mayor said the harbour closed, the union that the harbour and quay never ever shut.",
	],
	denied: [1, "the harbour closed"],
	denial: [1, "the harbour and quay never ever shut"],
};

describe("a denial of which nothing tells how far it goes", () => {
	it.each<[string, Case]>([
		["that points at what was said", bare],
		["that speaks of the one claim of its paragraph that it answers", beside],
		[
			"that names all that the claim is about",
			{
				...beside,
				denied: [1, "the harbour closed", ["harbour"]],
				denial: [1, "the harbour and quay never ever shut", ["harbour", "denial"]],
			},
		],
	])("%s is told to deny it, and neither all nor a part", async (_, given) => {
		const answer = await asked([harbour(given)]);
		expect(strengthIn(answer)).toBe("unscoped");
		for (const language of languageKeys) {
			const text = layOut({ ...answer, language }, say, { width: 200, color: false });
			expect(text).not.toMatch(/in part|بعضه|لجزء/);
			expect(text).toContain("Dockers' union");
		}
		expect(answer.verdict?.text).toBe("Said by Lena Holt; denied by Dockers' union.");
	});

	it("says so where it is checked, in both languages", async () => {
		const [item] = (await asked([harbour(bare)])).items;
		const why = item?.kind === "claim" ? item.contradictedBy?.[0]?.why : undefined;
		expect(why?.en).toMatch(/^The denial by Dockers' union answers this/);
		expect(why?.ar).toMatch(/^نفي Dockers' union/);
	});
});

describe("a denial of a part", () => {
	it.each<[string, Case]>([
		[
			"names something beside which the claim tells more",
			{
				...beside,
				denied: [1, "the harbour closed", ["harbour", "jobs"]],
				denial: [1, "the harbour and quay never ever shut", ["harbour", "denial"]],
			},
		],
		[
			"answers several claims of its article",
			{ ...beside, lines: [...beside.lines, "Trade fell."], also: [2, "Trade fell"] },
		],
		[
			"speaks of nothing that the claim of its paragraph says",
			{
				lines: ["The mayor said the harbour closed, the union that no single worker lost wages."],
				denied: [1, "the harbour closed"],
				denial: [1, "no single worker lost wages"],
			},
		],
	])("%s", async (_, given) => {
		const answer = await asked([harbour(given)]);
		expect(strengthIn(answer)).toBe("partial");
		expect(answer.verdict?.text).toMatch(/denied in part by Dockers' union/);
	});

	it("is one of another article", async () => {
		const of = article("wire", ["The mayor said the harbour closed."]);
		const said = claim(of, 1, "the harbour closed", { speaker: mayor });
		const other = article("other", ["The union denied these claims."]);
		const denial = claim(other, 1, "these claims", { speaker: union, act: "denies" });
		against(of, said, denial, "partial");
		expect(strengthIn(await asked([of, other]))).toBe("partial");
	});
});

it("leaves what somebody wrote as it is", async () => {
	const of = harbour(bare);
	for (const pair of of.contradictions) delete pair.scope;
	const answer = await asked([of]);
	expect(strengthIn(answer)).toBe("partial");
	const [item] = answer.items;
	expect(item?.kind === "claim" && item.contradictedBy?.[0]?.why.en).toBe("It touches part of it.");
});

it("leaves what is sure as it is", async () => {
	expect(strengthIn(await asked([harbour({ ...bare, strength: "direct" })]))).toBe("direct");
});
