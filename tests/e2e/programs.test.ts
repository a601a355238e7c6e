import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { call, connect, overHttp } from "../servers/programs/mcp-client.ts";
import { ended, isnadHere, project, start, temporaryFolder } from "./run.ts";

const docs = readFileSync(join(project, "docs", "programs.md"), "utf8");
const shown = [...docs.matchAll(/^curl .+$/gm)].map(([line]) => line);
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

/** Serves HTTP alone over the shipped corpus; its port once it is ready. */
async function serve(env: Record<string, string>) {
	const child = start(["mcp", "--http"], { env: { PORT: "0", LOG_FORMAT: "json", ...env } });
	let text = "";
	child.stderr?.on("data", (chunk) => {
		text += String(chunk);
	});
	const over = ended(child);
	await expect.poll(() => text, { timeout: 40_000, interval: 20 }).toContain('"ready"');
	return { child, over, port: /"port":(\d+)/.exec(text)?.[1] ?? "" };
}

it("shows a file that an assistant can read", () => {
	const [, text = ""] = /```json\n([^`]+)```/.exec(docs) ?? [];
	const { command, args } = JSON.parse(text).mcpServers.isnad;
	expect([command, args.at(-1)]).toEqual(["node", "mcp"]);
});

it("answers the examples of its guide, a client of MCP, and ends with both of them there", async (context) => {
	context.skip(!hasCurl, "needs curl");
	const data = temporaryFolder();
	const env = { ISNAD_DATA: data };
	const made = await isnadHere(["token", "create", "guide"], { env });
	const token = made.stdout.trim();
	const { child, over, port } = await serve(env);
	expect(shown.length).toBeGreaterThan(6);
	for (const line of shown) {
		const command = `${line.replaceAll("127.0.0.1:3000", `127.0.0.1:${port}`)} --fail-with-body`;
		const shell = promisify(execFile)("sh", ["-c", command], {
			env: { ...process.env, ISNAD_TOKEN: token },
		});
		const { stdout } = await shell;
		expect([line, JSON.parse(stdout)]).toEqual([line, expect.objectContaining({})]);
		if (/claims|ask|who|timeline/.test(line))
			expect(JSON.parse(stdout).items.length).toBeGreaterThan(0);
	}
	const at = `http://127.0.0.1:${port}`;
	const client = await connect(overHttp(`${at}/mcp`, token));
	onTestFinished(() => client.close());
	expect((await call(client, "claims", { text: "china drones" })).told.answered).toBe(true);
	const metrics = await (await fetch(`${at}/metrics`)).text();
	for (const of of [
		'door="api",operation="quote",outcome="shown"',
		'door="mcp",operation="claims",outcome="answered"',
	])
		expect(metrics).toContain(`isnad_program_answer_seconds_count{${of}} 1`);
	child.kill("SIGTERM");
	const { status, stdout, stderr } = await over;
	expect([status, stdout]).toEqual([0, ""]);
	expect(stderr).not.toContain(token.slice(17));
	const listed = await isnadHere(["token", "list", "--json"], { env });
	expect(JSON.parse(listed.stdout).tokens[0].lastUsed).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it("answers nobody beyond this machine before a token was made", async (context) => {
	const addresses = Object.values(networkInterfaces()).flat();
	const outer = addresses.find((each) => each?.family === "IPv4" && !each.internal)?.address;
	context.skip(outer === undefined, "needs an address beside 127.0.0.1");
	const { child, over, port } = await serve({ HOST: "0.0.0.0", ISNAD_DATA: temporaryFolder() });
	for (const host of ["127.0.0.1", outer])
		for (const path of ["/api/v1/sources", "/api/v1/openapi.json", "/mcp"])
			expect((await fetch(`http://${host}:${port}${path}`)).status).toBe(401);
	child.kill("SIGTERM");
	expect((await over).status).toBe(0);
});
