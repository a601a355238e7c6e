import type { App } from "@slack/bolt";
import { askerOf, type Context, placeOf } from "../context.ts";
import { ThreadDestination } from "../destination.ts";
import { readable } from "../readable.ts";
import { takeOn } from "./answering.ts";

/** Mentions in channels and direct messages. Other bots, ourselves and edits are passed over. */
export function onMessages(app: App, context: Context): void {
	app.event("app_mention", async ({ event, body }) => {
		const { user, bot_id, edited, channel, ts, thread_ts, text } = event;
		if (!user || bot_id || edited) return;
		ask(context, {
			delivery: body.event_id,
			team: body.team_id,
			person: user,
			channel,
			thread: thread_ts ?? ts,
			topic: thread_ts ?? ts,
			text,
		});
	});

	app.event("message", async ({ event, body }) => {
		// A message that was edited, deleted or made by Slack itself has another subtype.
		if (event.subtype !== undefined && event.subtype !== "file_share") return;
		const { user, channel, ts, thread_ts, text, channel_type } = event;
		if (channel_type !== "im" || !user || "bot_id" in event) return;
		ask(context, {
			delivery: body.event_id,
			team: body.team_id,
			person: user,
			channel,
			thread: thread_ts ?? ts,
			// One person and one topic, whether it goes on in a thread or beside it.
			topic: null,
			text: text ?? "",
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
	/** What follow-ups go on from. */
	topic: string | null;
	text: string;
};

function ask(context: Context, said: Said): void {
	const { api } = context;
	const { delivery, channel, thread, person } = said;
	const direct = said.topic === null;
	takeOn(context, {
		delivery,
		incoming: { kind: "message", text: readable(said.text) },
		asker: () => askerOf(context, placeOf(said.team, channel, said.topic), person, false),
		destination: new ThreadDestination({ api, channel, thread, key: delivery, direct }),
	});
}
