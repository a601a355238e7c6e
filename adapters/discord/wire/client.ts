import {
	Client,
	GatewayCloseCodes,
	GatewayIntentBits,
	Options,
	SimpleShardingStrategy,
} from "discord.js";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { keepToken, restOptions } from "./rest.ts";

/** Connections to the gateway: as many as Discord advises, or so many. */
export type Shards = "auto" | number;

/**
 * What the bot hears: guilds and their channels, messages there (without the privileged content
 * intent Discord gives the text only of those that mention the bot), direct messages.
 */
const intents = [
	GatewayIntentBits.Guilds,
	GatewayIntentBits.GuildMessages,
	GatewayIntentBits.DirectMessages,
];

/** The connection to Discord; it keeps nothing of what passes but guilds and channels. */
export function createClient(
	api: string | undefined,
	{ shards, followUps = false }: { shards: Shards; followUps?: boolean | undefined },
	log: Logger,
): { client: Client; disconnect(): Promise<void> } {
	const strategies: EndingStrategy[] = [];
	const client = new Client({
		ws: {
			buildStrategy: (manager) => {
				const strategy = new EndingStrategy(manager);
				strategies.push(strategy);
				return strategy;
			},
		},
		// What is said in a thread without naming the bot is told with this privileged one alone.
		intents: followUps ? [...intents, GatewayIntentBits.MessageContent] : intents,
		rest: restOptions(api),
		...(shards === "auto" ? { shards } : { shardCount: shards }),
		// The adapter works on what the gateway delivers: nothing else has to be remembered.
		makeCache: Options.cacheWithLimits({
			MessageManager: 0,
			PresenceManager: 0,
			ReactionManager: 0,
			ReactionUserManager: 0,
			GuildEmojiManager: 0,
			GuildStickerManager: 0,
			GuildScheduledEventManager: 0,
			GuildInviteManager: 0,
			GuildBanManager: 0,
			StageInstanceManager: 0,
			ThreadMemberManager: 0,
			VoiceStateManager: 0,
			AutoModerationRuleManager: 0,
			UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user?.id },
			GuildMemberManager: {
				maxSize: 10,
				keepOverLimit: (member) => member.id === member.client.user?.id,
			},
		}),
	});
	keepToken(client.rest);
	client.on("error", (error) =>
		log("warn", "Discord's client reports an error.", { name: error.name }),
	);
	client.on("shardError", (error, shard) =>
		log("warn", "The connection to Discord failed; it is made again.", { shard, name: error.name }),
	);
	client.on("shardReconnecting", (shard) =>
		log("info", "The connection to Discord is made again.", { shard }),
	);
	client.on("shardResume", (shard, replayed) =>
		log("info", "The connection to Discord stands again.", { shard, replayed }),
	);
	const disconnect = async () => {
		await client.destroy();
		for (const strategy of strategies) strategy.end();
	};
	return { client, disconnect };
}

/** What of a shard has no public name in discord.js 14.28. */
type Inside = { internalConnect: () => Promise<void>; connection: { terminate(): void } | null };

/**
 * discord.js forgets its shards when it is destroyed, and one that waits to connect again (half a
 * second after a broken connection) connects all the same and keeps the process alive.
 */
class EndingStrategy extends SimpleShardingStrategy {
	#spawned: Inside[] = [];

	override async spawn(shardIds: number[]): Promise<void> {
		await super.spawn(shardIds);
		const shards = Reflect.get(this, "shards") as Map<number, Inside>;
		this.#spawned = [...shards.values()];
	}

	end(): void {
		for (const shard of this.#spawned) {
			shard.internalConnect = async () => {};
			shard.connection?.terminate();
		}
	}
}

const portal = "https://discord.com/developers/applications";

/** Discord does not know the token; `code`: the status 401, or the gateway's close code. */
export class TokenRefused extends IsnadError {
	constructor(code: number) {
		super(
			"config_invalid",
			`DISCORD_TOKEN was refused by Discord (${code}): copy it again from the Bot page of the application at ${portal}, or reset it there.`,
		);
	}
}

/** Why Discord closed the connection for good, with what to mend. */
export function closedForGood(code: number): IsnadError {
	switch (code) {
		case GatewayCloseCodes.AuthenticationFailed:
			return new TokenRefused(code);
		case GatewayCloseCodes.DisallowedIntents:
		case GatewayCloseCodes.InvalidIntents:
			return new IsnadError(
				"config_invalid",
				`Discord refused the intents of the application that DISCORD_TOKEN belongs to (${code}): switch on what its Bot page at ${portal} lists under Privileged Gateway Intents, or use the token of another application.`,
			);
		case GatewayCloseCodes.ShardingRequired:
			return new IsnadError(
				"config_invalid",
				`The bot is in more servers than one connection may serve (${code}): set DISCORD_SHARDS=auto.`,
			);
		case GatewayCloseCodes.InvalidShard:
			return new IsnadError(
				"config_invalid",
				`Discord refused the number of shards (${code}): set DISCORD_SHARDS=auto.`,
			);
		default:
			return new IsnadError(
				"not_supported",
				`Discord closed the connection for good (${code}): this version of the program is too old for it.`,
			);
	}
}
