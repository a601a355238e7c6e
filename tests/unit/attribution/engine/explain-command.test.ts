import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import { isOneLine, run } from "../../app/doubles.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-explain-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, "pier.md");
const said = "“The pier is closed until the spring,” Ana Roth, the harbour master, said on Monday.";
const rest = `Snow lay on the pier on Wednesday.\n\n${said}\n\nThe bakery is open.\n`;
writeFileSync(file, `# The pier\n\n${rest}`);
const line = 5;
const headed = join(folder, "headed.md");
writeFileSync(headed, `---\ntitle: The pier\ndate: 2024-03-13\n---\n\n# The pier\n\n${rest}`);

const learned = existsSync(join(indexDataFolder, "attribution/weights-en.bin"));

describe("explain", () => {
	it("tells each part of how a line was read", async (context) => {
		context.skip(!learned, "needs index-data/attribution/weights-en.bin");
		const { status, stdout, stderr } = await run(["explain", `${file}:${line}`]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(stdout.startsWith(`${said}\n`)).toBe(true);
		for (const part of [
			"Rules of the language:",
			"Sequence model:",
			"Choices, the most probable first:",
			"Claims:",
		])
			expect(stdout).toContain(`\n${part}\n`);
		expect(stdout).toMatch(/ {2}Ana Roth \| asserts \| The pier is closed until the spring\n/);
		expect(stdout).toMatch(/ {4}printed: Ana Roth.*\n {4}confidence \d+ %; speaker \d+ %/);
	});

	it("tells the same as JSON", async (context) => {
		context.skip(!learned, "needs index-data/attribution/weights-en.bin");
		const { status, stdout } = await run(["explain", `${file}:${line}`, "--json"]);
		expect(status).toBe(0);
		const told = JSON.parse(stdout);
		expect(Object.keys(told)).toEqual(["rules", "spans", "steps", "claims"]);
		expect(told.claims[0]).toMatchObject({
			quote: "The pier is closed until the spring",
			speaker: "Ana Roth",
		});
	});

	it.each([
		["no file", [], /explain needs one file and a line of it: explain article\.md:12\./],
		["no line", [file], /explain needs one file and a line of it/],
		["a line that is no number", [`${file}:x`], /explain needs one file and a line of it/],
		["two files", [`${file}:1`, `${file}:2`], /explain needs one file and a line of it/],
		["a line beyond the end", [`${file}:99`], /Line 99 of .* name a line of its body\./],
	])("refuses %s with one sentence", async (_, args, sentence) => {
		const { status, stdout, stderr } = await run(["explain", ...args]);
		expect(stderr).toMatch(sentence);
		expect(isOneLine(stderr)).toBe(true);
		expect([status, stdout]).toEqual([2, ""]);
	});

	// Open: lines are counted without the head of the file.
	it.fails("counts the lines of a file with a head as an editor does", async () => {
		expect((await run(["explain", `${headed}:10`])).stdout).toContain(said);
	});

	it("names a file that is not there", async () => {
		const missing = join(folder, "missing.md");
		const { status, stderr } = await run(["explain", `${missing}:1`]);
		expect(stderr).toContain("missing.md");
		expect(isOneLine(stderr)).toBe(true);
		expect(status).toBeGreaterThan(0);
	});
});
