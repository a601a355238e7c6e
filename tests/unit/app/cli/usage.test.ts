import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isOneLine, run } from "../doubles.ts";

describe("bad usage ends with 2, one sentence and nothing on standard output", () => {
	it.each([
		["an unknown command", ["frobnicate"], /no command "frobnicate".*claims/],
		[
			"an unknown option",
			["claims", "x", "--colour", "red"],
			/claims has no option --colour.*--corpus/,
		],
		["an option without its value", ["claims", "x", "--by"], /--by/],
		["a value for a switch", ["claims", "x", "--json=yes"], /--json.*takes no value/],
		["an empty question", ["claims", "   "], /question is empty/],
		["a question of 10,000 characters", ["ask", "x".repeat(10_000)], /10000 characters.*1000/],
		["a date that is none", ["claims", "x", "--from", "last week"], /no date for from.*2023-07-27/],
		["a language that is none", ["claims", "x", "--language", "fr"], /en or ar/],
		["a stance that is none", ["claims", "x", "--stance", "maybe"], /contested/],
		["a limit that is no number", ["claims", "x", "--limit", "many"], /--limit.*whole number/],
		[
			"ingest without a path",
			["ingest", "--corpus", "/tmp/nowhere"],
			/ingest needs files, folders or addresses/,
		],
		["ingest into the shipped corpus", ["ingest", "README.md"], /--corpus/],
		["text for batch", ["batch", "hello"], /standard input|its input/],
	])("%s", async (_what, args, sentence) => {
		const { status, stdout, stderr } = await run(args);
		expect(stderr).toMatch(sentence);
		expect(isOneLine(stderr)).toBe(true);
		expect(stdout).toBe("");
		expect(status).toBe(2);
	});
});

describe("other failures end with 1 and one sentence", () => {
	it.each([
		[
			"a corpus that is not there",
			["claims", "x", "--corpus", "/nonexistent/corpus"],
			{},
			/no corpus in/,
		],
		[
			"a setting that cannot be read",
			["claims", "x"],
			{ PORT: "eighty" },
			/^PORT must be a whole number/,
		],
		[
			"a platform that cannot be reached",
			["serve"],
			{
				DISCORD_TOKEN: `${"a".repeat(24)}.bcdefg.${"h".repeat(30)}`,
				DISCORD_API_URL: "http://127.0.0.1:1/api",
				ISNAD_DATA: join(tmpdir(), "isnad-usage"),
				LOG_LEVEL: "error",
			},
			/DISCORD_API_URL/,
		],
		[
			"a token of the wrong form",
			["serve"],
			{ SLACK_BOT_TOKEN: "secret" },
			/SLACK_BOT_TOKEN.*xoxb-/,
		],
	])("%s", async (_what, args, env, sentence) => {
		const { status, stdout, stderr } = await run(args, { env });
		expect(stderr).toMatch(sentence);
		expect(isOneLine(stderr)).toBe(true);
		expect(stdout).toBe("");
		expect(status).toBe(1);
	});

	it("never prints a credential", async () => {
		const { stderr } = await run(["serve"], { env: { SLACK_BOT_TOKEN: "very-secret" } });
		expect(stderr).not.toContain("very-secret");
	});
});

describe("help", () => {
	it("lists every command, and the options of one", async () => {
		const all = await run(["--help"]);
		for (const command of [
			"serve",
			"chat",
			"claims",
			"ask",
			"timeline",
			"search",
			"who",
			"sources",
			"ingest",
			"batch",
			"source",
			"backup",
			"restore",
			"doctor",
		])
			expect(all.stdout).toMatch(new RegExp(`^  ${command}`, "m"));
		const one = await run(["claims", "--help"]);
		expect(one.stdout).toContain("--outlet");
		expect([all.status, one.status]).toEqual([0, 0]);
	});
});

describe("--version", () => {
	it.each([[["--version"]], [["claims", "--version"]], [["serve", "--version", "--corpus", "x"]]])(
		"tells the version: %j",
		async (args) => {
			const { status, stdout, stderr } = await run(args);
			expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
			expect(stdout).toMatch(/^isnad \d+\.\d+\.\d+\n$/);
		},
	);

	it("behind -- is text", async () => {
		const { stdout } = await run(["claims", "--limit", "1", "--", "--version"]);
		expect(stdout).not.toMatch(/^isnad \d/);
	});
});
