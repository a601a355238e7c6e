import { setTimeout as delay } from "node:timers/promises";
import type { Poster } from "../../src/domain/digest.ts";
import { IsnadError } from "../../src/domain/errors.ts";
import { identify } from "./identity.ts";
import type { SlackSettings } from "./settings.ts";
import { createClient } from "./wire/api.ts";
import type { Sleep } from "./wire/pace.ts";
import { HttpReceiver, type Mount } from "./wire/receivers/http.ts";
import { SocketReceiver } from "./wire/receivers/socket.ts";
import { openWorkspace, type ServingParts } from "./workspace.ts";

export type { Timing } from "./workspace.ts";

export type SlackParts = Omit<ServingParts, "sleep"> & {
	settings: SlackSettings;
	/** Told once when Slack refuses the bot for good: the process is to end with the sentence. */
	onFatal(error: IsnadError): void;
	/** The process's HTTP server; needed where Slack is served over HTTP. */
	mount?: Mount | undefined;
	sleep?: Sleep;
};

export type RunningSlack = {
	poster: Poster;
	/** Whether Slack can reach the bot now. */
	isConnected(): boolean;
	/** Takes nothing new, finishes what was accepted. */
	stop(): Promise<void>;
};

/**
 * Starts the adapter with the token of one workspace; resolves once it accepts work. Errors:
 * `config_invalid`, which names the setting to mend.
 */
export async function startSlack(parts: SlackParts): Promise<RunningSlack> {
	const { settings, log } = parts;
	const { botToken, apiUrl, followUps } = settings;
	const sleep = parts.sleep ?? sleepFor;
	const onFatal = once(parts.onFatal);
	const me = await identify(createClient(botToken, { apiUrl, log }), sleep);
	if (me.missing.length > 0)
		log("warn", "SLACK_BOT_TOKEN lacks scopes: add them and install the app again.", {
			missing: me.missing.join(","),
		});
	const receiver = receiverFor({ ...parts, sleep, onFatal });
	const workspace = await openWorkspace({
		...{ ...parts, sleep, botToken, apiUrl, followUps, me, receiver },
		...{ onFatal, onRemoved: onFatal },
	});
	await receiver.start();
	const mode = receiver instanceof HttpReceiver ? "http" : "socket";
	log("info", "Slack is served.", { team: me.team, mode });
	return {
		poster: workspace.poster,
		isConnected: () => receiver.isConnected,
		async stop() {
			await receiver.stop();
			await workspace.stop();
		},
	};
}

export type ReceiverGiven = Pick<SlackParts, "log" | "now" | "mount" | "onFatal"> & {
	settings: Pick<SlackSettings, "appToken" | "signingSecret" | "apiUrl">;
	sleep: Sleep;
};

/** What Slack's deliveries come by, in the mode that is configured. Errors: `config_invalid`. */
export function receiverFor(given: ReceiverGiven): SocketReceiver | HttpReceiver {
	const { log, now, mount, sleep, onFatal } = given;
	const { appToken, signingSecret, apiUrl } = given.settings;
	if (appToken) return new SocketReceiver({ appToken, apiUrl, log, sleep, onFatal });
	if (signingSecret && mount) return new HttpReceiver({ signingSecret, mount, now, log });
	throw new IsnadError(
		"config_invalid",
		"Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: set one of them.",
	);
}

/** The first only. */
export function once(tell: (error: IsnadError) => void): (error: IsnadError) => void {
	let told = false;
	return (error) => {
		if (told) return;
		told = true;
		tell(error);
	};
}

export async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
	await delay(ms, undefined, signal ? { signal } : {}).catch(() => {});
}
