import type { App } from "@slack/bolt";
import { clean } from "../../shared/clean.ts";
import { zonesLike } from "../../shared/zones.ts";
import type { Context } from "../context.ts";
import { canBeOption, optionOf } from "../layout/form.ts";
import { limits } from "../limits.ts";

const fields = ["by", "outlet", "zone"] as const;

/** What is offered in a form while somebody types: names of the corpus, in either script, and time zones. */
export function onLookUp(app: App, { desk, log }: Context): void {
	for (const field of fields)
		app.options(field, async ({ ack, options }) => {
			const typed = clean(String(options.value ?? ""))
				.trim()
				.slice(0, limits.optionText);
			const found =
				field === "zone" ? zonesLike(typed) : desk.suggest(field, typed, limits.options - 1);
			// A name that the corpus does not offer can be asked for all the same; a zone cannot.
			const own = typed && field !== "zone" ? [typed] : [];
			const values = [...new Set([...found, ...own])].filter((each) => each && canBeOption(each));
			const offered = values.slice(0, limits.options).map((each) => optionOf(each));
			await ack({ options: offered }).catch(() =>
				log("warn", "Slack was given nothing to choose from."),
			);
		});
}
