import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/domain/article.ts";
import { languageOf } from "../../../src/language/text/tokens.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** An article in which these speak; each claim is [line, act, speaker, words]. */
type Said = [
	line: number,
	act: "asserts" | "alleges" | "accuses" | "denies",
	who: string,
	words: string,
];

function article(id: string, lines: string[], said: Said[]): Article {
	const language = languageOf(lines.join(" "));
	const skeleton = { ...articleOf(lines, "2024-03-12"), id, language };
	const claims = said.map(([line, act, name, quote], n) => {
		const passage = skeleton.passages[line - 1];
		const at = passage?.text.indexOf(quote) ?? -1;
		if (!passage || at < 0) throw new Error(`No "${quote}" on line ${line}`);
		const start = (passage.source.start ?? 0) + at;
		return {
			...{ id: `${id}-c${n + 1}`, passage: passage.id, quote, act, hedged: false },
			source: { line: passage.source.line, start, end: start + quote.length },
			speaker: { name, kind: "person" as const },
			...{ via: [], about: [], topics: [] },
			saidOn: {
				value: null,
				precision: "none" as const,
				basis: "unknown" as const,
				expression: null,
			},
		};
	});
	return {
		...skeleton,
		...{ title: null, outlet: null, url: null, rendering: "verbatim", events: [], figures: [] },
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		...{ claims, contradictions: [] },
	} as unknown as Article;
}

async function denied(...articles: Article[]): Promise<string[][]> {
	const held = await extraction.relate(articles);
	const within = articles.map((each) => extraction.contradictions.within(each));
	const words = new Map(
		articles.flatMap(({ claims }) => claims.map(({ id, quote }) => [id, quote])),
	);
	return [...within.flat(), ...[...held.values()].flat()].map(({ claims }) =>
		claims.map((id) => words.get(id) ?? ""),
	);
}

describe("a denial of “it”", () => {
	it.each([
		[
			[
				"Ines Holt said the choir sang in June.",
				"The guards alleged that the tickets were forged. Bela Stern, the director, denied this.",
			],
			[
				[1, "asserts", "Ines Holt", "the choir sang in June"],
				[2, "alleges", "guards", "the tickets were forged"],
				[2, "denies", "Bela Stern", "this"],
			],
			["the tickets were forged", "this"],
		],
		[
			[
				"قالت سلوى مراد إن الجوقة غنت في يونيو.",
				"وزعم الحراس أن التذاكر مزورة. ونفى المدير بلال ستيتية ذلك.",
			],
			[
				[1, "asserts", "سلوى مراد", "الجوقة غنت في يونيو"],
				[2, "alleges", "الحراس", "التذاكر مزورة"],
				[2, "denies", "بلال ستيتية", "ذلك"],
			],
			["التذاكر مزورة", "ذلك"],
		],
		[
			[
				"Ines Holt said the choir sang in June.",
				"A newspaper said the tickets were sold twice. That was denied by the cashier. Bela Stern denied it.",
			],
			[
				[1, "asserts", "Ines Holt", "the choir sang in June"],
				[2, "asserts", "newspaper", "the tickets were sold twice"],
				[2, "denies", "Bela Stern", "it"],
			],
			["the tickets were sold twice", "it"],
		],
	] as [string[], Said[], string[]][])(
		"is of what is charged before it, and of nothing farther off",
		async (lines, said, pair) => {
			expect(await denied(article("choir", lines, said))).toEqual([pair]);
		},
	);

	it("is of that of two claims of one speaker which its own sentence speaks of", async () => {
		const lines = [
			"Ines Holt said the cracks in the wall were shallow and that the pool was half full.",
			"Bela Stern denied that and put the depth of the cracks at two metres.",
		];
		const pairs = await denied(
			article("wall", lines, [
				[1, "asserts", "Ines Holt", "the cracks in the wall were shallow"],
				[1, "asserts", "Ines Holt", "the pool was half full"],
				[2, "denies", "Bela Stern", "that"],
			]),
		);
		expect(pairs).toEqual([["the cracks in the wall were shallow", "that"]]);
	});

	it("is of no claim of another article", async () => {
		const one = article(
			"north",
			["A leaflet alleged the mayor of the village had fled the festival."],
			[[1, "alleges", "leaflet", "the mayor of the village had fled the festival"]],
		);
		const other = article(
			"south",
			["The mayor of the village, Bela Stern, denied it at the festival."],
			[[1, "denies", "Bela Stern", "it"]],
		);
		expect(await denied(one, other)).toEqual([]);
	});
});

it("takes a charge of forgery for no rejection of what another one said", async () => {
	const lines = [
		"Ines Holt said the choir sang in June.",
		"The guards said the tickets were forged.",
	];
	const pairs = await denied(
		article("forged", lines, [
			[1, "asserts", "Ines Holt", "the choir sang in June"],
			[2, "asserts", "guards", "the tickets were forged"],
		]),
	);
	expect(pairs).toEqual([]);
});
