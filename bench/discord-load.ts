/**
 * The bot as a process of its own, as it is served, against a Discord server of ours on 127.0.0.1:
 * commands and suggestions under load, and connections that break at random moments.
 *   node bench/discord-load.ts [--commands 1000] [--at-once 50] [--breaks 100] [--seed 1]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { projectFolder } from "../src/app/paths.ts";
import type { Interaction } from "../tests/servers/discord/interactions.ts";
import { People } from "../tests/servers/discord/people.ts";
import { seeded } from "../tests/servers/discord/seeded.ts";
import { type DiscordServer, startDiscordServer } from "../tests/servers/discord/server.ts";
import type { Channel } from "../tests/servers/discord/world.ts";

const { values } = parseArgs({
	options: {
		commands: { type: "string", default: "1000" },
		"at-once": { type: "string", default: "50" },
		breaks: { type: "string", default: "100" },
		seed: { type: "string", default: "1" },
	},
});
const seed = Number(values.seed);
const random = seeded(seed);
const atOnce = Number(values["at-once"]);
/** Has the form of a token; it opens nothing. */
const token = "aaaaaaaaaaaaaaaaaaaaaaaa.aaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaa";
const topics = ["china drones", "weapons for Russia", "ما قالته الصين", "Putin Xi", "العقوبات"];
const typed = ["put", "chi", "بوت", "bbc", "الصي", "r"];

function percentile(sorted: readonly number[], share: number): number {
	return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function timesOf(name: string, times: number[]) {
	const sorted = times.toSorted((a, b) => a - b);
	return { [name]: { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) } };
}

/** Does `one` so often, so many at a time. */
async function inParallel(count: number, width: number, one: (n: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		while (next < count) await one(next++);
	};
	await Promise.all(Array.from({ length: width }, worker));
}

const done = (asked: Interaction) => asked.answers > 0 && asked.original?.loading === false;

/** A question of somebody who has asked nothing yet: people are held to so many a minute. */
function ask(server: DiscordServer, people: People, channel: Channel, n: number): Interaction {
	const topic = topics[n % topics.length] ?? "";
	const act = { by: server.world.person(`person${n}`), in: channel };
	return people.command(act, "claims", [{ name: "topic", type: 3, value: topic }]);
}

async function commands(server: DiscordServer, people: People, channel: Channel, count: number) {
	const all: Interaction[] = [];
	const start = performance.now();
	await inParallel(count, atOnce, async (n) => {
		const asked = ask(server, people, channel, n);
		all.push(asked);
		await server.until(() => done(asked), 30_000);
	});
	const seconds = (performance.now() - start) / 1_000;
	return {
		commands: count,
		atOnce,
		answeredOnce: all.filter(({ answers }) => answers === 1).length,
		perSecond: Math.round(count / seconds),
		...timesOf(
			"firstResponseMs",
			all.map((each) => (each.acknowledgedMs ?? 0) - each.createdMs),
		),
		...timesOf(
			"answerMs",
			all.map((each) => (each.answeredMs ?? 0) - each.createdMs),
		),
	};
}

async function suggestions(server: DiscordServer, people: People, channel: Channel, count: number) {
	const times: number[] = [];
	await inParallel(count, 20, async (n) => {
		const act = { by: server.world.person(`person${n}`), in: channel };
		const value = typed[n % typed.length] ?? "";
		const asked = people.typing(act, "claims", [
			{ name: "speaker", type: 3, value, focused: true },
		]);
		await server.until(() => asked.response !== null, 30_000);
		times.push((asked.acknowledgedMs ?? 0) - asked.createdMs);
	});
	return { suggestions: count, suggestionsAtOnce: 20, ...timesOf("suggestionMs", times) };
}

const hows = ["drop", "drop", "drop", 4_000, 4_009, "reconnect", "invalid_resumable"] as const;

/** Questions go on arriving while the connection breaks; one session in forty is lost for good. */
async function breaks(server: DiscordServer, people: People, channel: Channel, count: number) {
	const all: Interaction[] = [];
	let over = false;
	let n = 1_000_000;
	const asking = (async () => {
		while (!over) {
			all.push(ask(server, people, channel, n++));
			await delay(20 + random() * 60);
		}
	})();
	const { gateway } = server;
	for (let at = 0; at < count; at++) {
		await delay(random() * 1_200);
		const how = random() < 1 / 40 ? "invalid" : hows[Math.floor(random() * hows.length)];
		gateway.break(how ?? "drop");
		await server.until(() => gateway.connected > 0, 30_000);
	}
	over = true;
	await asking;
	const delivered = all.filter((each) => each.delivered);
	await server.until(() => delivered.every(done), 20_000).catch(() => {});
	return {
		breaks: count,
		asked: all.length,
		deliveredByDiscord: delivered.length,
		lost: delivered.filter((each) => !done(each)).length,
		answeredMoreThanOnce: all.filter(({ answers }) => answers > 1).length,
		resumes: gateway.resumes,
		identifies: gateway.identifies,
	};
}

const server = await startDiscordServer({ token, random });
const people = new People(server);
const channel = server.world.channel(server.world.guild());
const data = mkdtempSync(join(tmpdir(), "isnad-discord-"));
const bot = spawn(process.execPath, [join(projectFolder, "src", "main.ts"), "serve"], {
	env: {
		...process.env,
		DISCORD_TOKEN: token,
		DISCORD_API_URL: server.apiUrl,
		ISNAD_DATA: data,
		LOG_FORMAT: "json",
	},
	stdio: ["ignore", "ignore", "pipe"],
});
try {
	let log = "";
	bot.stderr.on("data", (chunk: Buffer) => {
		log = (log + String(chunk)).slice(-10_000);
	});
	await server.until(() => log.includes('"msg":"ready"'), 60_000);
	// As a running bot is: code compiled, caches filled.
	await commands(server, people, channel, 200);
	const result = {
		seed,
		...(await commands(server, people, channel, Number(values.commands))),
		...(await suggestions(server, people, channel, Number(values.commands))),
		...(await breaks(server, people, channel, Number(values.breaks))),
		refusals: server.refusals,
		violations: server.world.violations,
	};
	console.log(JSON.stringify(result, null, 1));
} finally {
	const ended = new Promise((resolve) => bot.once("exit", resolve));
	bot.kill("SIGTERM");
	await ended;
	await server.close();
	rmSync(data, { recursive: true, force: true });
}
