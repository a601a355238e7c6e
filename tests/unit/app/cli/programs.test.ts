import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isOneLine, run } from "../doubles.ts";

const data = mkdtempSync(join(tmpdir(), "isnad-programs-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

it.each([
	["no verb", ["token"]],
	["another verb", ["token", "show", "x"]],
	["no name", ["token", "create"]],
	["an empty name", ["token", "create", " "]],
	["two names", ["token", "create", "a", "b"]],
	["a name of two lines", ["token", "create", "a\nb"]],
	["a name that is too long", ["token", "create", "a".repeat(61)]],
	["a day that is over", ["token", "create", "a", "--expires", "1969-01-01"]],
	["a day that is none", ["token", "create", "a", "--expires", "soon"]],
	["a day for a list", ["token", "list", "--expires", "2999-01-01"]],
	["text for mcp", ["mcp", "claims"]],
	["a language that is none", ["mcp", "--language", "fr"]],
	["a language over HTTP", ["mcp", "--http", "--language", "ar"]],
	["an option of others", ["mcp", "--json"]],
])("refuses %s in one line", async (_, args) => {
	const { status, stdout, stderr } = await run(args, { env: { ISNAD_DATA: data } });
	expect([status, stdout, isOneLine(stderr)]).toEqual([2, "", true]);
});

it.each(["desk.example", "https://desk.example/", "https://desk.example/path", "ftp://x", "*"])(
	"refuses what is no origin: %s",
	async (origins) => {
		const env = { ISNAD_DATA: data, ISNAD_API_ORIGINS: origins };
		const { status, stderr } = await run(["token", "list"], { env });
		expect([status, stderr]).toEqual([1, expect.stringMatching(/^ISNAD_API_ORIGINS must be/)]);
	},
);
