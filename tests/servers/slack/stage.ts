import { setTimeout as delay } from "node:timers/promises";
import { entered, type FormValues } from "../../../adapters/slack/layout/form.ts";
import { startSlack, type Timing } from "../../../adapters/slack/start.ts";
import { scopes } from "../../../adapters/slack/surface.ts";
import type { Sleep } from "../../../adapters/slack/wire/pace.ts";
import type { Desk } from "../../../src/domain/chat.ts";
import type { Poster } from "../../../src/domain/digest.ts";
import type { Pictures } from "../../../src/domain/picture.ts";
import type {
	Doing,
	Session,
	Shown,
	Stage,
	Delivery as StageDelivery,
	StageSettings,
} from "../../contract/adapter/stage.ts";
import { say } from "../../unit/answers/doubles.ts";
import { openWebServer } from "../web/own.ts";
import type { Delivery } from "./deliveries.ts";
import { People } from "./people.ts";
import { SlackServer, tokens } from "./server.ts";
import { shownOf } from "./shown.ts";
import { ids, type Stored } from "./world.ts";

/** Short, so that tests need not wait; the server holds the bot to the same gap. */
const gapMs = 60;

export type SlackMode = "socket" | "http";

export type SlackSession = Session & {
	server: SlackServer;
	people: People;
	poster: Poster;
	/** The port of HTTP mode. */
	port: number;
	/** Sentences with which the adapter gave up. */
	fatal: string[];
	/** Lines of the log, as JSON. */
	logged: string[];
};

export type SlackOptions = {
	timing?: Partial<Timing>;
	sleep?: Sleep;
	/** The adapter's clock. */
	now?: () => number;
	/** The app is told of every message of its channels, and goes on in its own threads. */
	followUps?: boolean;
	pictures?: Pictures;
	/** Done to the server before the adapter starts. */
	before?(server: SlackServer): void;
};

/** Slack as the adapter suite sees it: the real Bolt against a server of ours, in one of its modes. */
export function slackStage(mode: SlackMode): Stage & {
	open(desk: Desk, settings?: StageSettings): Promise<SlackSession>;
} {
	const open = (desk: Desk, settings?: StageSettings) => openSlack(mode, desk, { ...settings });
	return { name: `Slack over ${mode}`, lacks: {}, open };
}

/** Waits as long as it has to for the channel's gap, and no longer for anything else. */
export const shortSleep: Sleep = (ms, signal) =>
	delay(Math.min(ms, gapMs * 2), undefined, signal ? { signal } : {}).catch(() => {});

