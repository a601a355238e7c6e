import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../../../src/storage/open.ts";
import { feedbackOf } from "../../../contract/store/feedback.ts";
import { isOneLine, run } from "../doubles.ts";

const data = mkdtempSync(join(tmpdir(), "isnad-forget-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const forget = (...args: string[]) => run(["forget", ...args], { env: { ISNAD_DATA: data } });

it("counts first, then drops, and says what it was", async () => {
	const store = await openStore({ data });
	await store.settings.put("slack/T1/person/U024BE7LH", { language: "ar" });
	await store.feedback.put(feedbackOf("v1", "slack/T1/U024BE7LH"));
	await store.feedback.put(feedbackOf("v1", "slack/T1/U2"));
	const dry = await forget("slack:U024BE7LH", "--dry-run");
	expect([dry.status, dry.stdout]).toEqual([
		0,
		"There are 1 of settings, 1 of feedback, 0 answers shown, 0 threads, 0 digests in direct messages; 0 digests of channels and sources name the person. Nothing was changed.\n",
	]);
	expect(await store.feedback.page(null, 9)).toHaveLength(2);
	const { stdout } = await forget("slack:U024BE7LH", "--json");
	expect(JSON.parse(stdout)).toEqual({
		...{ person: "slack:U024BE7LH", dry: false, settings: 1, feedback: 1, views: 0 },
		...{ threads: 0, digests: 0, unnamed: 0 },
	});
	expect((await store.feedback.page(null, 9)).map(({ voter }) => voter)).toEqual(["slack/T1/U2"]);
	expect((await forget("slack:U024BE7LH")).stdout).toMatch(/^Dropped: 0 of settings/);
	await store.close();
});

it.each([
	[],
	["U024BE7LH"],
	["slack:"],
	["slack:%"],
	["teams:U1"],
	["console:console"],
	["slack:T1/U1"],
	["slack:U1:x"],
	["slack:U1", "slack:U2"],
])("refuses what names nobody: %s %s", async (...named) => {
	const { status, stdout, stderr } = await forget(...named);
	expect([status, stdout, isOneLine(stderr)]).toEqual([2, "", true]);
	expect(stderr).toContain("slack:U024BE7LH");
});
