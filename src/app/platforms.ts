import { IsnadError } from "../domain/errors.ts";
import type { Config } from "./config.ts";
import type { Io } from "./io.ts";
import type { App } from "./wiring.ts";

/** A platform that the bot can be at home on. Its SDK is read only when it is configured. */
export type Platform = {
	name: string;
	/** Whether the environment has any of its settings. */
	isConfigured(config: Config): boolean;
	/** What is wrong with its settings and how to mend it; empty where nothing is. */
	problems(config: Config): string[];
	/** Resolves once it accepts work. */
	start(app: App, config: Config, io: Io): Promise<Running>;
};

export type Running = { /** Takes nothing new, finishes what was begun. */ stop(): Promise<void> };

export const platforms: readonly Platform[] = [
	{
		name: "Slack",
		isConfigured: ({ slack }) => Boolean(slack.botToken || slack.appToken || slack.signingSecret),
		problems: ({ slack }) => {
			const out: string[] = [];
			if (!slack.botToken)
				out.push("SLACK_BOT_TOKEN is not set: copy the bot token of the Slack app (xoxb-…).");
			else if (!slack.botToken.startsWith("xoxb-"))
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
		start: () => notBuilt("Slack", "SLACK_BOT_TOKEN, SLACK_APP_TOKEN and SLACK_SIGNING_SECRET"),
	},
	{
		name: "Discord",
		isConfigured: ({ discord }) => Boolean(discord.token),
		problems: ({ discord }) =>
			discord.token && !/^[\w-]{20,40}\.[\w-]{5,10}\.[\w-]{20,50}$/.test(discord.token)
				? ["DISCORD_TOKEN is no bot token: copy it from the Bot page of the Discord application."]
				: [],
		start: () => notBuilt("Discord", "DISCORD_TOKEN"),
	},
];

async function notBuilt(name: string, settings: string): Promise<never> {
	throw new IsnadError(
		"not_supported",
		`The ${name} adapter is not part of this version: unset ${settings} and use the console.`,
	);
}
