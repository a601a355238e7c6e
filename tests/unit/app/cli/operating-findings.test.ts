import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkOperating } from "../../../../src/app/cli/findings/operating-findings.ts";
import { readConfig } from "../../../../src/app/config.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-findings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const found = async (env: Record<string, string>) =>
	(await checkOperating(readConfig(env))).map(({ ok, says }) => `${ok} ${says}`);

it("says where is listened and for whom, and nothing where nothing is", async () => {
	expect(await found({})).toEqual([]);
	expect(await found({ HOST: "0.0.0.0" })).toEqual([]);
	expect(await found({ PORT: "8080" })).toEqual([
		"true 127.0.0.1:8080 is listened on; /readyz and /metrics are for this machine alone, /api/v1 and /mcp for bearers of a token (isnad token list).",
	]);
	const token = { ISNAD_METRICS_TOKEN: "x".repeat(16), PUBLIC_URL: "https://isnad.example.org" };
	expect(await found(token)).toEqual([expect.stringMatching(/with ISNAD_METRICS_TOKEN, /)]);
	const slack = { SLACK_SIGNING_SECRET: "f".repeat(32) };
	expect(await found(slack)).toHaveLength(1);
	expect(await found({ ...slack, SLACK_APP_TOKEN: "xapp-1" })).toEqual([]);
});

it("says whether the answer log can be written", async () => {
	const at = (file: string) => found({ ISNAD_ANSWER_LOG: file });
	expect(await at(join(folder, "answers.jsonl"))).toEqual([
		`true answers are noted in ${join(folder, "answers.jsonl")}.`,
	]);
	expect(await at(folder)).toEqual([
		`false ${folder} is a folder: name a file in ISNAD_ANSWER_LOG.`,
	]);
	expect(await at(join(folder, "nowhere", "answers.jsonl"))).toEqual([
		expect.stringMatching(/^false .* cannot be written to \(ENOENT\): make it writable/),
	]);
});
