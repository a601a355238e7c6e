import type { App } from "@slack/bolt";
import { askerOf, type Context, placeOf } from "../context.ts";
import { PrivateDestination, ThreadDestination } from "../destination.ts";
import { layNotice } from "../layout/notice.ts";
import { mentionedIn, readable } from "../readable.ts";
import { aboveOf } from "./above.ts";
import { takeOn } from "./answering.ts";

/** An edit that comes later than this adds no question: whoever asked has gone on. In seconds. */
const editedWithinS = 24 * 3_600;

/** Mentions in channels and direct messages. Other bots and ourselves are passed over. */
export function onMessages(app: App, context: Context): void {
	const { followUps, me, threads, work } = context;

	app.event("app_mention", async ({ event, body }) => {
		const { user, bot_id, edited, channel, ts, thread_ts, text } = event;
		if (!user || bot_id) return;
		if (edited) {
			const isOld = Number(edited.ts) - Number(ts) > editedWithinS;
			if (isOld || !mentionedIn(text).includes(me.botUserId)) return;
		}
		ask(context, {
			// One message, one answer: an edit of what was answered already is delivered too.
			delivery: `mention:${channel}:${ts}`,
			team: body.team_id,
			person: user,
			channel,
			thread: thread_ts ?? ts,
			under: thread_ts !== undefined && thread_ts !== ts,
			topic: thread_ts ?? ts,
			text,
		});
	});

	app.event("message", async ({ event, body }) => {
		// A message that was edited, deleted or made by Slack itself has another subtype.
		if (event.subtype !== undefined && event.subtype !== "file_share") return;
		const { user, channel, ts, thread_ts, text = "", channel_type } = event;
		if (!user || "bot_id" in event || user === me.botUserId) return;
		const said = { team: body.team_id, person: user, channel, text };
		if (channel_type === "im") {
			ask(context, {
				...said,
				delivery: body.event_id,
				thread: thread_ts ?? ts,
				under: false,
				// One person and one topic, whether it goes on in a thread or beside it.
				topic: null,
			});
			return;
		}
		// Whoever is named in it is meant; the bot is told of its own mentions by another event.
		if (!followUps || !thread_ts || thread_ts === ts || mentionedIn(text).length > 0) return;
		work.begin(async () => {
			const asker = {
				place: placeOf(body.team_id, channel, thread_ts),
				person: user,
				admin: false,
			};
			const root = await threads.rootOf(channel, thread_ts);
			if (!root?.own) return;
			if (!(await context.desk.goesOn(readable(text), asker, root.above))) return;
			const delivery = `mention:${channel}:${ts}`;
			ask(context, { ...said, delivery, thread: thread_ts, under: true, topic: thread_ts });
		});
	});
}

type Said = {
	delivery: string;
	team: string | undefined;
	person: string;
	channel: string;
	/** Under which message the answer goes. */
	thread: string;
	/** Whether it stands under that message itself, rather than being it. */
	under: boolean;
	/** What follow-ups go on from. */
	topic: string | null;
	text: string;
};

function ask(context: Context, said: Said): void {
	const { api, pace, desk } = context;
	const { delivery, channel, thread, person, under } = said;
	const direct = said.topic === null;
	const text = readable(said.text);
	const alone = { api, pace, url: null, channel, thread, person, key: delivery, command: false };
	takeOn(context, {
		delivery,
		incoming: { kind: "message", text },
		...(under ? { above: (asker) => aboveOf(context, { channel, thread, text }, asker) } : {}),
		asker: () => askerOf(context, placeOf(said.team, channel, said.topic), person, false),
		destination: new ThreadDestination({
			...{ api, channel, thread, key: delivery, direct },
			...(direct
				? {}
				: {
						closed: {
							to: new PrivateDestination(alone),
							notice: (language) => layNotice(desk.notice("cannot_post", language)),
						},
					}),
		}),
	});
}
