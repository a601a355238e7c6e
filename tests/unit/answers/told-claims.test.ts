import { describe, expect, it } from "vitest";
import { counterparts } from "../../../src/answers/items/cite.ts";
import { Library } from "../../../src/answers/library.ts";
import type { Article } from "../../../src/domain/article.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** English articles of one line each, of outlets of their own, with the pairs between them. */
async function related(...lines: string[]): Promise<Article[]> {
	const articles = lines.map((line, i): Article => {
		const skeleton = { ...articleOf([line], `2023-05-0${i + 4}`), id: `a-${i}` };
		const whole = {
			...skeleton,
			language: "en",
			title: null,
			outlet: `Paper ${i}`,
			url: null,
			source: { file: `${i}.txt`, sha256: "0".repeat(64) },
			rendering: "verbatim",
		} as const;
		return { ...whole, ...extraction.extract(whole) };
	});
	const held = await extraction.relate(articles);
	return articles.map((each) => ({ ...each, contradictions: held.get(each.id) ?? [] }));
}

const ordered =
	"The court ordered the Tolmin refinery to pay the fishermen 3.4 million dollars in compensation.";
const other =
	"The Tolmin refinery was ordered by the court to pay the fishermen 4.8 million dollars in compensation.";
const said =
	"The court ordered the Tolmin refinery to pay the fishermen 4.8 million dollars in compensation, their lawyer Ana Reis said.";

const refsOf = (articles: readonly Article[]) =>
	articles.flatMap((article) => article.passages.map((passage) => ({ article, passage })));

describe("what articles tell themselves", () => {
	it("is listed where no claim stands against it, each beside the other", async () => {
		const articles = await related(ordered, other);
		const library = new Library(articles);
		const listed = refsOf(articles).flatMap((ref) => library.claims(ref));
		expect(listed.map(({ claim }) => claim.quote)).toEqual([
			ordered.slice(0, -1),
			other.slice(0, -1),
		]);
		const [first] = listed.flatMap((ref) => counterparts(ref, library, "en"));
		expect(first).toMatchObject({
			quote: other.slice(0, -1),
			claim: { speaker: { label: { en: "The article in its own words" } }, told: true },
			citation: { article: "a-1", outlet: "Paper 1", start: 0 },
		});
	});

	it("stands beside the claim that it is against, and in no list itself", async () => {
		const articles = await related(ordered, said);
		const library = new Library(articles);
		const listed = refsOf(articles).flatMap((ref) => library.claims(ref));
		expect(listed.map(({ claim }) => claim.speaker.name)).toEqual(["Ana Reis"]);
		const rivals = listed.flatMap((ref) => counterparts(ref, library, "en"));
		expect(rivals.map(({ quote }) => quote)).toEqual([ordered.slice(0, -1)]);
		expect(refsOf(articles).flatMap((ref) => library.allClaims(ref))).toHaveLength(2);
	});

	it("is gone where its passage was taken down", async () => {
		const [first, second] = (await related(ordered, said)) as [Article, Article];
		const library = new Library([{ ...first, passages: [] }, second]);
		const listed = refsOf([second]).flatMap((ref) => library.claims(ref));
		expect(listed).toHaveLength(1);
		expect(listed.flatMap((ref) => library.rivals(ref.claim))).toEqual([]);
	});
});
