import type { App } from "@slack/bolt";
import type { VoteEntry } from "../../../src/domain/feedback.ts";
import { askerOf, type Context } from "../context.ts";
import { readViewValue } from "../layout/controls.ts";
import { entered, type FormValues } from "../layout/form.ts";
import { layVoteForm, voteOf } from "../layout/votes.ts";
import { voteForm } from "../surface.ts";
import { SlackFailure } from "../wire/failure.ts";
import { acknowledge } from "./acknowledge.ts";
import { layReply, takeOn } from "./answering.ts";
import { type Click, destinationOf, placeOfClick, whoClicked } from "./click.ts";
import { clickFrom, originText, readOrigin } from "./origin.ts";

/** A thumb under an answer: noted at once; the second one opens a form that asks why. */
export function vote(context: Context, click: Click): void {
	const at = readViewValue(click.value);
	const said = voteOf(at?.number);
	if (!at || !said) return;
	const { view } = at;
	if (said === "wrong") askWhy(context, click, view);
	else
		takeOn(context, {
			delivery: click.delivery,
			incoming: { kind: "vote", view, vote: said },
			asker: () => askerOf(context, placeOfClick(click), click.person, false),
			destination: destinationOf(context, click),
		});
}

function askWhy(context: Context, click: Click, view: string): void {
	const { desk, say, api, now, work } = context;
	const { delivery } = click;
	work.begin(async () => {
		await desk.once("slack", delivery, async () => {
			const asker = whoClicked(click);
			const [form, reply] = await Promise.all([
				desk.voteForm(view, asker).catch(() => null),
				desk.reply({ kind: "vote", view, vote: "wrong" }, asker),
			]);
			const tell = () => {
				const messages = layReply(reply, { shareable: false, confidential: false }, say);
				return destinationOf(context, click).deliver(messages, false);
			};
			if (!form) return tell();
			const modal = layVoteForm(form, originText(click, { view }, now), say);
			try {
				// A form cannot be opened later than three seconds after the click: never repeated.
				await api.single(() => api.client.views.open({ trigger_id: delivery, view: modal }));
			} catch (error) {
				if (!(error instanceof SlackFailure)) throw error;
				await tell();
			}
		});
	});
}

export function onVotes(app: App, context: Context): void {
	app.view(voteForm, async ({ ack, body, view }) => {
		await acknowledge(ack, context);
		const origin = readOrigin(view.private_metadata, body.team?.id);
		const delivery = (body as { trigger_id?: string }).trigger_id ?? view.id;
		if (!origin) return;
		const click = clickFrom(origin, delivery, body.user.id);
		takeOn(context, {
			delivery,
			incoming: {
				...{ kind: "vote", view: origin.view, vote: "wrong" },
				entry: entryOf(view.state.values),
			},
			asker: () => askerOf(context, placeOfClick(click), body.user.id, false),
			destination: destinationOf(context, click, origin.at),
		});
	});
}

function entryOf(values: FormValues): VoteEntry {
	return { reason: entered(values, "reason"), note: entered(values, "note") };
}
