import type { App, SlackOptions } from "@slack/bolt";
import type { Asker } from "../../../src/domain/chat.ts";
import { clean } from "../../shared/clean.ts";
import { zonesLike } from "../../shared/zones.ts";
import { type Context, placeOf } from "../context.ts";
import { canBeOption, optionOf } from "../layout/form.ts";
import { limits } from "../limits.ts";
import { readOrigin } from "./origin.ts";

const fields = ["by", "outlet", "zone"] as const;

/** Whose form it is: a form opened by a click is of the channel that the click was in. */
function whoTypes({
	team,
	channel,
	user,
	view,
}: Extract<SlackOptions, { type: "block_suggestion" }>): Asker {
	const origin = view ? readOrigin(view.private_metadata, team?.id) : null;
	const place = placeOf(team?.id, origin?.channel ?? channel?.id ?? user.id);
	return { place, person: user.id, admin: false };
}

/** What is offered in a form while somebody types: names of the corpus, in either script, and time zones. */
export function onLookUp(app: App, { desk, log }: Context): void {
	for (const field of fields)
		app.options(field, async ({ ack, options, body }) => {
			const typed = clean(String(options.value ?? ""))
				.trim()
				.slice(0, limits.optionText);
			const found =
				field === "zone"
					? zonesLike(typed)
					: await desk.suggest({ field, text: typed, most: limits.options - 1 }, whoTypes(body));
			// A name that the corpus does not offer can be asked for all the same; a zone cannot.
			const own = typed && field !== "zone" ? [typed] : [];
			const values = [...new Set([...found, ...own])].filter((each) => each && canBeOption(each));
			const offered = values.slice(0, limits.options).map((each) => optionOf(each));
			await ack({ options: offered }).catch(() =>
				log("warn", "Slack was given nothing to choose from."),
			);
		});
}
