import type { App } from "@slack/bolt";
import { askerOf, type Context, placeOf, responseUrl } from "../context.ts";
import { PrivateDestination } from "../destination.ts";
import { readable } from "../readable.ts";
import { commands, managing, slashName } from "../surface.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";

/** Slash commands: answered to the asker alone, unless the settings say otherwise. */
export function onCommands(app: App, context: Context): void {
	for (const name of commands)
		app.command(`/${slashName(name)}`, async ({ ack, command }) => {
			await acknowledge(ack, context);
			const { trigger_id, channel_id, user_id, team_id, response_url, text } = command;
			const { api, pace } = context;
			takeOn(context, {
				delivery: trigger_id,
				incoming: { kind: "command", name, text: readable(text ?? "") },
				asker: () => askerOf(context, placeOf(team_id, channel_id), user_id, managing.has(name)),
				destination: new PrivateDestination({
					api,
					pace,
					url: responseUrl(context, response_url),
					channel: channel_id,
					thread: null,
					person: user_id,
					key: trigger_id,
					command: true,
				}),
			});
		});
}
