import { createServer } from "node:http";
import { parseArgs } from "node:util";
import type { FaultOrder } from "./faults.ts";
import { read } from "./reading.ts";
import { seeded } from "./seeded.ts";
import { type ServerOptions, startDiscordServer } from "./server.ts";
import type { Json } from "./world.ts";

/**
 * The server as a process, for runs that kill bots:
 * `node tests/servers/discord/main.ts --port 0 --guilds 2 --channels 4 --seed 1`.
 * It prints one line of JSON, `{ apiUrl, controlUrl, token, guilds, channels }`, and serves at
 * `controlUrl`: GET `/state`, POST `/fault`, `/faults/clear`, `/break`, `/advance`,
 * `/token`, `/close-channel`.
 */
const { values } = parseArgs({
	options: {
		port: { type: "string", default: "0" },
		guilds: { type: "string", default: "1" },
		channels: { type: "string", default: "1" },
		seed: { type: "string", default: "1" },
		token: { type: "string", default: "test-token" },
		/** `none` sets no limits: for runs that measure something else. */
		rates: { type: "string", default: "discord" },
	},
});
const options: ServerOptions = {
	port: Number(values.port),
	random: seeded(Number(values.seed)),
	token: values.token,
};
if (values.rates === "none") options.rates = { channel: null, global: null };
const server = await startDiscordServer(options);
const { world } = server;
const guilds = Array.from({ length: Number(values.guilds) }, () => world.guild());
const channels = Array.from({ length: Number(values.channels) }, (_, at) =>
	world.channel(guilds[at % guilds.length] ?? world.guild()),
);

const control = createServer((request, response) => {
	void (async () => {
		let text = "";
		for await (const chunk of request) text += String(chunk);
		const result = order(request.url ?? "", text ? (JSON.parse(text) as Json) : {});
		response.writeHead(result === null ? 404 : 200, { "content-type": "application/json" });
		response.end(JSON.stringify(result ?? {}));
	})();
});

function order(path: string, body: Json): unknown {
	switch (path) {
		case "/state":
			return state();
		case "/fault":
			server.faults.add(body as FaultOrder);
			return {};
		case "/faults/clear":
			server.faults.clear();
			return {};
		case "/break":
			server.gateway.break((body.how ?? "drop") as "drop");
			return {};
		case "/token":
			server.knowsToken(Boolean(body.known));
			return {};
		case "/advance":
			server.advance(Number(body.ms));
			return {};
		case "/close-channel": {
			const channel = world.channels.get(String(body.channel));
			const gone = { status: 404, code: 10_003, message: "Unknown Channel" };
			const closed = { status: 403, code: 50_001, message: "Missing Access" };
			if (channel) channel.closed = body.gone ? gone : closed;
			return {};
		}
		default:
			return null;
	}
}

/** Everything that the bot has posted: its key, its nonce, its text. */
function state(): Json {
	const posted = [...world.channels.values()].flatMap(({ id, person, messages }) =>
		messages
			.filter(({ author, deleted }) => author === world.bot.id && !deleted)
			.map((message) => {
				const { text, buttons } = read(message.body);
				const digest = buttons.find(({ customId }) => customId.startsWith("digests:"));
				return {
					id: message.id,
					channel: id,
					person,
					at: message.at,
					nonce: message.body.nonce ?? null,
					key: digest?.customId.split(":")[2] ?? null,
					text,
				};
			}),
	);
	return {
		posted,
		violations: world.violations,
		met: Object.fromEntries(server.faults.met),
		counts: Object.fromEntries(server.counts),
		connected: server.gateway.connected,
		invalidRequests: server.rates.invalidRequests,
	};
}

control.listen(0, "127.0.0.1", () => {
	const address = control.address();
	const port = typeof address === "object" && address ? address.port : 0;
	const line = {
		apiUrl: server.apiUrl,
		controlUrl: `http://127.0.0.1:${port}`,
		token: server.token,
		guilds,
		channels: channels.map(({ id }) => id),
	};
	process.stdout.write(`${JSON.stringify(line)}\n`);
});
for (const signal of ["SIGTERM", "SIGINT"] as const)
	process.on(signal, () => {
		control.closeAllConnections();
		control.close();
		void server.close();
	});
