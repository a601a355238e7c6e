import type { App } from "@slack/bolt";
import type { Asker } from "../../../src/domain/chat.ts";
import { askerOf, type Context, placeOf, responseUrl } from "../context.ts";
import { PrivateDestination } from "../destination.ts";
import { readable } from "../readable.ts";
import { commands, managing, slashName } from "../surface.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";
import type { Click } from "./click.ts";
import { opensDigestForm } from "./digest.ts";
import { askerWhoPosts } from "./posting.ts";

/** Behind these the bot may be asked to post of its own accord. */
const posting: readonly string[] = ["digest", "isnad"];

/** Slash commands: answered to the asker alone, unless the settings say otherwise. */
export function onCommands(app: App, context: Context): void {
	for (const name of commands)
		app.command(`/${slashName(name)}`, async ({ ack, command }) => {
			await acknowledge(ack, context);
			const { trigger_id, channel_id, user_id, team_id, response_url, text } = command;
			const { api, pace } = context;
			const place = placeOf(team_id, channel_id);
			const typed = readable(text ?? "");
			const click: Click = {
				...{ delivery: trigger_id, team: team_id, channel: channel_id, person: user_id },
				...{ thread: null, message: "", url: response_url, value: undefined },
			};
			takeOn(context, {
				delivery: trigger_id,
				incoming: { kind: "command", name, text: typed },
				asker: () =>
					posting.includes(name)
						? askerWhoPosts(context, place, user_id)
						: askerOf(context, place, user_id, managing.has(name)),
				...(name === "digest"
					? { opens: (asker: Asker) => opensDigestForm(context, click, typed, asker) }
					: {}),
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
