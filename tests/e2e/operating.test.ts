import type { ChildProcess } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { scopes } from "../../adapters/slack/surface.ts";
import { People as DiscordPeople } from "../servers/discord/people.ts";
import { startDiscordServer } from "../servers/discord/server.ts";
import { People } from "../servers/slack/people.ts";
import { SlackServer, tokens } from "../servers/slack/server.ts";
import { ids } from "../servers/slack/world.ts";
import { type Ended, ended, start, temporaryFolder } from "./run.ts";

const metricsToken = "metrics-0123456789abcdef";
/** A word that stands in what is asked and nowhere else. */
const planted = "qzxvbnplanted";

type Program = { child: ChildProcess; lines(): Record<string, unknown>[]; over: Promise<Ended> };

function serve(env: Record<string, string>): Program {
	const child = start(["serve"], { env: { PORT: "0", LOG_FORMAT: "json", ...env } });
	const lines: Record<string, unknown>[] = [];
	let begun = "";
	child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
		const whole = `${begun}${chunk}`.split("\n");
		begun = whole.pop() ?? "";
		lines.push(...whole.map((line) => JSON.parse(line)));
	});
	return { child, lines: () => lines, over: ended(child) };
}

async function line(program: Program, msg: string): Promise<Record<string, unknown>> {
	const end = performance.now() + 40_000;
	// Each look of `expect.poll` makes an error with its whole trace.
	for (; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
		const found = program.lines().find((each) => each["msg"] === msg);
		if (found) return found;
		if (performance.now() > end) throw new Error(`never written: ${msg}`);
	}
}

async function openSlackServer(): Promise<SlackServer> {
	const slack = await SlackServer.start({ channelGapMs: 0 });
	slack.scopes = Object.keys(scopes);
	onTestFinished(() => slack.close());
	return slack;
}

it("tells how a process does that serves Slack over HTTP, and nothing of who asked what", async () => {
	const slack = await openSlackServer();
	const folder = temporaryFolder();
	const answerLog = join(folder, "answers.jsonl");
	const program = serve({
		SLACK_BOT_TOKEN: tokens.bot,
		SLACK_SIGNING_SECRET: tokens.secret,
		SLACK_API_URL: slack.apiUrl,
		ISNAD_METRICS_TOKEN: metricsToken,
		ISNAD_ANSWER_LOG: answerLog,
		ISNAD_DATA: join(folder, "data"),
		LOG_LEVEL: "debug",
	});
	const { port } = await line(program, "HTTP is served.");
	const ask = (path: string, headers: Record<string, string> = {}) =>
		fetch(`http://127.0.0.1:${port}${path}`, { headers });
	expect((await ask("/healthz")).status).toBe(200);
	await line(program, "ready");
	const ready = await ask("/readyz");
	expect([ready.status, await ready.json()]).toEqual([
		200,
		{
			ready: true,
			parts: {
				corpus: { ok: true, articles: 5, version: 1 },
				search: { ok: true },
				store: { ok: true },
				platforms: { ok: true, slack: true },
			},
		},
	]);

	slack.deliveries.useHttp({
		url: `http://127.0.0.1:${port}/slack/events`,
		secret: tokens.secret,
		now: Date.now,
	});
	const people = new People(slack);
	await people.command("claims", `china drones ${planted}`);
	await people.mention(`${planted}? ${"x".repeat(3_000)}`);
	await expect
		.poll(() => program.lines().filter(({ msg }) => msg === "A person was answered.").length, {
			timeout: 20_000,
		})
		.toBe(2);

	const metrics = await (await ask("/metrics")).text();
	expect(metrics).toMatch(
		/^isnad_answer_seconds_count\{platform="slack",command="claims",outcome="\w+"\} 1$/m,
	);
	expect(metrics).toMatch(
		/^isnad_acknowledgement_seconds_count\{platform="slack",outcome="taken"\} 1$/m,
	);
	for (const name of ["search_seconds_count", "corpus_claims", "nodejs_eventloop_lag_p99_seconds"])
		expect(metrics).toMatch(new RegExp(`^isnad_${name} (?!0$)[\\d.]+$`, "m"));
	for (const name of ["process_resident_memory_bytes", "nodejs_heap_size_used_bytes"])
		expect(metrics).toMatch(new RegExp(`^isnad_${name} \\d{7}`, "m"));
	expect(metrics).toMatch(/^isnad_platform_connected\{platform="slack"\} 1$/m);

	const proxied = { "x-forwarded-for": "203.0.113.9" };
	expect((await ask("/readyz", proxied)).status).toBe(404);
	const authorization = `Bearer ${metricsToken}`;
	expect((await ask("/readyz", { ...proxied, authorization })).status).toBe(200);

	program.child.kill("SIGTERM");
	const { status, stdout, stderr } = await program.over;
	expect(status).toBe(0);
	await expect(ask("/healthz")).rejects.toThrow();

	// Each of the two has lines of its own, which one id holds together.
	const lines = program.lines();
	const answered = lines.filter(({ msg }) => msg === "A person was answered.");
	const refused = lines.find(({ msg }) => msg === "A question was not answered.");
	expect(new Set(answered.map(({ request }) => request)).size).toBe(2);
	expect(answered.map(({ request }) => request)).toContain(refused?.["request"]);
	expect(lines.find(({ msg }) => msg === "ready")).not.toHaveProperty("request");

	const noted = readFileSync(answerLog, "utf8").trim().split("\n");
	expect(noted).toHaveLength(1);
	const note = JSON.parse(noted[0] ?? "") as Record<string, unknown>;
	expect(note).toMatchObject({
		...{ platform: "slack", space: ids.team, channel_kind: "channel", command: "claims" },
		person: expect.stringMatching(/^[0-9a-f]{32}$/),
		cited: expect.any(Array),
	});
	expect(answered.map(({ request }) => request)).toContain(note["request"]);
	expect(statSync(answerLog).mode & 0o777).toBe(0o600);

	const { id: person } = slack.world.person("ann");
	const everything = [stdout, stderr, metrics, ...noted].join("\n");
	for (const secret of [planted, person, tokens.bot, tokens.secret, metricsToken])
		expect(everything).not.toContain(secret);
});