/** A server and the adapter on it; both are stopped by `close`. */
export async function openSlack(
	mode: SlackMode,
	desk: Desk,
	options: SlackOptions = {},
): Promise<SlackSession> {
	const server = await SlackServer.start({ channelGapMs: gapMs, retriesMs: [0, 50, 100] });
	server.scopes = Object.keys(scopes);
	const people = new People(server);
	const fatal: string[] = [];
	const logged: string[] = [];
	options.before?.(server);
	const web = mode === "http" ? await openWebServer() : undefined;
	const running = await startSlack({
		settings: {
			botToken: tokens.bot,
			apiUrl: server.apiUrl,
			...(mode === "socket" ? { appToken: tokens.app } : { signingSecret: tokens.secret }),
			listensOn: "127.0.0.1:0",
			followUps: options.followUps,
		},
		desk,
		say,
		log: (...line) => void logged.push(JSON.stringify(line)),
		now: options.now ?? Date.now,
		mount: web && ((...what) => web.mount(...what)),
		pictures: options.pictures,
		...(options.sleep ? { sleep: options.sleep } : {}),
		onFatal: (error) => void fatal.push(error.message),
		timing: { placeholderAfterMs: 100, channelGapMs: gapMs, ...options.timing },
	}).catch(async (error: unknown) => {
		await web?.stop();
		await server.close();
		throw error;
	});
	web?.open([]);
	if (mode === "http")
		server.deliveries.useHttp({
			url: `http://127.0.0.1:${web?.port}/slack/events`,
			secret: tokens.secret,
			now: Date.now,
		});
	const searching = new Set(
		["en", "ar"].map((each) => say(each as "en" | "ar", "notice.searching")),
	);
	const isPending = (text: string) =>
		searching.has(text.replace(/[\u2066-\u2069\u200f]/g, "").trim());

	const done = async (delivery: Promise<Delivery>): Promise<StageDelivery> => ({
		id: (await delivery).id,
	});
	const find = ({ id }: StageDelivery) => {
		const found = server.deliveries.all.find((each) => each.id === id);
		if (!found) throw new Error(`no delivery ${id}`);
		return found;
	};
	const stored = ({ id }: Shown): Stored => {
		const message = server.world.messages.find(({ ts }) => ts === id);
		if (!message) throw new Error(`no message ${id}`);
		return message;
	};
	/** The root of the thread that a shown message stands in, or would open. */
	const threadOf = (id: string | undefined) => {
		if (id === undefined) return undefined;
		const message = server.world.messages.find(({ ts }) => ts === id);
		return message?.thread ?? id;
	};
	const where = (doing: Doing | undefined) => {
		const direct = () => server.world.direct(server.world.person(doing?.as ?? "ann").id).id;
		const places = { direct, elsewhere: () => ids.closedChannel };
		return { as: doing?.as, channel: doing?.where && places[doing.where]() };
	};
	const fillIn = async (
		on: Shown,
		action: string,
		values: Record<string, string | undefined>,
		doing: Doing | undefined,
	) => send(await people.click(stored(on), action, undefined, { as: doing?.as }), values, doing);
	const send = async (
		clicked: Delivery,
		values: Record<string, string | undefined>,
		doing: Doing | undefined,
	) => {
		while (!server.form(String(clicked.payload["trigger_id"])))
			await new Promise((resolve) => setTimeout(resolve, 5));
		return done(people.submit(clicked, values, { as: doing?.as }));
	};
	let stopped: Promise<void> | undefined;
	const stop = () =>
		(stopped ??= (async () => {
			await web?.stop();
			await running.stop();
		})());

	return {
		server,
		people,
		poster: running.poster,
		port: web?.port ?? 0,
		fatal,
		logged,
		command: (name, text, doing) => done(people.command(name, text, where(doing))),
		digestForm: async (text, values, doing) =>
			send(await people.command("digest", text, where(doing)), values, doing),
		async refused(delivery) {
			const { answer, payload } = find(delivery);
			if (answer?.["response_action"] !== "errors") throw new Error("the form was taken");
			// Slack leaves the form open, as it was sent.
			const view = payload["view"] as { state: { values: FormValues } };
			const fields = Object.keys(view.state.values);
			return {
				text: Object.values(answer["errors"] as Record<string, string>).join(" "),
				kept: Object.fromEntries(fields.map((field) => [field, entered(view.state.values, field)])),
			};
		},
		mention: (text, doing) =>
			done(people.mention(text, { as: doing?.as, thread: threadOf(doing?.thread) })),
		says: (text, doing) =>
			people.talk(text, options.followUps === true, {
				as: doing?.as,
				thread: threadOf(doing?.thread),
			}),
		async edits(id, text) {
			const message = server.world.find(ids.channel, id);
			if (!message) throw new Error(`no message ${id}`);
			await people.edit(message, text);
		},
		forbid() {
			const channel = server.world.channels.get(ids.channel);
			if (channel) channel.readOnly = true;
		},
		direct: (text, doing) =>
			done(people.direct(text, { as: doing?.as, thread: threadOf(doing?.thread) })),
		about: (text, doing) => done(people.about(text, { as: doing?.as })),
		click: (on, action, item, doing) => {
			const [id, at] = action === "example" ? [`example:${item ?? 0}`] : [action, item];
			return done(people.click(stored(on), id, at, { as: doing?.as }));
		},
		narrow: (on, filters, doing) => fillIn(on, "narrow", filters, doing),
		wrong: (on, entry, doing) => fillIn(on, "wrong", entry, doing),
		voteWrong: (on, entry, doing) => fillIn(on, "vote_wrong", entry, doing),
		idOf: (as) => server.world.person(as).id,
		again: ({ id }) => server.deliveries.again(id),
		async otherBot(text) {
			const message = {
				ts: server.world.ts(),
				channel: ids.channel,
				text: `<@${ids.botUser}> ${text}`,
			};
			const other = { ...message, user: "U0OTHERBOT", bot_id: ids.otherBot };
			await people.event({ type: "app_mention", ...other });
			const direct = server.world.direct(server.world.person("ann").id).id;
			await people.event({ type: "message", ...other, channel: direct, channel_type: "im" });
		},
		fault: (fault, times) => server.faults.plan(fault, times),
		async reconnect() {
			if (mode === "http") return;
			const before = server.links.opened;
			server.links.cut();
			while (server.links.opened < before + 2 || server.links.size < 2)
				await new Promise((resolve) => setTimeout(resolve, 5));
		},
		shown: () => shownOf(server.world, isPending),
		acknowledgedMs: (delivery) => find(delivery).acknowledgedMs ?? Number.POSITIVE_INFINITY,
		acknowledgement: (id) => find({ id }).answer,
		violations: () => [...server.violations, ...fatal],
		stop,
		async close() {
			await stop();
			await server.close();
		},
	};
}
