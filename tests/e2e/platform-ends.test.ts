import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { scopes } from "../../adapters/slack/surface.ts";
import { People as DiscordPeople } from "../servers/discord/people.ts";
import { type DiscordServer, startDiscordServer } from "../servers/discord/server.ts";
import { People as SlackPeople } from "../servers/slack/people.ts";
import { SlackServer, tokens } from "../servers/slack/server.ts";
import { ids } from "../servers/slack/world.ts";
import { allOf } from "./all-of.ts";
import { type Ended, ended, start, startFile, temporaryFolder } from "./run.ts";

const serveSeveralFile = fileURLToPath(new URL("serving/serve-several.ts", import.meta.url));

/** Has the form of a token; it opens nothing. */
const token = "aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaa";
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

/** The platforms, and what the program is told so that it finds them. */
async function platforms() {
	const discord = await startDiscordServer({ token });
	const slack = await SlackServer.start({ channelGapMs: 0 });
	slack.scopes = Object.keys(scopes);
	closing.push(
		() => discord.close(),
		() => slack.close(),
	);
	const env = {
		discord: { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl },
		slack: {
			SLACK_BOT_TOKEN: tokens.bot,
			SLACK_APP_TOKEN: tokens.app,
			SLACK_API_URL: slack.apiUrl,
		},
	};
	return { discord, slack, env };
}

type Program = { child: ChildProcess; written(): string; over: Promise<Ended> };

function serve(env: Record<string, string>): Program {
	const data = temporaryFolder();
	const child = start(["serve"], { env: { ...env, ISNAD_DATA: data, LOG_FORMAT: "json" } });
	let text = "";
	for (const stream of [child.stdout, child.stderr])
		stream?.on("data", (chunk) => {
			text += String(chunk);
		});
	return { child, written: () => text, over: ended(child) };
}

/** Serves several times in one process; what each has written so far, and how it ended. */
function serveSeveral(environments: Record<string, string>[]) {
	const served = environments.map(() => ({ written: "", status: null as number | null }));
	const own = environments.map((env) => {
		return { ...env, ISNAD_DATA: temporaryFolder(), LOG_FORMAT: "json" };
	});
	const servedAt = (at: number) => {
		const one = served[at];
		if (!one) throw new Error(`nothing was served as ${at}`);
		return one;
	};
	const child = startFile(serveSeveralFile, [JSON.stringify(own)]);
	if (child.stdout)
		createInterface({ input: child.stdout }).on("line", (line) => {
			const told = JSON.parse(line) as { of: number; text?: string; status?: number };
			const one = servedAt(told.of);
			one.written += told.text ?? "";
			one.status = told.status ?? one.status;
		});
	return { served: servedAt, over: ended(child) };
}

