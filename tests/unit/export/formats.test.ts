import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { writeAtom } from "../../../adapters/export/write-atom.ts";
import { writeCsl } from "../../../adapters/export/write-csl.ts";
import { writeJsonLd } from "../../../adapters/export/write-json-ld.ts";
import { writeJsonLines } from "../../../adapters/export/write-json-lines.ts";
import { writeRis } from "../../../adapters/export/write-ris.ts";
import type { ExportedClaim } from "../../../src/domain/exported.ts";
import { languageKeys } from "../../../src/domain/sets/languages.ts";
import { say } from "../answers/doubles.ts";
import { exportedClaim } from "./claims.ts";
import { strangeIn } from "./schema-terms.ts";

const claim = exportedClaim();
const withdrawn = exportedClaim({
	id: "marfa-c1",
	article: {
		...claim.article,
		id: "marfa",
		title: "عنوان\r\nER  - \r\nTY  - ",
		standing: "withdrawn",
	},
	saidOn: { value: "2024-03-01/2024-03-04", precision: "interval", basis: "printed" },
});
const kinds = ["person", "organisation", "state", "outlet", "document", "anonymous"] as const;
const everyKind = kinds.map((kind) =>
	exportedClaim({ id: kind, speaker: { ...claim.speaker, kind } }),
);
const told = (records: readonly ExportedClaim[], language: "en" | "ar" = "en") => ({
	...{ kind: "claims" as const, records, language, say },
});

describe("JSON-LD", () => {
	it.each(languageKeys)("is made of schema.org's terms alone (%s)", (language) => {
		const text = [...writeJsonLd(told([claim, withdrawn, ...everyKind], language))].join("");
		const read = JSON.parse(text);
		expect(read["@context"]).toBe("https://schema.org");
		expect(read["@graph"]).toHaveLength(8);
		expect(read["@graph"].flatMap(strangeIn)).toEqual([]);
		expect(text).not.toMatch(/rating|verdict/i);
	});

	it("tells who claims what, where it appeared and when, and what was corrected", () => {
		const [made] = JSON.parse([...writeJsonLd(told([claim]))].join(""))["@graph"];
		expect(made).toMatchObject({
			"@type": "Claim",
			text: claim.quote,
			author: { "@type": "Person", name: "Nadia Rahal", alternateName: ["نادية رحال"] },
			datePublished: "2024-03-03",
			appearance: {
				"@type": "NewsArticle",
				headline: "Sludge",
				datePublished: "2024-03-04",
				publisher: { "@type": "NewsMediaOrganization", name: "Harbour Post" },
			},
			correction: [
				{ "@type": "CorrectionComment", text: "It was silt.", datePublished: "2024-03-06" },
				{ "@type": "CorrectionComment", text: expect.stringContaining("speaker") },
			],
		});
		expect(made.citation).toContain("Nadia Rahal › Coast Daily, in Harbour Post");
	});

	it("names no author where there is none, and sees what is wrong", () => {
		const made = [...writeJsonLd(told(everyKind.slice(4)))].join("");
		expect(made).not.toContain('"author"');
		const wrong = { "@type": "Claim", author: { "@type": "Claim" }, verdict: "x", url: "no url" };
		expect(strangeIn(wrong)).toEqual(
			["author: a Claim", "verdict", "url: no url"].map((each) =>
				each === "verdict" ? "Claim.verdict" : each,
			),
		);
	});
});

describe("JSON Lines", () => {
	it("holds each record as it is", () => {
		const quote = 'قالت "الوزارة"\u2028\u202e=1';
		const lines = [...writeJsonLines(told([exportedClaim({ quote }), claim]))].join("");
		expect(lines).not.toMatch(/[\u2028\u202e]/);
		const [first] = lines
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(first).toMatchObject({
			kind: "claims",
			quotation: quote,
			end_line: 2,
			via: ["Coast Daily"],
		});
	});
});

describe("citations", () => {
	it("are RIS, each article once, with no field that a title forged", () => {
		const text = [...writeRis(told([claim, claim, withdrawn]))].join("");
		const entries = text
			.split("\r\n\r\n")
			.filter(Boolean)
			.map((entry) => entry.split("\r\n"));
		expect(entries).toHaveLength(2);
		for (const lines of entries) {
			for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
			expect(lines.filter((line) => /^(TY|ER)/.test(line))).toEqual(["TY  - NEWS", "ER  - "]);
		}
		expect(text).toContain("DA  - 2024/03/04/\r\n");
		expect(entries[1]).toContain("N1  - Withdrawn by its publisher.");
	});

	it("are items of CSL", () => {
		expect(JSON.parse([...writeCsl(told([claim, claim]))].join(""))).toEqual([
			{
				...{ id: "harbour", type: "article-newspaper", language: "en", title: "Sludge" },
				...{ "container-title": "Harbour Post", URL: claim.article.url },
				issued: { "date-parts": [[2024, 3, 4]] },
			},
		]);
		expect(JSON.parse([...writeCsl(told([]))].join(""))).toEqual([]);
	});
});

describe("a feed", () => {
	const at = Date.UTC(2024, 2, 7, 8, 30);
	const parts = {
		topic: "reef & sludge",
		key: "reef",
		updated: 0,
		self: "https://reader.example/x/claims.atom?q=a&k=1",
		say,
	};
	const hostile = exportedClaim({ id: "b", quote: "]]> <script>&amp;\u0001 \ud800 قال" });

	it.each(languageKeys)("is read by a reader of feeds (%s)", (language) => {
		const entries = [
			{ claim, at },
			{ claim: hostile, at: at - 1 },
		];
		const text = [...writeAtom({ ...parts, entries, language })].join("");
		const feed = parseAtomFeed(text);
		expect(feed.title).toMatchObject({ value: expect.stringContaining("reef & sludge") });
		expect(feed.updated).toBe("2024-03-07T08:30:00.000Z");
		expect(feed.links).toMatchObject([{ rel: "self", href: parts.self }]);
		expect(feed.entries).toHaveLength(2);
		expect(feed.entries?.[0]).toMatchObject({
			updated: "2024-03-07T08:30:00.000Z",
			content: { value: claim.quote },
			links: [{ rel: "alternate", href: claim.reader }],
		});
		expect(feed.entries?.[1]?.content?.value).toBe("]]> <script>&amp;\ufffd \ufffd قال");
		for (const { id } of [feed, ...(feed.entries ?? [])])
			expect(id).toMatch(
				/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
			);
	});

	it("keeps the id of a claim, and of itself, whatever else changes", () => {
		const idsOf = (of: ExportedClaim, language: "en" | "ar") => {
			const text = [...writeAtom({ ...parts, entries: [{ claim: of, at }], language })].join("");
			return text.match(/<id>[^<]*/g);
		};
		const other = exportedClaim({ quote: "other", act: "denies" });
		expect(idsOf(other, "ar")).toEqual(idsOf(claim, "en"));
		expect(idsOf(exportedClaim({ id: "z" }), "en")).not.toEqual(idsOf(claim, "en"));
	});
});
