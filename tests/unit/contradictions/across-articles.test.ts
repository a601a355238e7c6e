import { describe, expect, it } from "vitest";
import { loadExtraction } from "../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { Article } from "../../../src/domain/article.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** An article of one line, its claims read from it. */
function article(
	id: string,
	published: string,
	line: string,
	outlet: string | null = null,
): Article {
	const language = /[a-z]/.test(line) ? "en" : "ar";
	const skeleton = { ...articleOf([line], published), id, language } as const;
	return {
		...skeleton,
		title: null,
		outlet,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		rendering: "verbatim",
		...extraction.extract(skeleton),
	};
}

const accusation = article("a-1", "2023-05-04", "واتهمت فرنسا إيران بتهريب السلاح.");
const denial = article("b-2", "2023-05-06", "ونفت طهران تهريب السلاح.");
const other = article("c-3", "2023-05-07", "ونفت طهران بيع النفط.");
const stranger = article("d-4", "2023-05-08", "ونفت اليابان تهريب السلاح.");

const harbour = article(
	"e-5",
	"2023-05-04",
	"The court ordered the Tolmin refinery to pay the fishermen 3.4 million dollars in compensation.",
	"The Harbour",
);
const ledger = article(
	"f-6",
	"2023-05-05",
	"The Tolmin refinery was ordered by the court to pay the fishermen 4.8 million dollars in compensation.",
	"The Ledger",
);

const relate = (articles: readonly Article[]) => extraction.relate(articles);

describe("contradictions across articles", () => {
	it("hold the denial in the later article, whichever was read first", async () => {
		for (const order of [
			[accusation, denial],
			[denial, accusation],
		]) {
			const held = await relate(order);
			expect(held.get("b-2")).toMatchObject([{ kind: "denial" }]);
			expect(held.get("a-1")).toEqual([]);
		}
	});

	it("are none where something else is denied", async () => {
		expect((await relate([accusation, other])).get("c-3")).toEqual([]);
	});

	it("are none where somebody denies who was not accused", async () => {
		expect((await relate([accusation, stranger])).get("d-4")).toEqual([]);
	});

	it("are found between an article that comes in and one that was there", async () => {
		const { relate } = await loadExtraction(indexDataFolder, "rules");
		const before = await relate([accusation]);
		expect(before.get("a-1")).toEqual([]);
		const held = await relate([denial], [accusation]);
		expect(held.get("b-2")).toMatchObject([{ claims: ["a-1-c1", "b-2-c1"] }]);
		const holding = { ...denial, contradictions: held.get("b-2") ?? [] };
		expect((await relate([other], [accusation, holding])).get("b-2")).toHaveLength(1);
	});

	it("are found by what an article says now, when it was read anew", async () => {
		const { relate } = await loadExtraction(indexDataFolder, "rules");
		const reread = { ...denial, claims: other.claims, passages: other.passages };
		await relate([reread], [accusation]);
		// Written anew with the same words: nothing changes.
		expect((await relate([{ ...accusation }], [reread])).get("b-2")).toEqual([]);
		expect((await relate([accusation], [denial])).get("b-2")).toHaveLength(1);
	});

	it("are of what articles tell themselves, and bring it with them", async () => {
		const [pair, ...more] = (await relate([harbour, ledger])).get("f-6") ?? [];
		expect(more).toEqual([]);
		expect(pair).toMatchObject({ kind: "figures", told: [{ article: "e-5" }, { article: "f-6" }] });
		for (const { article: id, claim } of pair?.told ?? []) {
			const { text } = (id === "e-5" ? harbour : ledger).passages[0] as { text: string };
			expect(text.slice(claim.source.start ?? 0, claim.source.end ?? 0)).toBe(claim.quote);
			expect(claim.speaker.name).toBe("The article in its own words");
		}
	});

	it("of what articles tell themselves stay with both and go with either", async () => {
		const pairs = (await relate([harbour, ledger])).get("f-6") ?? [];
		const holding = { ...ledger, contradictions: pairs };
		expect(pairs).toHaveLength(1);
		const related = (kept: Article[]) => extraction.relate([other], kept);
		expect((await related([harbour, holding])).get("f-6")).toEqual(pairs);
		expect((await related([holding])).get("f-6")).toEqual([]);
	});

	it("are none where one outlet tells another figure later", async () => {
		const later = { ...ledger, outlet: "The Harbour" };
		expect((await relate([harbour, later])).get("f-6")).toEqual([]);
	});

	it("go when the article they speak of is gone", async () => {
		const [pair] = (await relate([accusation, denial])).get("b-2") ?? [];
		const holding = { ...denial, contradictions: pair ? [pair] : [] };
		expect((await relate([holding])).get("b-2")).toEqual([]);
	});
});
