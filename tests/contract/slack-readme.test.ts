import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { commands, shortcut, slashName } from "../../adapters/slack/surface.ts";
import { runCli } from "../../src/app/cli/cli.ts";
import { parseCommand } from "../../src/app/cli/options.ts";
import { readConfig } from "../../src/app/config.ts";
import { root } from "../../tools/files.ts";
import { People } from "../servers/slack/people.ts";
import { SlackServer, tokens } from "../servers/slack/server.ts";
import { shownOf } from "../servers/slack/shown.ts";
import { ids } from "../servers/slack/world.ts";
import { say } from "../unit/answers/doubles.ts";
import { citationsIn } from "./adapter/shown.ts";

const section = await readFile(join(root, "docs/slack-setup.md"), "utf8");
const block = (kind: string) =>
	new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``)
		.exec(section)?.[1]
		?.trim()
		.split(/\s*\n\s*/) ?? [];

let server: SlackServer | undefined;
let data: string | undefined;
afterEach(async () => {
	await server?.close();
	if (data) await rm(data, { recursive: true });
});

/** A place to run a command in: its output, its status, and the means to end it. */
function terminal(env: NodeJS.ProcessEnv) {
	const stop = new AbortController();
	const out = { text: "" };
	const stream = () => {
		const into = new PassThrough();
		into.on("data", (chunk) => {
			out.text += String(chunk);
		});
		return into as unknown as NodeJS.WriteStream;
	};
	const run = (args: string[]) =>
		runCli(args, {
			stdin: new PassThrough() as unknown as NodeJS.ReadStream,
			stdout: stream(),
			stderr: stream(),
			env,
			// A folder without a file .env, whatever the developer's own says.
			cwd: join(root, "tests"),
			now: Date.now,
			signal: stop.signal,
		});
	return { run, out, stop: () => stop.abort("SIGTERM") };
}

describe("the guide to Slack", () => {
	it("names commands, buttons, settings and scopes that exist", async () => {
		const manifest = await readFile(join(root, "adapters/slack/manifest.json"), "utf8");
		const slashes = new Set(
			[...section.matchAll(/`\/(\w+)(?: [^`/]*)?`/g)].map(([, name]) => name),
		);
		slashes.delete("healthz");
		expect([...slashes].sort()).toEqual(commands.map(slashName).sort());
		for (const key of ["slack.share", "discord.more", "check.choose", "slack.narrow"])
			expect(section).toContain(`_${say("en", key)}_`);
		const { features } = JSON.parse(manifest) as {
			features: { shortcuts: { callback_id: string; name: string }[] };
		};
		const named = features.shortcuts.find(({ callback_id }) => callback_id === shortcut)?.name;
		expect(section).toContain(`_${named}_`);
		const example = await readFile(join(root, ".env.example"), "utf8");
		const settings = section.match(/\b(?:SLACK|ISNAD)_[A-Z_]+|\b(?:HOST|PORT)\b/g) ?? [];
		expect(settings.length).toBeGreaterThan(5);
		for (const setting of settings) expect(example).toContain(`\n${setting}=`);
		expect(section).toContain("`connections:write`");
	});

	it("leads, step by step, from nothing to the first answer", async () => {
		// Steps 1 to 3: an app made of the manifest, with its two tokens.
		const path =
			/\[[^\]]+\]\((?:\.\.\/)?(adapters\/slack\/manifest\.json)\)/.exec(section)?.[1] ?? "";
		const manifest = JSON.parse(await readFile(join(root, path), "utf8")) as {
			oauth_config: { scopes: { bot: string[] } };
		};
		server = await SlackServer.start({ channelGapMs: 0 });
		server.scopes = manifest.oauth_config.scopes.bot;
		const people = new People(server);

		// Step 4: the file .env, the tokens in place of the dots.
		const written = Object.fromEntries(block("ini").map((line) => line.split("=")));
		expect(written).toEqual({ SLACK_BOT_TOKEN: "xoxb-…", SLACK_APP_TOKEN: "xapp-…" });
		data = await mkdtemp(join(tmpdir(), "isnad-readme-"));
		const env = {
			SLACK_BOT_TOKEN: tokens.bot,
			SLACK_APP_TOKEN: tokens.app,
			SLACK_API_URL: server.apiUrl,
			ISNAD_DATA: data,
		};
		expect(() => readConfig(env)).not.toThrow();

		// Step 5: the two commands as they stand there.
		const lines = block("sh").map((line) => line.replace("npm run -s isnad -- ", "").split(" "));
		expect(lines).toEqual([["doctor"], ["serve"]]);
		for (const args of lines) expect(() => parseCommand(args)).not.toThrow();
		const doctor = terminal(env);
		const status = await doctor.run(["doctor"]);
		const slackLines = doctor.out.text.split("\n").filter((line) => line.includes(" Slack: "));
		expect(slackLines.map((line) => line.slice(0, 2))).toEqual(["ok", "ok", "ok"]);
		expect(status).toBe(0);
		const bot = terminal(env);
		const ended = bot.run(["serve"]);
		await holds(() => bot.out.text.includes("ready"));

		// Step 6, and what stands in the table below it.
		const seen = () => shownOf((server as SlackServer).world, () => false);
		const [name = "", text = ""] = /`\/(\w+) ([^`]+)` in any channel/.exec(section)?.slice(1) ?? [];
		await people.command(name, text, { channel: ids.closedChannel });
		await holds(() => seen().length === 1);
		expect(seen()[0]).toMatchObject({ audience: "asker" });
		expect(citationsIn(seen()[0]?.text ?? "").length).toBeGreaterThan(2);
		await people.mention("what did China deny?");
		await holds(() => seen().length === 2);
		const thread = seen()[1]?.thread ?? undefined;
		await people.mention("and before 2023?", { thread });
		await holds(() => seen().length === 3);
		expect(seen()[2]?.thread).toBe(thread);
		await people.direct("what did Yellen say?");
		await people.about("China denies that it arms Russia");
		await people.openHome("home");
		await people.command("isnad", "settings");
		await people.command("digest", "list");
		await holds(() => seen().length === 7 && server?.world.homes.size === 1);
		bot.stop();
		expect(await ended).toBe(0);
		expect(server.violations).toEqual([]);
		// The whole program starts twice in it.
	}, 90_000);
});

async function holds(what: () => boolean): Promise<void> {
	const end = performance.now() + 20_000;
	while (!what()) {
		if (performance.now() > end) throw new Error(`never held: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