it("is not ready while no platform is connected, and says which part is not", async () => {
	const slack = await openSlackServer();
	const program = serve({
		SLACK_BOT_TOKEN: tokens.bot,
		SLACK_APP_TOKEN: tokens.app,
		SLACK_API_URL: slack.apiUrl,
		ISNAD_DATA: temporaryFolder(),
	});
	const { port } = await line(program, "HTTP is served.");
	await line(program, "ready");
	const ready = async () => {
		const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
		return [answer.status, await answer.json()];
	};
	expect(await ready()).toMatchObject([
		200,
		{ ready: true, parts: { platforms: { slack: true } } },
	]);
	await slack.close();
	await expect
		.poll(ready, { timeout: 20_000 })
		.toMatchObject([
			503,
			{ ready: false, parts: { corpus: { ok: true }, platforms: { ok: false, slack: false } } },
		]);
	program.child.kill("SIGTERM");
	expect((await program.over).status).toBe(0);
});

it("tells the same of Discord", async () => {
	const token = "aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaa";
	const discord = await startDiscordServer({ token });
	onTestFinished(() => discord.close());
	const program = serve({
		DISCORD_TOKEN: token,
		DISCORD_API_URL: discord.apiUrl,
		ISNAD_DATA: temporaryFolder(),
		LOG_LEVEL: "debug",
	});
	const { port } = await line(program, "HTTP is served.");
	await line(program, "ready");
	const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
	expect(await (await ask("/readyz")).json()).toMatchObject({
		ready: true,
		parts: { platforms: { discord: true } },
	});
	const { world } = discord;
	const act = { by: world.person("ann"), in: world.channel(world.guild()) };
	new DiscordPeople(discord).write(act, `<@${world.bot.id}> china drones`, {
		mentions: [world.bot],
	});
	expect(await line(program, "A person was answered.")).toMatchObject({
		...{ platform: "discord", request: expect.stringMatching(/^[\w-]{12}$/) },
	});
	const metrics = await (await ask("/metrics")).text();
	expect(metrics).toMatch(/^isnad_answer_seconds_count\{platform="discord",.*\} 1$/m);
	expect(metrics).toMatch(/^isnad_platform_connected\{platform="discord"\} 1$/m);
	program.child.kill("SIGTERM");
	expect((await program.over).status).toBe(0);
});

it("listens nowhere where nothing asks for it", async () => {
	const program = serve({ PORT: "", ISNAD_DATA: temporaryFolder() });
	await line(program, "ready");
	program.child.kill("SIGTERM");
	expect((await program.over).status).toBe(0);
	expect(program.lines().map(({ msg }) => msg)).not.toContain("HTTP is served.");
});
