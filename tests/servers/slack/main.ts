import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { scopes } from "../../../adapters/slack/surface.ts";
import type { FaultKind } from "./faults.ts";
import { type LoadOrder, load } from "./load.ts";
import { People } from "./people.ts";
import { SlackServer, tokens } from "./server.ts";
import { shownOf } from "./shown.ts";
import { ids, type Json } from "./world.ts";

/**
 * The server as a process, for runs that kill bots or measure them:
 * `node tests/servers/slack/main.ts --port 0 --channels 4`. It prints one line of JSON,
 * `{ apiUrl, controlUrl, botToken, appToken, signingSecret, channels }`, and serves at `controlUrl`
 * GET `/state`, POST `/fault`, `/faults/chance`, `/faults/clear`, `/token`, `/refresh`, `/break`,
 * `/close-channel`, `/http`, `/command`, `/load`.
 */
const { values } = parseArgs({
	options: {
		port: { type: "string", default: "0" },
		channels: { type: "string", default: "1" },
		/** Between two messages in a channel, in milliseconds. */
		gap: { type: "string", default: "1000" },
	},
});
const server = await SlackServer.start({
	port: Number(values.port),
	channelGapMs: Number(values.gap),
});
server.scopes = Object.keys(scopes);
const people = new People(server);
const channels = Array.from({ length: Number(values.channels) }, (_, at) =>
	at === 0 ? ids.channel : server.world.addChannel({ id: `C0NEWS${1_000 + at}` }).id,
);

const control = createServer((request, response) => {
	void (async () => {
		let text = "";
		for await (const chunk of request) text += String(chunk);
		const result = await order(request.url ?? "", text ? (JSON.parse(text) as Json) : {});
		response.writeHead(result === null ? 404 : 200, { "content-type": "application/json" });
		response.end(JSON.stringify(result ?? {}));
	})();
});

async function order(path: string, body: Json): Promise<unknown> {
	switch (path) {
		case "/state":
			return state();
		case "/fault": {
			const { kind, times = 1, method = null } = body;
			server.faults.plan(kind as FaultKind, Number(times), method as string | null);
			return {};
		}
		case "/faults/chance": {
			const { share, kinds = ["lost_reply"], seed = 1, methods } = body;
			const met = methods ? new Set(methods as string[]) : undefined;
			server.faults.chance(Number(share), kinds as FaultKind[], seeded(Number(seed)), met);
			return {};
		}
		case "/token": {
			const { refused = null } = body;
			if (refused === null) server.refusedTokens.delete(tokens.bot);
			else server.refusedTokens.set(tokens.bot, String(refused));
			return {};
		}
		case "/faults/clear":
			server.faults.clear();
			return {};
		case "/refresh":
			server.links.refresh();
			setTimeout(() => server.links.closeLeaving(), Number(body["closeAfterMs"] ?? 1_000));
			return {};
		case "/break":
			server.links.cut();
			return {};
		case "/close-channel": {
			const channel = server.world.channels.get(String(body["channel"]));
			if (channel && body["gone"]) channel.archived = true;
			else if (channel) channel.member = false;
			return {};
		}
		case "/http":
			server.deliveries.useHttp({
				url: String(body["url"]),
				secret: tokens.secret,
				now: Date.now,
			});
			return {};
		case "/command": {
			const { name, text = "", as, channel } = body as Record<string, string>;
			const sent = await people.command(String(name), text, { as, channel });
			return { id: sent.id, acknowledgedMs: sent.acknowledgedMs };
		}
		case "/load":
			return load(server, people, body as unknown as LoadOrder);
		default:
			return null;
	}
}

/** Everything that the bot has posted, with its key, and what it did wrong. */
function state(): Json {
	const shown = new Map(shownOf(server.world, () => false).map((each) => [each.id, each]));
	const posts = server.world.messages
		.filter(({ user }) => user === ids.botUser)
		.map(({ ts, channel, to, metadata, at }) => ({
			id: ts,
			channel,
			private: to !== null,
			type: metadata?.["event_type"] ?? null,
			key: (metadata?.["event_payload"] as Json | undefined)?.["key"] ?? null,
			text: shown.get(ts)?.text ?? "",
			at,
		}));
	return {
		posts,
		violations: server.violations,
		met: Object.fromEntries(server.faults.met),
		calls: Object.fromEntries(server.calls),
		sockets: {
			open: server.links.size,
			staying: server.links.staying,
			opened: server.links.opened,
		},
	};
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

control.listen(0, "127.0.0.1", () => {
	const { port } = control.address() as AddressInfo;
	process.stdout.write(
		`${JSON.stringify({
			apiUrl: server.apiUrl,
			controlUrl: `http://127.0.0.1:${port}`,
			botToken: tokens.bot,
			appToken: tokens.app,
			signingSecret: tokens.secret,
			channels,
		})}\n`,
	);
});
process.once("SIGTERM", () => process.exit(0));
