import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, listCell, readCell, readList } from "../../../adapters/export/csv-cells.ts";
import { csvRow } from "../../../adapters/export/csv-rows.ts";
import { writeCsv } from "../../../adapters/export/write-csv.ts";
import type { ExportedClaim } from "../../../src/domain/exported.ts";
import { anyCharacter } from "../../any-character.ts";
import { say } from "../answers/doubles.ts";
import { exportedClaim } from "./claims.ts";
import { readCsv, recordsOf } from "./read-csv.ts";

const csvOf = (records: readonly ExportedClaim[]) =>
	[...writeCsv({ kind: "claims", records, language: "en", say })].join("");

/** As a spreadsheet looks at a cell: blanks, marks and what nobody sees taken off, widths made equal. */
const asSpreadsheet = (cell: string) =>
	cell.normalize("NFKC").replace(/^[\p{Z}\p{Cc}\p{Cf}"]+/u, "");

const hostile = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.string({ unit: anyCharacter }),
	fc
		.tuple(
			fc.constantFrom(
				"",
				" ",
				"\t",
				"\r",
				"\n",
				"\u200f",
				"\u061c",
				"\ufeff",
				'"',
				"'",
				"،",
				"\u00a0",
			),
			fc.constantFrom(
				"=",
				"+",
				"-",
				"@",
				"＝",
				"＋",
				"－",
				"＠",
				"﹢",
				"'",
				"قال",
				"|",
				"\\",
				",",
				'"',
			),
			fc.constantFrom("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("x")', 'وزارة، "قالت"', "\r\nx", ""),
		)
		.map((parts) => parts.join("")),
);

describe("a cell", () => {
	it.each([
		["=1+1"],
		["+1"],
		["-2+3"],
		["@SUM(A1)"],
		["\t=1"],
		["\r=1"],
		["\n=1"],
		["＝1+1"],
		["－1"],
		["＠x"],
		["\u200f=1+1"],
		["\u061c\u200f +قال"],
		['"=1+1'],
		["'=1+1"],
		["\u2067=cmd"],
	])("never begins a formula: %j", (text) => {
		expect(cellOf(text)).toBe(`'${text}`);
		expect(readCell(cellOf(text))).toBe(text);
	});

	it.each(["قالت الوزارة إن 5-3", "١٢٪", "a=b", "«-»", "", "5 - 3", "(−5)"])(
		"stays as it is: %j",
		(text) => expect(cellOf(text)).toBe(text),
	);

	it("gives back every text, in lists too", () => {
		fc.assert(
			fc.property(hostile, fc.array(hostile), (text, texts) => {
				const cell = cellOf(text);
				expect(readCell(cell)).toBe(text.toWellFormed());
				expect(asSpreadsheet(cell)).not.toMatch(/^[=+\-@]/);
				const list = cellOf(listCell(texts));
				// One empty text and none are the same cell.
				if (texts.length !== 1 || texts[0] !== "")
					expect(readList(readCell(list))).toEqual(texts.map((each) => each.toWellFormed()));
			}),
			{ numRuns: 2_000 },
		);
	});

	it("is one cell for a reader of rows", () => {
		fc.assert(
			fc.property(fc.array(fc.array(hostile, { minLength: 2 }), { minLength: 1 }), (rows) => {
				expect(readCsv(rows.map(csvRow).join(""))).toEqual(rows);
			}),
		);
	});
});

describe("a file", () => {
	it("begins as spreadsheets want it, and every row ends with CRLF", () => {
		const text = csvOf([exportedClaim()]);
		expect(text.startsWith("\ufeffid,speaker,")).toBe(true);
		expect(text.split("\r\n")).toHaveLength(3);
		expect(recordsOf(text)).toEqual([
			expect.objectContaining({
				...{ id: "harbour-c1", speaker: "Nadia Rahal", speaker_ar: "نادية رحال", act: "accuses" },
				...{ hedged: "yes", via: "Coast Daily", outlet: "Harbour Post", said_on: "2024-03-03" },
				...{ said_on_basis: "derived", file: "harbour.txt", line: "2", start: "10", end: "54" },
				...{ contradicted_by: "harbour-c2", operator_set: "speaker", confidence: "0.87" },
				publisher_corrections: "It was silt.",
			}),
		]);
	});

	it("gives 10,000 claims of hostile words back", () => {
		const words = fc.sample(hostile, 10_000);
		const claims = words.map((quote, n) =>
			exportedClaim({
				...{ id: `a-c${n}`, quote, via: [words[n - 1] ?? "x", quote] },
				speaker: { name: words[(n * 7) % words.length] ?? "", kind: "person", label: null },
			}),
		);
		const read = recordsOf(csvOf(claims));
		expect(read).toHaveLength(10_000);
		const told = read.map((row) => ({
			id: row["id"],
			quote: readCell(row["quotation"] ?? ""),
			name: readCell(row["speaker"] ?? ""),
			via: readList(readCell(row["via"] ?? "")),
		}));
		expect(told).toEqual(
			claims.map(({ id, quote, speaker, via }) => ({
				...{ id, quote: quote.toWellFormed(), name: speaker.name.toWellFormed() },
				via: via.map((each) => each.toWellFormed()),
			})),
		);
	}, 20_000);
});
