import { randomBytes } from "node:crypto";
import { createDiscordPoster } from "../../../adapters/discord/poster.ts";
import { createClient, SlackApi } from "../../../adapters/slack/api.ts";
import { ChannelPace } from "../../../adapters/slack/pace.ts";
import { createPoster } from "../../../adapters/slack/poster.ts";
import { loadMessages } from "../../../src/app/messages.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { sleep } from "../../../src/app/sleep.ts";
import { startDigests } from "../../../src/digest/scheduler.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { openStore } from "../../../src/storage/open.ts";
import type { WorkerOrder } from "./crash.ts";

/**
 * A process that delivers digests with the real posters, until it is killed: what runs beside it in
 * `serve` is left out. It says `started` on standard output, then what it warns of as lines of JSON.
 */
const order: WorkerOrder = JSON.parse(process.argv[2] ?? "{}");
const store = await openStore({ data: order.data });
const say = await loadMessages(indexDataFolder);
const log: Logger = (level, msg, fields) => {
	if (level === "warn" || level === "error")
		process.stdout.write(`${JSON.stringify({ level, msg, ...fields })}\n`);
};
const client = (signal?: AbortSignal) =>
	createClient(order.slack.token, {
		apiUrl: order.slack.apiUrl,
		log,
		...(signal ? { signal } : {}),
	});
const pace = new ChannelPace(order.channelMs, Date.now, sleep);
const api = new SlackApi({
	client: client(),
	pace,
	sleep,
	now: Date.now,
	onFatal: (error) => {
		throw error;
	},
});
const { apiUrl, token } = order.discord;
const rate = { channelMs: order.channelMs, anywhereMs: order.anywhereMs, atOnce: 4 };
startDigests({
	store,
	posters: {
		slack: createPoster({ api, pace, say, log, client }),
		discord: createDiscordPoster({ apiUrl, token, say, log }),
	},
	write: async ({ id, request }) => ({ answer: answerTo(id, request.text), news: true, upTo: 0 }),
	say,
	now: Date.now,
	sleep,
	log,
	newId: () => randomBytes(9).toString("base64url"),
	random: Math.random,
	timing: order.timing,
	rates: { slack: rate, discord: rate, console: rate },
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
