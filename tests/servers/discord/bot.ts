import { setTimeout as delay } from "node:timers/promises";
import { type DiscordParts, startDiscord } from "../../../adapters/discord/start.ts";
import type { Desk } from "../../../src/domain/chat.ts";
import { say } from "../../unit/answers/doubles.ts";
import { type Act, People } from "./people.ts";
import { read } from "./reading.ts";
import { type DiscordServer, type ServerOptions, startDiscordServer } from "./server.ts";
import type { Channel, StoredMessage } from "./world.ts";

/** The real adapter connected to a server of its own, with a guild and a channel. */
export type Bot = {
	server: DiscordServer;
	people: People;
	channel: Channel;
	running: Awaited<ReturnType<typeof startDiscord>>;
	/** What `onFatal` was told. */
	fatal: string[];
	logged: string[];
	/** Somebody in the channel. */
	ann: Act;
	/** What the bot has posted, in order, as people see it. */
	posted(): (ReturnType<typeof read> & { message: StoredMessage })[];
	/** Ends the adapter and starts another one at the same server. */
	restart(): Promise<void>;
	close(): Promise<void>;
};

export type BotOptions = {
	server?: ServerOptions;
	settings?: Partial<DiscordParts["settings"]>;
	digests?: DiscordParts["digests"];
	pictures?: DiscordParts["pictures"];
	/** Changes the server before the bot connects. */
	before?: (server: DiscordServer) => void;
	/** Pauses longer than this, in milliseconds, are cut short. */
	longestPause?: number;
};

/** Tests wait for nothing but what they are about. */
const noRates: ServerOptions = { rates: { channel: null, global: null } };

export async function startBot(desk: Desk, options: BotOptions = {}): Promise<Bot> {
	const server = await startDiscordServer({ ...noRates, ...options.server });
	const { world } = server;
	const channel = world.channel(world.guild());
	options.before?.(server);
	const fatal: string[] = [];
	const logged: string[] = [];
	const { longestPause = Number.POSITIVE_INFINITY } = options;
	const start = () =>
		startDiscord({
			desk,
			say,
			settings: { token: server.token, apiUrl: server.apiUrl, ...options.settings },
			log: (level, msg, fields) => logged.push(`${level} ${msg} ${JSON.stringify(fields ?? {})}`),
			digests: options.digests,
			pictures: options.pictures,
			sleep: async (ms) => void (await delay(Math.min(ms, longestPause))),
			onFatal: (error) => fatal.push(error.message),
		});
	try {
		let running = await start();
		return {
			server,
			people: new People(server),
			channel,
			running,
			async restart() {
				await running.stop();
				running = await start();
			},
			fatal,
			logged,
			ann: { by: world.person("ann"), in: channel },
			posted: () =>
				[...world.channels.values()]
					.flatMap(({ messages }) => messages)
					.filter(({ author, deleted }) => author === world.bot.id && !deleted)
					.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
					.map((message) => ({ ...read(message.body), message })),
			close: async () => {
				await running.stop();
				await server.close();
			},
		};
	} catch (error) {
		await server.close();
		throw error;
	}
}
