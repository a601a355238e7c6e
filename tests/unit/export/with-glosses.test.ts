import { describe, expect, it } from "vitest";
import { readCell } from "../../../adapters/export/csv-cells.ts";
import { writeCsv } from "../../../adapters/export/write-csv.ts";
import { writeJsonLines } from "../../../adapters/export/write-json-lines.ts";
import type { App } from "../../../src/app/serving/app.ts";
import { openExports } from "../../../src/app/serving/exports/open-exports.ts";
import { withGlosses } from "../../../src/app/serving/exports/with-glosses.ts";
import type { Gloss } from "../../../src/domain/answer.ts";
import type { ExportedRecords } from "../../../src/domain/exported.ts";
import { say } from "../answers/doubles.ts";
import { exportedClaim } from "./claims.ts";
import { recordsOf } from "./read-csv.ts";

const quotes = ["=نفت الوزارة ذلك", "the pier is safe"];
const found: ExportedRecords = {
	...{ count: 2, language: "en", ids: ["c1", "c2"], quotes: () => quotes },
	records: (only) =>
		quotes
			.map((quote, n) => exportedClaim({ id: `c${n + 1}`, quote }))
			.filter(({ id }) => !only || only.has(id)),
};

describe("a machine's translations in exports", () => {
	it("stand in a column of their own where they were made before, safe in a spreadsheet", async () => {
		const asked: string[] = [];
		const kept = async (quote: string): Promise<Gloss | null> => {
			asked.push(quote);
			return quote === quotes[0] ? { language: "en", text: "=the ministry denied it" } : null;
		};
		const records = [...(await withGlosses(found, { kept })).records()];
		expect(asked).toEqual(quotes);
		expect(records.map(({ quote }) => quote)).toEqual(quotes);
		const parts = { kind: "claims", language: "en", say } as const;
		const rows = recordsOf([...writeCsv({ ...parts, records })].join(""));
		expect(rows.map((row) => readCell(row["machine_translation"] ?? ""))).toEqual([
			"=the ministry denied it",
			"",
		]);
		expect([...writeCsv({ ...parts, records })].join("")).toContain("'=the ministry denied it");
		const lines = [...writeJsonLines({ ...parts, records })].map((line) => JSON.parse(line));
		expect(lines.map((line) => line.machine_translation)).toEqual([
			"=the ministry denied it",
			null,
		]);
	});

	it("leave everything as it was where there are none, and hold for some of the records too", async () => {
		expect(await withGlosses(found, { kept: async () => null })).toBe(found);
		const all = await withGlosses(found, {
			kept: async (text) => ({ language: "en", text: `[${text.length}]` }),
		});
		expect([...all.records(new Set(["c2"]))].map(({ gloss }) => gloss)).toEqual(["[16]"]);
	});

	it("are looked up without making the records, and for no export that is refused", async () => {
		const asked: string[] = [];
		let passes = 0;
		const records = () => {
			passes++;
			return found.records();
		};
		const answerer = {
			correct: async () => {},
			fromOne: async () => ({ ...found, records }),
		} as unknown as App["answerer"];
		const kept = async (quote: string): Promise<Gloss> => {
			asked.push(quote);
			return { language: "en", text: "x" };
		};
		const app = { answerer, names: {} as App["names"], glosser: { kept } };
		const exports = openExports({
			answering: (work) => work(app),
			...{ say, log: () => {}, origin: null, pageOf: null, changes: null },
		});
		const claims = { kind: "claims", format: "jsonl", request: { text: "" } } as const;
		await expect(exports.open(claims, { most: 1 })).rejects.toMatchObject({
			told: { key: "export_too_many" },
		});
		expect([asked, passes]).toEqual([[], 0]);
		const lines: string[] = [];
		for await (const chunk of (await exports.open(claims, { most: 2 })).chunks) lines.push(chunk);
		expect(lines.join("").match(/"machine_translation":"x"/g)).toHaveLength(2);
		expect([asked, passes]).toEqual([quotes, 1]);
	});
});
