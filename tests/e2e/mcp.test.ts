import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCorpus } from "../../src/corpus/index.ts";
import { mcpSuite } from "../contract/programs/mcp-suite.ts";
import { call, connect } from "../servers/programs/mcp-client.ts";
import { harbourArticles } from "../servers/reader/articles.ts";
import { ended, isnad, isnadHere, project, start, temporaryFolder } from "./run.ts";

const articles = harbourArticles();
const folder = mkdtempSync(join(tmpdir(), "isnad-mcp-"));
const env = { ISNAD_CORPUS: join(folder, "corpus"), ISNAD_DATA: join(folder, "data") };
let stdio: StdioClientTransport;
let client: Client;
let logged = "";
beforeAll(async () => {
	await writeCorpus(env.ISNAD_CORPUS, { put: articles });
	stdio = new StdioClientTransport({
		command: process.execPath,
		args: [join(project, "src", "main.ts"), "mcp"],
		env: { PATH: process.env.PATH ?? "", LOG_LEVEL: "debug", ...env },
		...{ cwd: folder, stderr: "pipe" },
	});
	stdio.stderr?.on("data", (chunk) => {
		logged += String(chunk);
	});
	client = await connect(stdio);
});
afterAll(async () => {
	await client.close();
	rmSync(folder, { recursive: true, force: true });
});

const message = (id: number, method: string, params: object = {}) =>
	`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
const hello = message(1, "initialize", {
	...{ protocolVersion: "2025-06-18", capabilities: {} },
	clientInfo: { name: "raw", version: "1" },
});
const ask = (id: number) =>
	message(id, "tools/call", { name: "claims", arguments: { text: "qzxplanted sludge" } });
const answers = (stdout: string) =>
	stdout
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line) as { id: number; error?: unknown });

describe("isnad mcp", () => {
	mcpSuite(articles, () => client);

	it("logs to standard error alone, and nothing that was asked", async () => {
		await call(client, "claims", { text: "qzxplanted" });
		await expect.poll(() => logged).toContain("A program was answered.");
		expect(logged).not.toContain("qzxplanted");
	});

	it("answers what came before the client left, whatever else it sent, and ends well", async () => {
		const input = `${hello}garbage\n{"jsonrpc":"2.0"}\n[]\n${ask(2)}${message(3, "nothing/there")}`;
		const { status, stdout, stderr } = await isnad(["mcp"], { env, input });
		expect([status, stderr]).toEqual([0, ""]);
		expect(new Set(answers(stdout).map(({ id }) => id))).toEqual(new Set([1, 2, 3]));
		expect(answers(stdout).find(({ id }) => id === 3)?.error).toMatchObject({ code: -32_601 });
	});

	it("ends where a line has no end", async () => {
		const { status, stdout } = await isnad(["mcp"], {
			env,
			input: `${hello}${"x".repeat(1_200_000)}`,
		});
		expect(status).toBe(0);
		expect(answers(stdout).length).toBeLessThanOrEqual(1);
	});

	it("ends with its client, and on SIGTERM, in the middle of an answer too", async () => {
		for (const end of ["client", "SIGTERM"] as const) {
			const child = start(["mcp"], { env });
			const over = ended(child);
			child.stdin?.on("error", () => {});
			const begun = new Promise<void>((resolve) => child.stdout?.once("data", () => resolve()));
			child.stdin?.write(hello);
			await begun;
			for (let id = 2; id < 12; id++) child.stdin?.write(ask(id));
			if (end === "SIGTERM") child.kill("SIGTERM");
			else {
				child.stdout?.destroy();
				child.stdin?.destroy();
			}
			expect([end, (await over).status]).toEqual([end, 0]);
		}
	});
});

describe("isnad token", () => {
	it("shows a token once, lists what is no secret, and revokes it", async () => {
		const own = { ISNAD_DATA: temporaryFolder() };
		const token = (args: string[]) => isnadHere(["token", ...args], { env: own });
		const create = ["create", "research desk", "--expires", "2999-12-31"];
		const made = await token(create);
		expect([made.status, made.stdout]).toEqual([
			0,
			expect.stringMatching(/^isnad_\w{10}_[\w-]{43}\n$/),
		]);
		const [, id = "", secret = ""] = made.stdout.trim().match(/^isnad_(\w{10})_(.+)$/) ?? [];
		expect((await token(["create", "research desk"])).stderr).toMatch(/^There is a token/);
		const listed = await token(["list"]);
		expect(listed.stdout).toContain(`${id}  research desk  holds, until 2999-12-31`);
		expect(listed.stdout).toContain("last used never");
		expect(listed.stdout + (await token(["list", "--json"])).stdout).not.toContain(secret);
		for (const verb of [["list"], ["revoke", "research desk"]])
			expect((await token([...verb, "--collection", "gulf"])).stderr).toMatch(/collection/);
		expect((await token(["revoke", "research desk"])).status).toBe(0);
		expect((await token(["revoke", "research desk"])).stderr).toMatch(/^No token that holds/);
		expect(JSON.parse((await token(["list", "--json"])).stdout)).toMatchObject({
			tokens: [{ id, state: "revoked", lastUsed: null }],
		});
	});
});
