import { describe } from "vitest";
import { createPoster } from "../../../adapters/slack/poster.ts";
import { scopes } from "../../../adapters/slack/surface.ts";
import { createClient, SlackApi } from "../../../adapters/slack/wire/api.ts";
import { ChannelPace } from "../../../adapters/slack/wire/pace.ts";
import { sleep } from "../../../src/app/sleep.ts";
import { SlackServer, tokens } from "../../servers/slack/server.ts";
import { ids } from "../../servers/slack/world.ts";
import { say } from "../../unit/answers/doubles.ts";
import type { Answer } from "./answers.ts";
import { type PosterStage, posterSuite } from "./suite.ts";

async function open(): Promise<PosterStage> {
	const server = await SlackServer.start({ channelGapMs: 0 });
	server.scopes = Object.keys(scopes);
	const log = () => {};
	const client = (signal?: AbortSignal) =>
		createClient(tokens.bot, { apiUrl: server.apiUrl, log, ...(signal ? { signal } : {}) });
	const soon = (ms: number, signal?: AbortSignal) => sleep(Math.min(ms, 5), signal);
	const pace = new ChannelPace(0, Date.now, soon);
	const common = { pace, sleep: soon, now: Date.now };
	const api = new SlackApi({ ...common, client: client(), onFatal: () => {} });
	let channels = 0;
	return {
		poster: createPoster({ api, pace, say, log, client }),
		place: () => {
			const { id } = server.world.addChannel({ id: `C0CASE${1_000 + channels++}` });
			return { platform: "slack", space: ids.team, channel: id, thread: null };
		},
		meet: (answer, done, always) => {
			const methods = ["conversations.history", "auth.test", "chat.postMessage"];
			for (const method of always ? methods : ["chat.postMessage"])
				server.faults.plan({ ...answer, done }, always ? 100 : 1, method);
		},
		posts: () => server.calls.get("chat.postMessage") ?? 0,
		messages: ({ channel }) =>
			server.world.messages.filter((message) => message.channel === channel).length,
		heal: () => server.faults.clear(),
		close: async () => {
			api.stop();
			await server.close();
		},
	};
}

const own = (error: string, more = {}): Answer => ({
	status: 200,
	text: JSON.stringify({ ok: false, error, ...more }),
});
const limited = (headers = {}): Answer => ({
	status: 429,
	text: JSON.stringify({ ok: false, error: "ratelimited" }),
	headers,
});

describe("posts to Slack", () => {
	posterSuite({
		platform: "slack",
		open,
		own: [
			...["channel_not_found", "is_archived"].map(
				(code) => [code, own(code), { kind: "closed", reason: "channel_gone" }] as const,
			),
			...["not_in_channel", "restricted_action", "messages_tab_disabled"].map(
				(code) => [code, own(code), { kind: "closed", reason: "not_allowed" }] as const,
			),
			...["invalid_blocks", "msg_too_long", "missing_scope", "ekm_access_denied"].map(
				(code) => [code, own(code), { kind: "failed", reason: code }] as const,
			),
			...["ratelimited", "message_limit_exceeded"].map(
				(code) => [code, own(code), { kind: "wait", retryAfterMs: null }] as const,
			),
			["429 with a time", limited({ "retry-after": "2" }), { kind: "wait", retryAfterMs: 2_000 }],
		],
		unsure: [
			...["internal_error", "fatal_error", "request_timeout", "service_unavailable"],
			...["invalid_auth", "token_revoked", "account_inactive", "not_authed"],
		]
			.map((code): readonly [string, Answer] => [code, own(code)])
			.concat([
				["429 of its own form without a time", limited()],
				["429 with a time that is none", limited({ "retry-after": "soon" })],
			]),
	});
});
