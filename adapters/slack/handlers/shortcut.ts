import type { App } from "@slack/bolt";
import { askerOf, type Context, placeOf, responseUrl } from "../context.ts";
import { PrivateDestination } from "../destination.ts";
import { readable } from "../readable.ts";
import { shortcut } from "../surface.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";

/** "Find claims about this" on anybody's message: answered to who asked, in the message's thread. */
export function onShortcut(app: App, context: Context): void {
	app.shortcut(
		{ callback_id: shortcut, type: "message_action" },
		async ({ ack, shortcut: made }) => {
			await acknowledge(ack, context);
			if (made.type !== "message_action") return;
			const { trigger_id, channel, user, team, message, response_url } = made;
			const { api, pace } = context;
			const thread = typeof message["thread_ts"] === "string" ? message["thread_ts"] : null;
			takeOn(context, {
				delivery: trigger_id,
				incoming: { kind: "about", text: readable(message.text ?? "") },
				asker: () => askerOf(context, placeOf(team?.id, channel.id, thread), user.id, false),
				destination: new PrivateDestination({
					api,
					pace,
					url: responseUrl(context, response_url),
					channel: channel.id,
					thread,
					person: user.id,
					key: trigger_id,
					command: false,
				}),
			});
		},
	);
}
