import type { App } from "@slack/bolt";
import { languageOr } from "../../../src/domain/sets/languages.ts";
import { askerOf, type Context, placeOf } from "../context.ts";
import { ThreadDestination } from "../destination.ts";
import { actionIds } from "../layout/controls.ts";
import { layHome } from "../layout/home.ts";
import { limits } from "../limits.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";
import { clickOf, destinationOf, placeOfClick, whoClicked } from "./click.ts";

/** The app's home, the prompts over an empty conversation with the agent, and examples that are buttons. */
export function onHome(app: App, context: Context): void {
	const { desk, say, api, work } = context;

	app.event("app_home_opened", async ({ event, body }) => {
		const { user, channel, tab } = event;
		const { team_id } = body;
		work.begin(async () => {
			await desk.once("slack", body.event_id, async () => {
				const asker = await askerOf(context, placeOf(team_id, channel), user, true);
				const overview = await desk.overview(await desk.language(asker), asker);
				if (tab === "home") {
					const view = layHome(overview, say);
					await api.repeatable(() => api.client.views.publish({ user_id: user, view }));
				} else await suggest(channel, overview.examples);
			});
		});
	});

	/** Without `thread_ts`: with it, an app with the agent view is silently not listened to. */
	async function suggest(
		channel: string,
		examples: { label: string; name: string; text: string }[],
	): Promise<void> {
		const [first, ...others] = examples
			.slice(0, limits.prompts)
			.map(({ label, name, text }) => ({ title: label, message: `${name} ${text}`.trim() }));
		if (!first) return;
		const prompts: [typeof first, ...typeof others] = [first, ...others];
		await api.repeatable(() =>
			api.client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts }),
		);
	}

	app.action(new RegExp(`^${actionIds.example}:\\d$`), async ({ ack, body }) => {
		await acknowledge(ack, context);
		if (body.type !== "block_actions") return;
		const [action] = body.actions;
		const [language, at] = (action?.type === "button" ? (action.value ?? "") : "").split(":");
		const { trigger_id, user, team } = body;
		const click = clickOf(body);
		const who = click
			? whoClicked(click)
			: { place: placeOf(team?.id, user.id), person: user.id, admin: false };
		const { examples } = await desk.overview(languageOr(language, "en"), who);
		const example = examples[Number(at)];
		if (!example) return;
		const incoming = { kind: "command" as const, name: example.name, text: example.text };
		if (click) {
			takeOn(context, {
				delivery: trigger_id,
				incoming,
				asker: () => askerOf(context, placeOfClick(click), click.person, false),
				destination: destinationOf(context, click),
			});
			return;
		}
		// Posted to a person, a message opens the direct conversation with the bot.
		takeOn(context, {
			delivery: trigger_id,
			incoming,
			asker: () => askerOf(context, placeOf(team?.id, user.id), user.id, false),
			destination: new ThreadDestination({
				api,
				channel: user.id,
				thread: null,
				key: trigger_id,
				direct: true,
			}),
		});
	});
}
