import type { App } from "@slack/bolt";
import type { WrongEntry } from "../../../../src/domain/wrong-form.ts";
import { askerOf, type Context } from "../../context.ts";
import { readViewValue } from "../../layout/controls.ts";
import { entered, type FormValues } from "../../layout/form.ts";
import { layWrongForm } from "../../layout/wrong-form.ts";
import { wrongForm } from "../../surface.ts";
import { acknowledge } from "../acknowledge.ts";
import { layReply, takeOn } from "../answering.ts";
import { type Click, destinationOf, placeOfClick } from "../click.ts";
import { clickFrom, originText, readOrigin } from "../origin.ts";
import { errorsOf, problemsOf } from "./check-form.ts";
import { openForm } from "./open-form.ts";

/** Opens the form behind "This is wrong", for operators. */
export async function openWrong(context: Context, click: Click): Promise<void> {
	const { desk, say, now, work } = context;
	const at = readViewValue(click.value);
	if (!at) return;
	const { view, number: item = 0 } = at;
	const { delivery } = click;
	work.begin(async () => {
		await desk.once("slack", delivery, async () => {
			const asker = await askerOf(context, placeOfClick(click), click.person, false);
			const form = await desk.wrongForm(view, item, asker);
			if (!form) {
				// Why there is none, the desk says of what is sent without a form.
				const entry = { what: "", value: "", act: "", why: "" };
				const reply = await desk.reply({ kind: "wrong", view, item, entry }, asker);
				const messages = layReply(reply, { shareable: false, confidential: false }, say);
				await destinationOf(context, click).deliver(messages, false);
				return;
			}
			const modal = layWrongForm(form, originText(click, { view, item }, now), say);
			await openForm(context, click, { form: modal, asker });
		});
	});
}

export function onWrong(app: App, context: Context): void {
	const { desk } = context;
	app.view(wrongForm, async ({ ack, body, view }) => {
		const origin = readOrigin(view.private_metadata, body.team?.id);
		const delivery = (body as { trigger_id?: string }).trigger_id ?? view.id;
		if (!origin) return acknowledge(ack, context);
		const click = clickFrom(origin, delivery, body.user.id);
		const asker = () => askerOf(context, placeOfClick(click), body.user.id, false);
		const sent = { view: origin.view, item: origin.item ?? 0, entry: entryOf(view.state.values) };
		// What cannot be taken is told under its field, and nothing that was typed is lost.
		const found = await problemsOf(context, async () => {
			const problem = await desk.wrongField(sent, await asker());
			return problem ? [problem] : [];
		});
		if (found.length > 0) return acknowledge(() => ack(errorsOf(found)), context);
		await acknowledge(ack, context);
		takeOn(context, {
			delivery,
			incoming: { kind: "wrong", ...sent },
			asker,
			destination: destinationOf(context, click, origin.at),
		});
	});
}

function entryOf(values: FormValues): WrongEntry {
	return {
		what: entered(values, "what"),
		value: entered(values, "value"),
		act: entered(values, "act"),
		why: entered(values, "why"),
	};
}
