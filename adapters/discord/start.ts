import {
	type APIInteraction,
	type Client,
	GatewayDispatchEvents,
	type GatewayGuildCreateDispatchData,
	type GatewayGuildDeleteDispatchData,
	type GatewayMessageCreateDispatchData,
	type GatewayMessageUpdateDispatchData,
	Status,
	type WebSocketShard,
} from "discord.js";
import type { Desk } from "../../src/domain/chat.ts";
import type { Poster } from "../../src/domain/digest.ts";
import { asIsnadError, IsnadError, PlatformAway } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Metrics } from "../../src/domain/metrics.ts";
import type { Pictures } from "../../src/domain/picture.ts";
import type { AsRequest, Logger } from "../../src/domain/ports.ts";
import { Turns } from "../shared/turns.ts";
import { Work } from "../shared/work.ts";
import { commandsOf } from "./commands/commands.ts";
import { registerCommands } from "./commands/register.ts";
import type { Answering } from "./handlers/answering.ts";
import { Interactions } from "./handlers/interactions.ts";
import { Messages } from "./handlers/messages.ts";
import { createDiscordPoster } from "./poster.ts";
import { closedForGood, createClient, type Shards, TokenRefused } from "./wire/client.ts";
import { closeRest, createRest, discordApi, failureOf } from "./wire/rest.ts";
import { refusalOf, watchToken } from "./wire/token.ts";
import { Wire } from "./wire/wire.ts";

/** Questions that the core works on at a time: enough for the store to write several together. */
const questionsAtOnce = 4;

export type DiscordSettings = {
	token: string;
	/** Another address of Discord's API, with `/api` and without the version. */
	apiUrl?: string | undefined;
	/** A guild that alone gets the commands, at once: for development. */
	guild?: string | undefined;
	shards?: Shards | undefined;
	/** ISNAD_FOLLOW_UPS: needs the privileged message content intent. */
	followUps?: boolean | undefined;
};

export type DiscordParts = {
	desk: Desk;
	say: Say;
	settings: DiscordSettings;
	log: Logger;
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** What is told in a guild rests while the bot is not there. */
	digests?: Record<"leave" | "comeBack", (guild: string) => Promise<number>> | undefined;
	/** Each thing that Discord delivers is one request. */
	asRequest?: AsRequest | undefined;
	metrics?: Pick<Metrics, "acknowledged"> | undefined;
	pictures?: Pictures | undefined;
	/** Called once where Discord will have nothing more to do with the bot. */
	onFatal(error: IsnadError): void;
};

type RunningDiscord = {
	poster: Poster;
	/** Whether every connection to Discord stands. */
	isConnected(): boolean;
	stop(): Promise<void>;
};

/** A start that meets 401 or nobody is made again after so many milliseconds, and again. */
const startPausesMs = [500, 1_500];

/**
 * Connects to Discord; resolves once it accepts work. Rejects with `config_invalid` and a sentence
 * that says what to mend where Discord refuses the token or the intents, and with `PlatformAway`
 * where it cannot be reached.
 */
export async function startDiscord(parts: DiscordParts): Promise<RunningDiscord> {
	for (const pauseMs of startPausesMs) {
		try {
			return await startOnce(parts);
		} catch (error) {
			const mayPass = error instanceof TokenRefused || error instanceof PlatformAway;
			if (!mayPass) throw error;
			await parts.sleep(pauseMs);
		}
	}
	return startOnce(parts);
}

async function startOnce(parts: DiscordParts): Promise<RunningDiscord> {
	const { settings, say, log } = parts;
	const { token, apiUrl } = settings;
	const { client, disconnect } = createClient(
		apiUrl,
		{ shards: settings.shards ?? 1, followUps: settings.followUps },
		log,
	);
	const work = new Work((error) =>
		log("error", "Something that Discord delivered was not handled.", {
			code: asIsnadError(error).code,
		}),
	);
	let over = false;
	const fatal = (error: IsnadError) => {
		if (over) return;
		over = true;
		parts.onFatal(error);
	};
	const watch = watchToken(parts, fatal);
	const onUnauthorized = () => watch.suspect();
	const { sleep, metrics } = parts;
	const wire = new Wire({ token, api: apiUrl, log, sleep, onUnauthorized, metrics });
	const poster = createDiscordPoster({ token, apiUrl, say, log, onUnauthorized });
	listen(client, { ...parts, wire, turns: new Turns(questionsAtOnce) }, work);
	let closeCode = 0;
	let started = false;
	client.on("shardDisconnect", ({ code }) => {
		closeCode = code;
		if (started) fatal(closedForGood(code));
	});
	const stop = async () => {
		over = true;
		// Closed first, so that nothing new arrives while the rest is finished.
		await disconnect();
		watch.stop();
		await work.finished();
		wire.close();
		poster.close();
	};
	try {
		await client.login(token);
		started = true;
		await register(client, parts);
	} catch (error) {
		await stop();
		throw await whyNotStarted(error, closeCode, settings);
	}
	const { shards } = client.ws;
	return { poster, isConnected: () => shards.size > 0 && shards.every(isOpen), stop };
}

