import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SlackInstallations } from "../../../../adapters/slack/installed/installation-store.ts";
import { installationFindings } from "../../../../src/app/cli/findings/installation-findings.ts";
import { readConfig } from "../../../../src/app/config.ts";
import { sealUnder } from "../../../../src/app/installations/token-seal.ts";
import { platforms } from "../../../../src/app/serving/platforms/platforms.ts";
import { openStore } from "../../../../src/storage/open.ts";
import { run } from "../doubles.ts";

const data = mkdtempSync(join(tmpdir(), "isnad-installations-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString("base64");
const env = {
	ISNAD_DATA: data,
	SLACK_CLIENT_ID: "111.222",
	SLACK_CLIENT_SECRET: "client-secret",
	SLACK_STATE_SECRET: "a secret of sixteen",
	SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
	ISNAD_TOKEN_KEY: keyOf(1),
	PUBLIC_URL: "https://news.example",
};
const now = () => 5;

async function installed(): Promise<void> {
	const store = await openStore({ data });
	const installations = new SlackInstallations({
		...{ rows: store.installations, seal: sealUnder([keyOf(1)]), now },
	});
	for (const id of ["T1", "T2"])
		await installations.put({
			...{ team: { id, name: `desk ${id}` }, isEnterpriseInstall: false, user: { id: "U1" } },
			bot: { token: "xoxb-secret", scopes: ["commands"], id: "B1", userId: "U0" },
		});
	await store.installations.refuse("T2", 1);
	expect((await installations.find("T1"))?.kept.bot.token).toBe("xoxb-secret");
	await store.close();
}

describe("installations", () => {
	it("are named by doctor and by the command, the refused ones with what to do", async () => {
		expect(await installationFindings(readConfig(env), now)).toMatchObject([
			{ ok: true, says: expect.stringContaining("https://news.example/slack/install") },
		]);
		await installed();
		const findings = await installationFindings(readConfig(env), now);
		expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
			["Slack installations T1", true],
			["Slack installations T2", false],
		]);
		expect(findings[1]?.says).toMatch(/install the app there again, or remove it/);
		const other = { ...env, ISNAD_TOKEN_KEY: keyOf(2) };
		for (const { ok, says } of await installationFindings(readConfig(other), now))
			expect([ok, says]).toEqual([false, expect.stringMatching(/ISNAD_TOKEN_KEY lacks the key/)]);
		const { stdout } = await run(["installations", "list"], { env });
		expect(stdout).toMatch(/^T1 desk T1: since 1970-01-01, served$/m);
		expect(stdout).toMatch(/^T2 desk T2: .*its token is refused$/m);
		expect(stdout).not.toContain("xoxb");
	});

	it.each([
		[{ SLACK_CLIENT_SECRET: "" }, /SLACK_CLIENT_SECRET is not set/],
		[{ SLACK_STATE_SECRET: "" }, /SLACK_STATE_SECRET is not set/],
		[{ ISNAD_TOKEN_KEY: "" }, /ISNAD_TOKEN_KEY is not set/],
		[{ PUBLIC_URL: "" }, /PUBLIC_URL is not set/],
		[{ SLACK_SIGNING_SECRET: "" }, /Neither SLACK_APP_TOKEN/],
		[{ SLACK_BOT_TOKEN: "xoxb-1" }, /both set/],
	])("with %j are refused in a sentence that says what to set", (change, says) => {
		const slack = platforms.find(({ id }) => id === "slack");
		expect(slack?.problems(readConfig(env))).toEqual([]);
		expect(slack?.problems(readConfig({ ...env, ...change }))).toEqual([
			expect.stringMatching(says),
		]);
	});
});
