import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../tools/files.ts";
import { People } from "../servers/discord/people.ts";
import { read } from "../servers/discord/reading.ts";
import { type DiscordServer, startDiscordServer } from "../servers/discord/server.ts";
import { run } from "../unit/app/doubles.ts";

/** Has the form of a token; it opens nothing. */
const token = "aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaa";
let server: DiscordServer;
let data: string;
let processes: ChildProcess[] = [];

beforeAll(async () => {
	server = await startDiscordServer({ token });
	data = mkdtempSync(join(tmpdir(), "isnad-discord-"));
});
afterEach(() => {
	for (const each of processes) each.kill("SIGKILL");
	processes = [];
});
afterAll(async () => {
	await server.close();
	rmSync(data, { recursive: true, force: true });
});

/** The settings that the README names, and the program as it starts it. */
const settings = () => ({
	DISCORD_TOKEN: token,
	DISCORD_API_URL: server.apiUrl,
	ISNAD_DATA: data,
	LOG_FORMAT: "json",
});

function serve(others: Record<string, string> = {}) {
	const child = spawn(process.execPath, [join(root, "src", "main.ts"), "serve"], {
		// A folder without a file .env, whatever the developer's own says.
		cwd: data,
		env: { PATH: process.env.PATH ?? "", ...settings(), ...others },
	});
	processes.push(child);
	const written = { text: "" };
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			written.text += String(chunk);
		});
	return { child, written, ended: once(child, "close").then(([status]) => status as number) };
}

describe("the program with a Discord token", () => {
	it("is looked at by doctor, serves, answers, and ends when it is asked to", async () => {
		const looked = await run(["doctor"], { env: settings() });
		expect(looked.status).toBe(0);
		expect(looked.stdout).toMatch(/Discord: DISCORD_TOKEN belongs to the application Isnad/);
		expect(looked.stdout).toMatch(/Discord: The next start registers commands for everybody/);

		const served = serve();
		await server.until(() => served.written.text.includes('"msg":"ready"'), 25_000);
		const people = new People(server);
		const channel = server.world.channel(server.world.guild());
		const act = { by: server.world.person("ann"), in: channel };
		const asked = people.command(act, "claims", [
			{ name: "topic", type: 3, value: "china drones" },
		]);
		await server.until(() => asked.answers > 0);
		expect(read(asked.original?.body ?? {}).text).toMatch(/^.*denied in part by China\./);
		served.child.kill("SIGTERM");
		expect(await served.ended).toBe(0);
		expect(served.written.text).not.toMatch(/"level":"(warn|error)"/);
		expect(served.written.text).not.toContain("drones");
		expect(served.written.text).not.toContain(token);
		expect(server.world.violations).toEqual([]);
	});

	it("ends with the setting to mend where Discord does not know the token", async () => {
		const refused = serve({ DISCORD_TOKEN: token.replaceAll("a", "b") });
		expect(await refused.ended).toBe(1);
		expect(refused.written.text).toMatch(/DISCORD_TOKEN was refused by Discord \(401\)/);
	});
});
