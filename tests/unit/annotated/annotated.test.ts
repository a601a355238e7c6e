import { describe, expect, it } from "vitest";
import { checkAnnotated } from "../../../tools/annotated/check.ts";
import { showAnnotated } from "../../../tools/annotated/show.ts";

const filler = Array.from({ length: 130 }, () => "Rain fell on the harbour").join(". ");

/** An annotated article of these paragraphs and table rows, whose head and length are right. */
function articleOf({
	paragraphs = [
		"“[c1 We were told to sign],” [s1 Ana Roth] [q1 told] [v1 Radio Halstead] [d1 on Tuesday].",
	],
	rows = ["K1 person | Ana Roth | a deckhand", "1 K1 alleges day=2025-03-11 via=Radio Halstead"],
	head = "published: 2025-03-12",
}: Partial<Record<"paragraphs" | "rows", string[]> & { head: string }> = {}): string {
	return [
		"language: en\ntitle: Ferry\noutlet: The Harbour Post\nregion: british\nfield: transport",
		`kind: report\nauthor: a\nround: 1\n${head}`,
		"===",
		...paragraphs,
		filler.slice(0, 700),
		"===",
		...rows,
	].join("\n");
}

const messages = (text: string): string[] => checkAnnotated(text).problems.map((p) => p.message);

describe("an annotated article", () => {
	it("is read with the offsets of its plain text", () => {
		const { article, problems } = checkAnnotated(articleOf());
		expect(problems).toEqual([]);
		const words = article.marks.map((m) => [
			m.letter,
			article.paragraphs[m.paragraph]?.slice(m.start, m.end),
		]);
		expect(words).toEqual([
			["c", "We were told to sign"],
			["s", "Ana Roth"],
			["q", "told"],
			["v", "Radio Halstead"],
			["d", "on Tuesday"],
		]);
		expect(article.claims[0]).toMatchObject({ day: "2025-03-11", via: ["Radio Halstead"] });
	});

	it("keeps marks that stand inside each other", () => {
		const { article } = checkAnnotated(
			articleOf({
				paragraphs: ["[s1 Roth] [q1 said] [c1 the union had [q2 warned] [c2 of strikes]]"],
			}),
		);
		const [paragraph = ""] = article.paragraphs;
		const contents = article.marks.filter((m) => m.letter === "c");
		expect(contents.map((m) => paragraph.slice(m.start, m.end))).toEqual([
			"of strikes",
			"the union had warned of strikes",
		]);
	});

	it("is laid out a claim at a time", () => {
		expect(showAnnotated(checkAnnotated(articleOf()).article)).toBe(
			[
				"Ferry · The Harbour Post · 2025-03-12",
				"1  Ana Roth (person, a deckhand) alleges",
				"    We were told to sign",
				"    source “Ana Roth”  cue “told”  day 2025-03-11 (on Tuesday) · via Radio Halstead",
			].join("\n"),
		);
	});
});

describe("what the checker finds", () => {
	const paragraph = "“[c1 We were told to sign],” [s1 Ana Roth] [q1 said].";
	const person = "K1 person | Ana Roth |";
	it.each([
		[
			"a mark that is never closed",
			{ paragraphs: ["[c1 We were told"] },
			"mark c1 is never closed",
		],
		["brackets that are no mark", { paragraphs: [`${paragraph} [sic`] }, "no mark: "],
		["an unknown act", { rows: [person, "1 K1 says"] }, 'claim 1: act "says" is none'],
		["a claim without its speaker's row", { rows: [person, "1 K2 asserts"] }, "claim 1: no row K2"],
		[
			"a claim whose content is not marked",
			{ paragraphs: ["[s1 Ana Roth] [q1 said] so."], rows: [person, "1 K1 asserts"] },
			"claim 1 has no content mark",
		],
		[
			"a mark without a row",
			{ paragraphs: [paragraph, "[c7 It rained]"], rows: [person, "1 K1 asserts"] },
			"mark c7: no row 7 in the tables",
		],
		[
			"a name that the article does not hold",
			{ paragraphs: [paragraph], rows: ["K1 person | Anna Roth |", "1 K1 asserts"] },
			'the name "Anna Roth" does not stand in the article in these words',
		],
		[
			"a day without its words",
			{ paragraphs: [paragraph], rows: [person, "1 K1 asserts day=2025-03-11"] },
			"claim 1 has a day and no d mark",
		],
		[
			"a day behind the article",
			{ head: "published: 2025-03-10" },
			"claim 1: 2025-03-11 lies behind the article",
		],
		[
			"a channel that the table does not name",
			{ rows: ["K1 person | Ana Roth |", "1 K1 alleges day=2025-03-11"] },
			"claim 1: a v mark without via",
		],
	])("%s", (_, parts, expected) => {
		expect(messages(articleOf(parts))).toEqual(
			expect.arrayContaining([expect.stringContaining(expected)]),
		);
	});
});
