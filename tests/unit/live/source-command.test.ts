import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { isOneLine, run } from "../app/doubles.ts";

describe("isnad source", () => {
	it.each([
		[["add"], 2, /add ADDRESS/],
		[["rename", "x"], 2, /add ADDRESS/],
		[["list", "x"], 2, /add ADDRESS/],
		[["add", "https://example.org/", "more"], 2, /add ADDRESS/],
		[["add", "example.org"], 1, /in full/],
		[["add", "ftp://example.org/"], 1, /only http and https/],
		[["add", "http://169.254.169.254/latest/"], 1, /private network/],
		[["remove", "abc234"], 1, /no source abc234/],
	])("%j ends with %i and one sentence", async (args, status, sentence) => {
		const data = mkdtempSync(join(tmpdir(), "isnad-source-"));
		onTestFinished(() => rmSync(data, { recursive: true, force: true }));
		const ended = await run(["source", ...args], { env: { ISNAD_DATA: data } });
		expect(ended.stderr).toMatch(sentence);
		expect(isOneLine(ended.stderr)).toBe(true);
		expect([ended.status, ended.stdout]).toEqual([status, ""]);
	});

	it("says what must be mended in ISNAD_ALLOW_ADDRESSES", async () => {
		const ended = await run(["source", "list"], { env: { ISNAD_ALLOW_ADDRESSES: "127.0.0.1" } });
		expect(ended).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(/^ISNAD_ALLOW_ADDRESSES .*8080/),
		});
	});
});
