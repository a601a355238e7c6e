import type { WebServer } from "../../../../adapters/web/server/web-server.ts";
import type { Desk } from "../../../domain/chat.ts";
import type { Poster } from "../../../domain/digest.ts";
import { IsnadError } from "../../../domain/errors.ts";
import type { Say } from "../../../domain/messages.ts";
import type { Metrics } from "../../../domain/metrics.ts";
import type { Pictures } from "../../../domain/picture.ts";
import type { AsRequest, Clock, Logger } from "../../../domain/ports.ts";
import type { PlatformName } from "../../../domain/sets/platforms.ts";
import type { Store } from "../../../domain/state/store.ts";
import type { Config } from "../../config.ts";
import { sleep } from "../../sleep.ts";
import {
	installedParts,
	installProblems,
	isInstalled,
	slackModeSettings,
} from "./installed-slack.ts";

/** What a platform is started with. */
export type PlatformParts = {
	config: Config;
	desk: Desk;
	say: Say;
	log: Logger;
	now: Clock;
	asRequest: AsRequest;
	metrics: Metrics;
	store: Pick<Store, "installations" | "subscriptions">;
	pictures: Pictures | undefined;
	/** The process's HTTP server, where it has one. */
	mount: WebServer["mount"] | undefined;
	/** The platform will have nothing more to do with the bot: it is left with this sentence. */
	onFatal(error: IsnadError): void;
};

/** A platform that the bot can be at home on. Its SDK is read only when it is configured. */
export type Platform = {
	name: string;
	/** Whether the environment has any of its settings. */
	isConfigured(config: Config): boolean;
	/** What is wrong with the form of its settings and how to mend it; empty where nothing is. */
	problems(config: Config): string[];
	/**
	 * Resolves once it accepts work. Errors: `config_invalid`, which names the setting to mend;
	 * `PlatformAway` where it may be there again later.
	 */
	start(parts: PlatformParts): Promise<Running>;
	/** Asks the platform itself about the settings; it changes nothing. */
	check(config: Config, log: Logger, say: Say): Promise<{ ok: boolean; says: string }[]>;
};

export type Running = {
	poster: Poster;
	/** Whether the platform can reach the bot now. */
	isConnected(): boolean;
	/** Takes nothing new, finishes what was begun. */
	stop(): Promise<void>;
};

/** Every platform but the console, which needs no start of its own. */
const served: Record<Exclude<PlatformName, "console">, Platform> = {
	slack: {
		name: "Slack",
		isConfigured: ({ slack }) =>
			Boolean(slack.botToken || slack.appToken || slack.signingSecret || slack.clientId),
		problems: (config) => {
			const { slack } = config;
			const out = slack.clientId ? installProblems(config) : [];
			if (!slack.clientId && !slack.botToken)
				out.push("SLACK_BOT_TOKEN is not set: copy the bot token of the Slack app (xoxb-…).");
			if (slack.botToken && !slack.botToken.startsWith("xoxb-"))
				out.push("SLACK_BOT_TOKEN is no bot token: it begins with xoxb-.");
			if (!slack.appToken && !slack.signingSecret)
				out.push(
					"Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: set one of them.",
				);
			if (slack.appToken && !slack.appToken.startsWith("xapp-"))
				out.push("SLACK_APP_TOKEN is no app-level token: it begins with xapp-.");
			if (slack.signingSecret && !/^[0-9a-f]{32}$/.test(slack.signingSecret))
				out.push("SLACK_SIGNING_SECRET is no signing secret: it has 32 hexadecimal digits.");
			return out;
		},
		async start({ config, ...parts }) {
			if (isInstalled(config)) {
				const { startInstalledSlack } = await import(
					"../../../../adapters/slack/installed/start.ts"
				);
				return startInstalledSlack({ ...parts, sleep, ...installedParts(config, parts.store) });
			}
			const { startSlack } = await import("../../../../adapters/slack/start.ts");
			return startSlack({ ...parts, sleep, settings: slackSettings(config) });
		},
		async check(config, log) {
			const { checkMode, checkSlack } = await import("../../../../adapters/slack/check.ts");
			if (isInstalled(config)) return [await checkMode(slackModeSettings(config), log)];
			return checkSlack(slackSettings(config), log);
		},
	},
	discord: {
		name: "Discord",
		isConfigured: ({ discord }) => Boolean(discord.token),
		problems: ({ discord }) =>
			discord.token && !/^[\w-]{20,40}\.[\w-]{5,10}\.[\w-]{20,50}$/.test(discord.token)
				? ["DISCORD_TOKEN is no bot token: copy it from the Bot page of the Discord application."]
				: [],
		async start({ config, ...parts }) {
			const { startDiscord } = await import("../../../../adapters/discord/start.ts");
			const { subscriptions } = parts.store;
			const digests = {
				leave: (guild: string) => subscriptions.leave("discord", guild),
				comeBack: (guild: string) => subscriptions.comeBack("discord", guild, parts.now()),
			};
			return startDiscord({ ...parts, digests, sleep, settings: discordSettings(config) });
		},
		async check(config, _log, say) {
			const { checkDiscord } = await import("../../../../adapters/discord/check.ts");
			return checkDiscord(discordSettings(config), say);
		},
	},
};

export type ServedPlatform = Platform & { id: PlatformName };
export const platforms: readonly ServedPlatform[] = Object.entries(served).map(
	([id, platform]) => ({
		...platform,
		id: id as PlatformName,
	}),
);

/** Whether Slack calls the bot, rather than the bot Slack. */
export function isSlackOverHttp({ slack }: Config): boolean {
	return slack.signingSecret !== undefined && slack.appToken === undefined;
}

function slackSettings(config: Config) {
	const { botToken } = config.slack;
	return { ...slackModeSettings(config), botToken: needed("SLACK_BOT_TOKEN", botToken) };
}

function discordSettings({ discord, followUps }: Config) {
	return { ...discord, followUps, token: needed("DISCORD_TOKEN", discord.token) };
}

function needed(setting: string, value: string | undefined): string {
	if (value === undefined)
		throw new IsnadError("config_invalid", `${setting} is not set: set it in .env.`);
	return value;
}
