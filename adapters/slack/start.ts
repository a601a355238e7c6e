import { setTimeout as delay } from "node:timers/promises";
import { App } from "@slack/bolt";
import type { Desk } from "../../src/domain/chat.ts";
import type { Poster } from "../../src/domain/digest.ts";
import { IsnadError } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Metrics, noMetrics } from "../../src/domain/metrics.ts";
import type { Pictures } from "../../src/domain/picture.ts";
import type { AsRequest, Clock, Logger } from "../../src/domain/ports.ts";
import { Turns } from "../shared/turns.ts";
import { Work } from "../shared/work.ts";
import { onBorder } from "./border.ts";
import type { Context } from "./context.ts";
import { onClicks } from "./handlers/clicks.ts";
import { onCommands } from "./handlers/commands.ts";
import { onDigestForm } from "./handlers/digest.ts";
import { onHome } from "./handlers/home.ts";
import { onLookUp } from "./handlers/look-up.ts";
import { onMessages } from "./handlers/messages.ts";
import { onNarrow } from "./handlers/narrow.ts";
import { onRemoval } from "./handlers/removal.ts";
import { onShortcut } from "./handlers/shortcut.ts";
import { onVotes } from "./handlers/vote.ts";
import { onWrong } from "./handlers/wrong.ts";
import { identify } from "./identity.ts";
import { limits } from "./limits.ts";
import { People } from "./people.ts";
import { createPoster } from "./poster.ts";
import type { SlackSettings } from "./settings.ts";
import { Threads } from "./threads.ts";
import { createClient, SlackApi } from "./wire/api.ts";
import { reasonOf, SlackFailure } from "./wire/failure.ts";
import { ChannelPace, type Sleep } from "./wire/pace.ts";
import { HttpReceiver, type Mount } from "./wire/receivers/http.ts";
import { SocketReceiver } from "./wire/receivers/socket.ts";
import { quietLogger } from "./wire/sdk-log.ts";

export type SlackParts = {
	settings: SlackSettings;
	desk: Desk;
	say: Say;
	log: Logger;
	now: Clock;
	/** Told once when Slack refuses the bot for good: the process is to end with the sentence. */
	onFatal(error: IsnadError): void;
	/** The process's HTTP server; needed where Slack is served over HTTP. */
	mount?: Mount | undefined;
	/** Each thing that Slack delivers is one request. */
	asRequest?: AsRequest | undefined;
	metrics?: Pick<Metrics, "acknowledged"> | undefined;
	pictures?: Pictures | undefined;
	sleep?: Sleep;
	timing?: Partial<Timing>;
};

export type Timing = {
	/** After so long without an answer it is said that the bot is at work. */
	placeholderAfterMs: number;
	/** Between two messages in one channel. */
	channelGapMs: number;
};

const defaults: Timing = { placeholderAfterMs: 500, channelGapMs: limits.channelGapMs };

/** Questions that the core works on at a time: enough for the store to write several together. */
const questionsAtOnce = 4;

export type RunningSlack = {
	poster: Poster;
	/** Whether Slack can reach the bot now. */
	isConnected(): boolean;
	/** Takes nothing new, finishes what was accepted. */
	stop(): Promise<void>;
};

/**
 * Starts the adapter; resolves once it accepts work. Errors: `config_invalid`, which names the
 * setting to mend.
 */
export async function startSlack(parts: SlackParts): Promise<RunningSlack> {
	const {
		settings,
		desk,
		say,
		log,
		now,
		asRequest = (work) => work(),
		metrics = noMetrics,
	} = parts;
	const sleep = parts.sleep ?? sleepFor;
	const { placeholderAfterMs, channelGapMs } = { ...defaults, ...parts.timing };
	const onFatal = once(parts.onFatal);
	const clientFor = (signal?: AbortSignal) =>
		createClient(settings.botToken, {
			apiUrl: settings.apiUrl,
			log,
			...(signal ? { signal } : {}),
		});
	const client = clientFor();
	const me = await identify(client, sleep);
	if (me.missing.length > 0)
		log("warn", "SLACK_BOT_TOKEN lacks scopes: add them and install the app again.", {
			missing: me.missing.join(","),
		});

	const pace = new ChannelPace(channelGapMs, now, sleep);
	const api = new SlackApi({ client, pace, sleep, now, onFatal });
	const work = new Work((error) => {
		const reason = error instanceof SlackFailure ? reasonOf(error.failure) : "defect";
		log("error", "A reply did not reach Slack.", { reason });
	});
	const people = new People(api, me.team, now, log);
	const context: Context = {
		desk,
		say,
		log,
		now,
		sleep,
		api,
		pace,
		people,
		me,
		threads: new Threads(api, me),
		followUps: settings.followUps ?? false,
		work,
		asRequest,
		metrics,
		pictures: parts.pictures,
		apiUrl: settings.apiUrl,
		turns: new Turns(questionsAtOnce),
		placeholderAfterMs,
	};

	const receiver = receiverFor(parts, sleep, onFatal);
	const app = new App({
		receiver,
		logger: quietLogger(log),
		// Nothing is kept for conversations, and nobody else's installation is served.
		convoStore: false,
		authorize: async () => ({
			botToken: settings.botToken,
			botId: me.botId,
			botUserId: me.botUserId,
		}),
		clientOptions: { ...(settings.apiUrl ? { slackApiUrl: settings.apiUrl } : {}) },
		deferInitialization: true,
	});
	await app.init();
	app.error(async () => log("error", "A request of Slack could not be handled."));
	onBorder(app, context);
	onCommands(app, context);
	onMessages(app, context);
	onClicks(app, context);
	onNarrow(app, context);
	onDigestForm(app, context);
	onLookUp(app, context);
	onWrong(app, context);
	onVotes(app, context);
	onShortcut(app, context);
	onHome(app, context);
	onRemoval(app, onFatal);
	await receiver.start();
	log("info", "Slack is served.", {
		team: me.team,
		mode: receiver instanceof HttpReceiver ? "http" : "socket",
	});

	return {
		poster: createPoster({ api, pace, say, log, client: clientFor }),
		isConnected: () => receiver.isConnected,
		async stop() {
			await receiver.stop();
			api.stop();
			await work.finished();
		},
	};
}

function receiverFor(
	{ settings, log, now, mount }: SlackParts,
	sleep: Sleep,
	onFatal: (error: IsnadError) => void,
): SocketReceiver | HttpReceiver {
	const { appToken, signingSecret, apiUrl } = settings;
	if (appToken) return new SocketReceiver({ appToken, apiUrl, log, sleep, onFatal });
	if (signingSecret && mount) return new HttpReceiver({ signingSecret, mount, now, log });
	throw new IsnadError(
		"config_invalid",
		"Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: set one of them.",
	);
}

function once(tell: (error: IsnadError) => void): (error: IsnadError) => void {
	let told = false;
	return (error) => {
		if (told) return;
		told = true;
		tell(error);
	};
}

async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
	await delay(ms, undefined, signal ? { signal } : {}).catch(() => {});
}
