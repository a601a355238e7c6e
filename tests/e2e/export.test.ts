import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readCell } from "../../adapters/export/csv-cells.ts";
import { writeWhole } from "../../src/app/cli/whole-file.ts";
import { recordsOf } from "../unit/export/read-csv.ts";
import { isnad, isnadHere } from "./run.ts";

function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "isnad-export-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

describe("isnad export", () => {
	it("writes the shipped claims to standard output, each with its place", async () => {
		const { status, stdout, stderr } = await isnad(["export", "--language", "ar"]);
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		const rows = recordsOf(stdout);
		expect(rows.length).toBeGreaterThan(20);
		for (const row of rows) {
			expect(readCell(row["quotation"] ?? "")).toMatch(/\p{Script=Arabic}/u);
			expect(row["line"]).toMatch(/^\d+$/);
			expect(row["rendering"]).toBe("paraphrase");
		}
	});

	it("puts a file there whole, in the place of an older one", async () => {
		const file = join(emptyFolder(), "chips.jsonl");
		writeFileSync(file, "older");
		const args = ["export", "claims", "chips", "--format", "jsonl", "--out", file];
		const { status, stdout, stderr } = await isnadHere(args);
		expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
		expect(stderr).toMatch(/^\d+ claims in .*chips\.jsonl \(\d+ bytes\)\.\n$/);
		const lines = readFileSync(file, "utf8").trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line).kind)).toContain("claims");
		expect(readdirSync(join(file, ".."))).toEqual(["chips.jsonl"]);
	});

	it.each([
		[["--format", "xml"], /There is no format "xml": use csv/],
		[["figures", "--format", "atom"], /atom holds no figures: export claims in it/],
		[["--from", "yesterday"], /is no date for from/],
		[["--stance", "x"], /There is no stance "x"/],
	])("says what is wrong with %j", async (args, says) => {
		const { status, stdout, stderr } = await isnadHere(["export", ...args]);
		expect(stderr).toMatch(says);
		expect({ status: status !== 0, stdout }).toEqual({ status: true, stdout: "" });
	});
});

describe("a file that is written whole", () => {
	const never = new AbortController().signal;

	it("is as it was where the work fails or is stopped, and nothing lies beside it", async () => {
		const file = join(emptyFolder(), "a.csv");
		writeFileSync(file, "older");
		async function* failing() {
			yield "half";
			throw new Error("no more");
		}
		await expect(writeWhole(file, failing(), never)).rejects.toThrow("no more");
		const stopped = AbortSignal.abort();
		await expect(writeWhole(file, failing(), stopped)).rejects.toMatchObject({ code: "stopped" });
		expect(readFileSync(file, "utf8")).toBe("older");
		expect(readdirSync(join(file, ".."))).toEqual(["a.csv"]);
	});

	it("says where it cannot be written", async () => {
		const file = join(emptyFolder(), "none", "a.csv");
		async function* text() {
			yield "x";
		}
		await expect(writeWhole(file, text(), never)).rejects.toMatchObject({
			code: "path_unwritable",
		});
		expect(existsSync(file)).toBe(false);
	});
});
