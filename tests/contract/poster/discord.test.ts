import { describe } from "vitest";
import { createDiscordPoster } from "../../../adapters/discord/poster.ts";
import { startDiscordServer } from "../../servers/discord/server.ts";
import { say } from "../../unit/answers/doubles.ts";
import type { Answer } from "./answers.ts";
import { type PosterStage, posterSuite } from "./suite.ts";

async function open(): Promise<PosterStage> {
	const server = await startDiscordServer({ rates: { channel: null, global: null } });
	const { token, apiUrl, world } = server;
	const guild = world.guild();
	const create = () => createDiscordPoster({ token, apiUrl, say, log: () => {} });
	let poster = create();
	return {
		get poster() {
			return poster;
		},
		place: () => {
			const { id } = world.channel(guild);
			return { platform: "discord", space: guild, channel: id, thread: null };
		},
		meet: (answer, done, always) => {
			// Without nonces: what is posted twice is there twice.
			world.nonces.clear();
			const once = { times: 1, method: "POST", path: "/messages" };
			server.faults.add({ kind: "answer", ...answer, done, ...(always ? {} : once) });
		},
		posts: () => server.counts.get("POST /channels/{id}/messages") ?? 0,
		messages: ({ channel }) => world.channels.get(channel)?.messages.length ?? 0,
		heal: () => {
			server.faults.clear();
			// A new one has none of its fifty requests a second behind it.
			poster.close();
			poster = create();
		},
		close: async () => {
			poster.close();
			await server.close();
		},
	};
}

const own = (status: number, code: number, message: string, headers = {}): Answer => ({
	status,
	text: JSON.stringify({ message, code }),
	headers,
});
const limited = (body: object, headers = {}): Answer => ({
	status: 429,
	text: JSON.stringify({ message: "You are being rate limited.", ...body }),
	headers,
});

describe("posts to Discord", () => {
	posterSuite({
		platform: "discord",
		open,
		own: [
			["unknown channel", own(404, 10_003, "Unknown Channel"), closed("channel_gone")],
			["unknown guild", own(404, 10_004, "Unknown Guild"), closed("channel_gone")],
			["missing access", own(403, 50_001, "Missing Access"), closed("not_allowed")],
			["missing permissions", own(403, 50_013, "Missing Permissions"), closed("not_allowed")],
			["the form of the message", own(400, 50_035, "Invalid Form Body"), { kind: "failed" }],
			["an archived thread", own(400, 50_083, "Thread is archived"), { kind: "failed" }],
			["slow mode", own(403, 20_016, "Slowmode"), { kind: "wait", retryAfterMs: null }],
			["overloaded", own(400, 130_000, "Overloaded"), { kind: "wait", retryAfterMs: null }],
			[
				"429 with a time",
				limited({ retry_after: 0.1 }, { "retry-after": "0.1" }),
				{ kind: "wait" },
			],
		],
		unsure: [
			["its own 401", own(401, 0, "401: Unauthorized")],
			["its own general error", own(400, 0, "400: Bad Request")],
			["429 of its own form without a time", limited({ retry_after: 1 })],
			["429 with a time that is none", limited({}, { "retry-after": "soon" })],
		],
	});
});

function closed(reason: "channel_gone" | "not_allowed") {
	return { kind: "closed", reason } as const;
}
