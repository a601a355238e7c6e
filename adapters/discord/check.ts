import { type APIApplication, type APIGatewayBotInfo, type REST, Routes } from "discord.js";
import type { Say } from "../../src/domain/messages.ts";
import { commandsOf } from "./commands/commands.ts";
import { differenceOfCommands } from "./commands/register.ts";
import { codes } from "./limits.ts";
import type { DiscordSettings } from "./start.ts";
import { TokenRefused } from "./wire/client.ts";
import { closeRest, createRest, discordApi, failureOf } from "./wire/rest.ts";

type Found = { ok: boolean; says: string };

/** Guilds that one connection may serve. Gateway page, "Sharding". */
const guildsPerShard = 2_500;

/** What Discord says to the settings, and how to mend what is wrong; it changes nothing. */
export async function checkDiscord(settings: DiscordSettings, say: Say): Promise<Found[]> {
	const rest = createRest(settings.apiUrl).setToken(settings.token);
	try {
		const application = (await rest.get(Routes.currentApplication())) as APIApplication;
		return [
			{ ok: true, says: `DISCORD_TOKEN belongs to the application ${application.name}.` },
			await shardsFound(rest, application, settings),
			await commandsFound(rest, application.id, settings, say),
		];
	} catch (error) {
		return [{ ok: false, says: whyNot(error, settings) }];
	} finally {
		closeRest(rest);
	}
}

async function shardsFound(
	rest: REST,
	application: APIApplication,
	{ shards = 1 }: DiscordSettings,
): Promise<Found> {
	const gateway = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
	const guilds = application.approximate_guild_count ?? 0;
	const needed = Math.ceil(guilds / guildsPerShard);
	if (shards !== "auto" && shards < needed)
		return {
			ok: false,
			says: `${guilds} servers need at least ${needed} connections: set DISCORD_SHARDS=auto.`,
		};
	const { remaining } = gateway.session_start_limit;
	return remaining > 0
		? { ok: true, says: `${guilds} servers; ${remaining} more connections may be made today.` }
		: {
				ok: false,
				says: "No more connections may be made today: wait until Discord allows new ones.",
			};
}

async function commandsFound(
	rest: REST,
	application: string,
	{ guild }: DiscordSettings,
	say: Say,
): Promise<Found> {
	const where = guild ? `in the server ${guild}` : "for everybody";
	try {
		const found = await differenceOfCommands(rest, { application, guild }, commandsOf(say));
		const parts = [
			["to be added", found.create.map(({ name }) => name)],
			["to be changed", found.change.map(({ to }) => to.name)],
			["to be removed", found.remove.map(({ name }) => name)],
		] as const;
		const differs = parts
			.filter(([, names]) => names.length > 0)
			.map(([what, names]) => `${what}: ${names.join(", ")}`);
		return differs.length === 0
			? { ok: true, says: `The commands are registered ${where}.` }
			: { ok: true, says: `The next start registers commands ${where}; ${differs.join("; ")}.` };
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind === "refused" && failure.code === codes.missingAccess)
			return {
				ok: false,
				says: `The bot may not register commands ${where}: install it there with the scope applications.commands, or mend DISCORD_GUILD.`,
			};
		throw error;
	}
}

function whyNot(error: unknown, { apiUrl }: DiscordSettings): string {
	const failure = failureOf(error);
	if (failure.kind === "unauthorized") return new TokenRefused(401).message;
	const why = "message" in failure ? failure.message : failure.kind;
	return `Discord cannot be asked at ${apiUrl ?? discordApi} (${why}): check the network and DISCORD_API_URL.`;
}