async function until(what: string, is: () => boolean, withinMs = 40_000): Promise<void> {
	const end = performance.now() + withinMs;
	while (!is()) {
		if (performance.now() > end) throw new Error(`In vain: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

const ready = (program: Program) =>
	until("ready", () => program.written().includes('"msg":"ready"'));

/** It ends by itself, soon, with status 1 and the sentence as its last line. */
async function endsWith(program: Program, sentence: RegExp): Promise<void> {
	let status: Ended | null = null;
	void program.over.then((is) => {
		status = is;
	});
	await until("its end", () => status !== null);
	const { status: code, stderr } = await program.over;
	expect(code).toBe(1);
	expect(stderr.trim().split("\n").at(-1)).toMatch(sentence);
}

const mentionDiscord = (discord: DiscordServer) => {
	const { world } = discord;
	const act = { by: world.person("ann"), in: world.channel(world.guild()) };
	new DiscordPeople(discord).write(act, `<@${world.bot.id}> china drones`, {
		mentions: [world.bot],
	});
};
const mentionSlack = (slack: SlackServer) => new SlackPeople(slack).mention("china drones");

const unauthorized = {
	kind: "answer",
	status: 401,
	text: JSON.stringify({ message: "401: Unauthorized", code: 0 }),
} as const;

/** Whether a break is looked at in a process of its own, or in one that several share. */
type Where = "alone" | "together";

const ofDiscord: readonly [string, RegExp, (on: DiscordServer) => void, Where][] = [
	[
		"closes with 4004",
		/DISCORD_TOKEN was refused by Discord \(4004\)/,
		(on) => on.gateway.break(4_004),
		"alone",
	],
	["closes with 4014", /refused the intents .* \(4014\)/, (on) => on.gateway.break(4_014), "alone"],
	[
		"answers 401 each time",
		/DISCORD_TOKEN was refused by Discord \(401\)/,
		(on) => {
			on.faults.add(unauthorized);
			mentionDiscord(on);
		},
		"together",
	],
	[
		"no longer knows the token at all",
		/DISCORD_TOKEN was refused by Discord/,
		(on) => on.knowsToken(false),
		"together",
	],
];

const ofSlack: readonly [string, RegExp, (on: SlackServer) => Promise<void>, Where][] = [
	[
		"knows the bot's token no more",
		/SLACK_BOT_TOKEN was refused by Slack \(app_uninstalled\)/,
		async (on) => {
			on.refusedTokens.set(tokens.bot, "app_uninstalled");
			await mentionSlack(on);
		},
		"together",
	],
	[
		"tells that the app was uninstalled",
		/The Slack app was uninstalled/,
		async (on) => {
			await new SlackPeople(on).event({ type: "app_uninstalled" });
		},
		"alone",
	],
	[
		"tells that the token was revoked",
		/had its bot token revoked/,
		async (on) => {
			const revoked = { oauth: [], bot: [ids.botUser] };
			await new SlackPeople(on).event({ type: "tokens_revoked", tokens: revoked });
		},
		"alone",
	],
	[
		"closes its sockets and knows the app's token no more",
		/SLACK_APP_TOKEN was refused by Slack \(invalid_auth\)/,
		async (on) => {
			on.refusedTokens.set(tokens.app, "invalid_auth");
			on.links.cut();
		},
		"alone",
	],
];

/** Programs that are started at once. */
const atOnce = 3;

const others = [
	[
		"one that ends leaves the other at work, and the program ends where none is left",
		async () => {
			const { discord, slack, env } = await platforms();
			const program = serve({ ...env.discord, ...env.slack });
			await ready(program);
			discord.gateway.break(4_004);
			await until("Discord's end", () => program.written().includes("Discord is not served"));
			const answers = () => slack.world.messages.filter(({ user }) => user === ids.botUser).length;
			await mentionSlack(slack);
			await until("an answer in Slack", () => answers() > 0);
			expect(program.child.exitCode).toBeNull();
			slack.refusedTokens.set(tokens.bot, "token_revoked");
			await mentionSlack(slack);
			await endsWith(program, /SLACK_BOT_TOKEN was refused by Slack \(token_revoked\)/);
			expect(program.written()).not.toContain(token);
		},
	],
	[
		"one that is refused at the start leaves the other at work too",
		async () => {
			const { discord, slack, env } = await platforms();
			slack.refusedTokens.set(tokens.bot, "account_inactive");
			const program = serve({ ...env.discord, ...env.slack });
			await ready(program);
			expect(program.written()).toMatch(/Slack is not served: SLACK_BOT_TOKEN was refused/);
			const { gateway } = discord;
			expect(gateway.connected).toBe(1);
			program.child.kill("SIGTERM");
			expect((await program.over).status).toBe(0);
		},
	],
	[
		"a token that was refused once is used again, and what was asked is answered",
		async () => {
			const { discord, slack, env } = await platforms();
			const program = serve({ ...env.discord, ...env.slack });
			await ready(program);
			discord.faults.add({ ...unauthorized, times: 1 });
			slack.faults.plan(
				{ status: 401, type: "text/html", text: "<p>no</p>" },
				1,
				"chat.postMessage",
			);
			mentionDiscord(discord);
			await mentionSlack(slack);
			const ofBot = () =>
				[...discord.world.channels.values()].flatMap(({ messages }) =>
					messages.filter(({ author }) => author === discord.world.bot.id),
				).length;
			await until(
				"answers",
				() => ofBot() > 0 && slack.world.messages.some(({ user }) => user === ids.botUser),
			);
			await new Promise((resolve) => setTimeout(resolve, 2_000));
			expect(program.child.exitCode).toBeNull();
			mentionDiscord(discord);
			await until("another answer", () => ofBot() > 1);
			program.child.kill("SIGTERM");
			expect((await program.over).status).toBe(0);
		},
	],
] as const;

/** Each break, what is to be told of it, and where it is looked at: with `null` it is there at the start. */
const ends = [
	...ofDiscord.map(([what, sentence, happens, where]) => ({
		what: `it ends with what to mend where Discord ${what}`,
		...{ sentence, where },
		async stand() {
			const { discord, env } = await platforms();
			return { env: env.discord, happens: () => happens(discord) };
		},
	})),
	...ofSlack.map(([what, sentence, happens, where]) => ({
		what: `it ends with what to mend where Slack ${what}`,
		...{ sentence, where },
		async stand() {
			const { slack, env } = await platforms();
			return { env: env.slack, happens: () => happens(slack) };
		},
	})),
	{
		what: "a token that is refused at the start ends the program where there is no other",
		sentence: /DISCORD_TOKEN was refused by Discord \(401\)/,
		where: "together" as const,
		async stand() {
			const { discord, env } = await platforms();
			discord.knowsToken(false);
			return { env: env.discord, happens: null };
		},
	},
	{
		what: "and so do two of which both are refused",
		sentence: /SLACK_BOT_TOKEN was refused by Slack \(token_revoked\)/,
		where: "together" as const,
		async stand() {
			const { discord, slack, env } = await platforms();
			discord.knowsToken(false);
			slack.refusedTokens.set(tokens.bot, "token_revoked");
			return { env: { ...env.discord, ...env.slack }, happens: null };
		},
	},
];

const alone = ends.filter(({ where }) => where === "alone");
const together = ends.filter(({ where }) => where === "together");

// What a token's owner does, and what closes the gateway for good: the whole program ends by each.
it(alone.map(({ what }) => what).join("; "), async () => {
	const cases = alone.map(({ what, ...end }) => [what, end] as const);
	const failed = await allOf(
		cases,
		async ([, { stand, sentence }]) => {
			const { env, happens } = await stand();
			const program = serve(env);
			await ready(program);
			await happens?.();
			await endsWith(program, sentence);
		},
		atOnce,
	);
	expect(failed).toEqual([]);
}, 90_000);

// Most of what each of the others would take is a start: they share one, which has to end by itself as any of them has.
it(together.map(({ what }) => what).join("; "), async () => {
	const stands = await Promise.all(together.map(({ stand }) => stand()));
	const { served, over } = serveSeveral(stands.map(({ env }) => env));
	const cases = together.map(({ what, sentence }, at) => [what, sentence, at] as const);
	const failed = await allOf(cases, async ([, sentence, at]) => {
		const one = served(at);
		const { happens = null } = stands[at] ?? {};
		if (happens) {
			await until("ready", () => one.written.includes('"msg":"ready"'));
			await happens();
		}
		await until("its end", () => one.status !== null);
		expect(one.status).toBe(1);
		expect(one.written.trim().split("\n").at(-1)).toMatch(sentence);
	});
	expect(failed).toEqual([]);
	let isOver = false;
	void over.then(() => {
		isOver = true;
	});
	await until("the end of their process", () => isOver);
	const { status, stderr } = await over;
	expect([status, stderr]).toEqual([0, ""]);
}, 90_000);

it(others.map(([what]) => what).join("; "), async () => {
	expect(await allOf(others, ([, look]) => look())).toEqual([]);
}, 90_000);