/** Discord delivers before it has told of every guild. */
function isOpen({ status }: WebSocketShard): boolean {
	return status === Status.Ready || status === Status.WaitingForGuilds;
}

/** What the gateway delivers is taken as it comes: nothing waits until every guild is known. */
function listen(client: Client, answering: Answering & DiscordParts, work: Work): void {
	const { log, digests, asRequest = (handle) => handle() } = answering;
	const begin = (handle: () => Promise<void>) => asRequest(() => work.begin(handle));
	// A connection tells of thousands of guilds at once; and what rests goes by what was told last.
	const inTurn = new Turns(1);
	const interactions = new Interactions(answering);
	const channels = (id: string) => {
		const channel = client.channels.cache.get(id);
		if (!channel) return { id };
		const parent_id = "parentId" in channel ? channel.parentId : null;
		return { id, type: channel.type, parent_id };
	};
	const messages = new Messages({
		...answering,
		channel: channels,
		followUps: answering.settings.followUps ?? false,
		self(guild) {
			const id = client.user?.id ?? "";
			const roles = guild === undefined ? undefined : client.guilds.cache.get(guild)?.roles;
			return { id, role: roles?.cache.find(({ tags }) => tags?.botId === id)?.id };
		},
	});
	client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
		begin(() => interactions.handle(interaction)),
	);
	client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
		begin(() => messages.handle(message)),
	);
	client.ws.on(GatewayDispatchEvents.MessageUpdate, (message: GatewayMessageUpdateDispatchData) =>
		begin(() => messages.edited(message)),
	);
	client.ws.on(GatewayDispatchEvents.GuildDelete, (guild: GatewayGuildDeleteDispatchData) => {
		// An outage of Discord's makes guilds unavailable: the bot is still in them.
		if (guild.unavailable) return;
		log("info", "The bot was removed from a guild; its digests there rest.", { guild: guild.id });
		begin(() => inTurn.run(async () => void (await digests?.leave(guild.id))));
	});
	// Told of each guild after every connection too: of a guild that it never left nothing rests.
	client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: GatewayGuildCreateDispatchData) =>
		begin(() => inTurn.run(async () => void (await digests?.comeBack(guild.id)))),
	);
}

/** Without its commands the bot still answers mentions and messages, so a failure is told, not fatal. */
async function register(client: Client, { settings, say, log }: DiscordParts): Promise<void> {
	const { token, apiUrl, guild } = settings;
	const application = client.application?.id;
	if (!application) return;
	const rest = createRest(apiUrl, { retries: 3 }).setToken(token);
	try {
		const changed = await registerCommands(rest, { application, guild }, commandsOf(say));
		log("info", "The commands are registered.", { changed, guild: guild ?? null });
	} catch (error) {
		const failure = failureOf(error);
		log("warn", "The commands could not be registered: run doctor to see what is missing.", {
			why: failure.kind,
			code: failure.kind === "refused" ? failure.code : null,
		});
	} finally {
		closeRest(rest);
	}
}

async function whyNotStarted(
	error: unknown,
	closeCode: number,
	settings: DiscordSettings,
): Promise<IsnadError> {
	if (error instanceof IsnadError) return error;
	if (closeCode >= 4_000) return closedForGood(closeCode);
	const failure = failureOf(error);
	const at = settings.apiUrl ?? discordApi;
	const why = "message" in failure ? failure.message : failure.kind;
	const away = new PlatformAway(
		`Discord cannot be reached at ${at} (${why}): check the network and DISCORD_API_URL.`,
		{ cause: error },
	);
	// discord.js says so of every 401, whoever answered it.
	const refused = (error as { code?: unknown }).code === "TokenInvalid";
	if (refused || failure.kind === "unauthorized") return (await refusalOf(settings)) ?? away;
	const message = error instanceof Error ? error.message : "";
	if (message.startsWith("Not enough sessions"))
		return new IsnadError(
			"config_invalid",
			`Discord allows the bot no more connections today (${message}): wait until then, and look for what starts it over and over.`,
			{ cause: error },
		);
	return away;
}
