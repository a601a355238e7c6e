import { App, type Receiver } from "@slack/bolt";
import type { Desk } from "../../src/domain/chat.ts";
import type { Poster } from "../../src/domain/digest.ts";
import type { IsnadError } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Metrics, noMetrics } from "../../src/domain/metrics.ts";
import type { Pictures } from "../../src/domain/picture.ts";
import type { AsRequest, Clock, Logger } from "../../src/domain/ports.ts";
import { EarlierTries } from "../shared/earlier-tries.ts";
import { Turns } from "../shared/turns.ts";
import { Work } from "../shared/work.ts";
import { onBorder } from "./border.ts";
import type { Context } from "./context.ts";
import { onClicks } from "./handlers/clicks.ts";
import { onCommands } from "./handlers/commands.ts";
import { onDigestForm } from "./handlers/digest.ts";
import { onNarrow } from "./handlers/forms/narrow.ts";
import { onWrong } from "./handlers/forms/wrong.ts";
import { onHome } from "./handlers/home.ts";
import { onLookUp } from "./handlers/look-up.ts";
import { onMessages } from "./handlers/messages.ts";
import { onRemoval } from "./handlers/removal.ts";
import { onShortcut } from "./handlers/shortcut.ts";
import { onVotes } from "./handlers/vote.ts";
import type { Identity } from "./identity.ts";
import { limits } from "./limits.ts";
import { People } from "./people.ts";
import { createPoster } from "./poster.ts";
import { Threads } from "./threads.ts";
import { createClient, SlackApi } from "./wire/api.ts";
import { reasonOf, SlackFailure } from "./wire/failure.ts";
import { ChannelPace, type Sleep } from "./wire/pace.ts";
import { quietLogger } from "./wire/sdk-log.ts";

export type Timing = {
	/** After so long without an answer it is said that the bot is at work. */
	placeholderAfterMs: number;
	/** Between two messages in one channel. */
	channelGapMs: number;
};

const defaults: Timing = { placeholderAfterMs: 500, channelGapMs: limits.channelGapMs };

/** What every workspace of a process is served with. */
export type ServingParts = {
	desk: Desk;
	say: Say;
	log: Logger;
	now: Clock;
	sleep: Sleep;
	/** Each thing that Slack delivers is one request. */
	asRequest?: AsRequest | undefined;
	metrics?: Pick<Metrics, "acknowledged"> | undefined;
	/** Absent where no pictures are drawn. */
	pictures?: Pictures | undefined;
	timing?: Partial<Timing> | undefined;
};

export type WorkspaceParts = ServingParts & {
	botToken: string;
	apiUrl?: string | undefined;
	followUps?: boolean | undefined;
	me: Identity;
	/** What brings its deliveries. */
	receiver: Receiver;
	/** Slack refuses the token for good. */
	onFatal(error: IsnadError): void;
	/** The app was taken out of the workspace. */
	onRemoved(error: IsnadError): void;
};

/** Questions that the core works on at a time: enough for the store to write several together. */
const questionsAtOnce = 4;

/** One workspace as it is served with one token. */
export type Workspace = {
	app: App;
	poster: Poster;
	/** Finishes what was accepted. */
	stop(): Promise<void>;
};

/** Everything between what Slack delivers of a workspace and the desk. */
export async function openWorkspace(parts: WorkspaceParts): Promise<Workspace> {
	const { desk, say, log, now, sleep, me, botToken, apiUrl, onFatal } = parts;
	const { asRequest = (work) => work(), metrics = noMetrics } = parts;
	const { placeholderAfterMs, channelGapMs } = { ...defaults, ...parts.timing };
	const clientFor = (signal?: AbortSignal) =>
		createClient(botToken, { apiUrl, log, ...(signal ? { signal } : {}) });
	const client = clientFor();
	const pace = new ChannelPace(channelGapMs, now, sleep);
	const api = new SlackApi({ client, pace, sleep, now, onFatal });
	const work = new Work((error) => {
		const reason = error instanceof SlackFailure ? reasonOf(error.failure) : "defect";
		log("error", "A reply did not reach Slack.", { reason });
	});
	const context: Context = {
		...{ desk, say, log, now, sleep, api, pace, me, work, asRequest, metrics },
		...{ pictures: parts.pictures, apiUrl },
		people: new People(api, me.team, now, log),
		threads: new Threads(api, me),
		undone: new EarlierTries(),
		followUps: parts.followUps ?? false,
		turns: new Turns(questionsAtOnce),
		placeholderAfterMs,
	};
	const app = new App({
		receiver: parts.receiver,
		logger: quietLogger(log),
		// Nothing is kept for conversations, and nobody else's installation is served.
		convoStore: false,
		authorize: async () => ({ botToken, botId: me.botId, botUserId: me.botUserId }),
		clientOptions: { ...(apiUrl ? { slackApiUrl: apiUrl } : {}) },
		deferInitialization: true,
	});
	await app.init();
	app.error(async () => log("error", "A request of Slack could not be handled."));
	listen(app, context, parts.onRemoved);
	return {
		app,
		poster: createPoster({ api, pace, say, log, client: clientFor }),
		async stop() {
			api.stop();
			await work.finished();
		},
	};
}

function listen(app: App, context: Context, onRemoved: WorkspaceParts["onRemoved"]): void {
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
	onRemoval(app, onRemoved);
}
