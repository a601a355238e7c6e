import { randomBytes } from "node:crypto";
import { createDiscordPoster } from "../../../adapters/discord/poster.ts";
import { watchToken } from "../../../adapters/discord/wire/token.ts";
import { createPoster } from "../../../adapters/slack/poster.ts";
import { createClient, SlackApi } from "../../../adapters/slack/wire/api.ts";
import { ChannelPace } from "../../../adapters/slack/wire/pace.ts";
import { loadMessages } from "../../../src/app/load/messages.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { sleep } from "../../../src/app/sleep.ts";
import type { DigestParts } from "../../../src/digest/delivery/delivery-parts.ts";
import type { rates } from "../../../src/digest/delivery/rates.ts";
import { startDigests } from "../../../src/digest/delivery/scheduler.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { platformNames } from "../../../src/domain/sets/platforms.ts";
import { openStore } from "../../../src/storage/open.ts";
import type { WorkerOrder } from "./crash.ts";

/**
 * A process that delivers digests with the real posters, until it is killed: what runs beside it in
 * `serve` is left out. It says `started` on standard output, then what it warns of as lines of JSON.
 */
const order: WorkerOrder = JSON.parse(process.argv[2] ?? "{}");
const log: Logger = (level, msg, fields) => {
	if (level === "warn" || level === "error")
		process.stdout.write(`${JSON.stringify({ level, msg, ...fields })}\n`);
};
const now = () => Date.now() + order.aheadMs;
const store = await openStore(order.place, { log, now }).catch(() => {
	// As an operator sees it: it is started again.
	process.stdout.write("the state cannot be reached\n");
	process.exit(1);
});
const say = await loadMessages(indexDataFolder);
const client = (signal?: AbortSignal) =>
	createClient(order.slack.token, {
		apiUrl: order.slack.apiUrl,
		log,
		...(signal ? { signal } : {}),
	});
const pace = new ChannelPace(order.channelMs, Date.now, sleep);
const { apiUrl, token } = order.discord;
const { tokenPausesMs } = order;
/** A platform that refuses the token for good is left; the process ends where none is left. */
const giveUp = (platform: "slack" | "discord") => () => {
	delete posters[platform];
	process.stdout.write(`given up ${platform}\n`);
	if (Object.keys(posters).length === 0) process.exit(1);
};
const api = new SlackApi({
	...{ client: client(), pace, sleep, now: Date.now, tokenPausesMs },
	onFatal: giveUp("slack"),
});
const settings = { token, apiUrl };
const watch = watchToken({ settings, sleep, pausesMs: tokenPausesMs }, giveUp("discord"));
const posters: DigestParts["posters"] = {
	slack: createPoster({ api, pace, say, log, client }),
	discord: createDiscordPoster({ ...settings, say, log, onUnauthorized: watch.suspect }),
};
const rate = { channelMs: order.channelMs, anywhereMs: order.anywhereMs, atOnce: 4 };
startDigests({
	store,
	posters,
	write: async ({ id, request, since }) => ({
		...{ answer: answerTo(id, request.text), news: since < 1, upTo: 1 },
	}),
	say,
	now,
	sleep,
	log,
	newId: () => randomBytes(9).toString("base64url"),
	random: Math.random,
	timing: order.timing,
	rates: Object.fromEntries(platformNames.map((name) => [name, rate])) as typeof rates,
});
process.stdout.write("started\n");

function answerTo(id: string, topic: string): Answer {
	return {
		command: "digest",
		language: "en",
		answered: false,
		heading: `What is new: ${topic} (${id})`,
		items: [],
		notes: ["There is nothing new on it yet."],
		actions: [],
		total: 0,
		offset: 0,
	};
}
