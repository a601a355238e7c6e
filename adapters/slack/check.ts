import { webApi } from "@slack/bolt";
import { asIsnadError } from "../../src/domain/errors.ts";
import type { Logger } from "../../src/domain/ports.ts";
import { identify } from "./identity.ts";
import type { SlackSettings } from "./settings.ts";
import { scopes } from "./surface.ts";
import { createClient } from "./wire/api.ts";
import { failureOf, reasonOf, tokenError } from "./wire/failure.ts";
import { quietLogger } from "./wire/sdk-log.ts";

export type SlackFinding = { ok: boolean; says: string };

/** Asks Slack itself whether the settings will do: the token, its scopes, the mode. */
export async function checkSlack(settings: SlackSettings, log: Logger): Promise<SlackFinding[]> {
	return [...(await checkToken(settings, log)), await checkMode(settings, log)];
}

async function checkToken(settings: SlackSettings, log: Logger): Promise<SlackFinding[]> {
	try {
		const { apiUrl, botToken } = settings;
		const me = await identify(createClient(botToken, { apiUrl, log }), async () => {});
		const token = { ok: true, says: `SLACK_BOT_TOKEN belongs to the workspace ${me.teamName}.` };
		if (me.missing.length === 0)
			return [token, { ok: true, says: "the token has every scope that is used." }];
		const missing = me.missing.map((scope) => `${scope} (${scopes[scope]})`).join(", ");
		return [
			token,
			{
				ok: false,
				says: `SLACK_BOT_TOKEN lacks ${missing}: add it under OAuth & Permissions and install the app again.`,
			},
		];
	} catch (error) {
		return [{ ok: false, says: asIsnadError(error).message }];
	}
}

/** Whether Slack can bring anything, in the mode that is configured. */
export async function checkMode(
	settings: Omit<SlackSettings, "botToken">,
	log: Logger,
): Promise<SlackFinding> {
	const { appToken, signingSecret, apiUrl, listensOn } = settings;
	if (!appToken) {
		if (signingSecret)
			return {
				ok: true,
				says: `HTTP on ${listensOn}: Slack must reach /slack/events there over https.`,
			};
		return {
			ok: false,
			says: "Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: set one of them.",
		};
	}
	const client = new webApi.WebClient(appToken, {
		...(apiUrl ? { slackApiUrl: apiUrl } : {}),
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		timeout: 10_000,
		logger: quietLogger(log),
	});
	try {
		await client.apps.connections.open({});
		return { ok: true, says: "Socket Mode: Slack opens connections for SLACK_APP_TOKEN." };
	} catch (error) {
		const failure = failureOf(error);
		const told = tokenError(failure, "SLACK_APP_TOKEN");
		return {
			ok: false,
			says:
				told?.message ??
				`Slack opened no connection for SLACK_APP_TOKEN (${reasonOf(failure)}): see that Socket Mode is switched on for the app.`,
		};
	}
}
