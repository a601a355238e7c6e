import { randomBytes } from "node:crypto";
import type { Say } from "../../../domain/messages.ts";
import type { Clock, Logger } from "../../../domain/ports.ts";
import type { Store } from "../../../domain/state/store.ts";
import type { Config } from "../../config.ts";
import { sealUnder } from "../../installations/token-seal.ts";

/** Whether workspaces install the app by themselves, rather than one token being named. */
export function isInstalled({ slack }: Pick<Config, "slack">): boolean {
	return slack.clientId !== undefined;
}

/** What is wrong with the settings of installations, and how to mend it. */
export function installProblems({ slack, publicUrl, tokenKeys }: Config): string[] {
	const both =
		"SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: leave the token out where workspaces install the app, or the client id where there is one.";
	const needed: [isMissing: boolean, says: string][] = [
		[slack.botToken !== undefined, both],
		[
			slack.clientSecret === undefined,
			"SLACK_CLIENT_SECRET is not set: copy it from Basic Information of the Slack app.",
		],
		[
			slack.stateSecret === undefined,
			"SLACK_STATE_SECRET is not set: set it to 16 characters or more that nobody guesses.",
		],
		[
			tokenKeys.length === 0,
			"ISNAD_TOKEN_KEY is not set: make a key with openssl rand -base64 32 and keep a copy of it.",
		],
		[
			publicUrl === undefined,
			"PUBLIC_URL is not set: Slack leads back to /slack/oauth_redirect there, over https.",
		],
	];
	return needed.flatMap(([isMissing, says]) => (isMissing ? [says] : []));
}

/** Without a token: what the two ways of serving Slack have in common. */
export function slackModeSettings({ slack, host, port, followUps }: Config) {
	const { appToken, signingSecret, apiUrl } = slack;
	return { appToken, signingSecret, apiUrl, followUps, listensOn: `${host}:${port}` };
}

/** See `InstalledSlackParts`. */
export function installedParts(
	config: Config,
	{ installations: rows, subscriptions: digests }: Pick<Store, "installations" | "subscriptions">,
) {
	const { clientId = "", clientSecret = "", apiUrl } = config.slack;
	const redirectUri = `${config.publicUrl?.replace(/\/+$/, "") ?? ""}/slack/oauth_redirect`;
	const oauth = { clientId, clientSecret, apiUrl, redirectUri };
	return {
		settings: { ...slackModeSettings(config), oauth },
		...{ rows, digests, seal: sealUnder(config.tokenKeys), newId },
	};
}

export type InstallingGiven = {
	config: Config;
	store: Pick<Store, "installations" | "subscriptions">;
	now: Clock;
	log: Logger;
};

/** How the app is installed and removed. Errors: `config_invalid` where no key is named. */
export async function openInstalling({ config, store, now, log }: InstallingGiven) {
	const { slackInstalling } = await import("../../../../adapters/slack/installed/installing.ts");
	const { settings, rows, digests, seal } = installedParts(config, store);
	return slackInstalling({ oauth: settings.oauth, rows, digests, seal, now, log });
}

/** The pages that lead to it. */
export async function openInstallPages(given: InstallingGiven & { say: Say }) {
	const { installRoutes } = await import("../../../../adapters/web/install/install-routes.ts");
	const { config, say, now, log } = given;
	const { publicUrl, slack } = config;
	const { authorizeUrl, install } = await openInstalling(given);
	return installRoutes({
		...{ authorizeUrl, install, say, now, log, newId, secret: slack.stateSecret ?? "" },
		base: publicUrl === undefined ? "" : new URL(publicUrl).pathname.replace(/\/+$/, ""),
		isSecure: publicUrl?.startsWith("https:") ?? false,
	});
}

function newId(): string {
	return randomBytes(9).toString("base64url");
}
