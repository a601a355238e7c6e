import type { App } from "@slack/bolt";
import { askerOf, type Context } from "../../context.ts";
import { readViewValue } from "../../layout/controls.ts";
import { layNarrowForm, readNarrowForm } from "../../layout/narrow-form.ts";
import { layNotice } from "../../layout/notice.ts";
import { narrowForm } from "../../surface.ts";
import { acknowledge } from "../acknowledge.ts";
import { takeOn } from "../answering.ts";
import { type Click, destinationOf, placeOfClick } from "../click.ts";
import { clickFrom, originText, readOrigin } from "../origin.ts";
import { errorsOf, problemsOf } from "./check-form.ts";
import { openForm } from "./open-form.ts";

/** Opens the form behind "Narrow", filled in with what the question is limited to. */
export async function openNarrow(context: Context, click: Click): Promise<void> {
	const { desk, say, now, work } = context;
	const { view } = readViewValue(click.value) ?? {};
	if (!view) return;
	const { delivery } = click;
	work.begin(async () => {
		await desk.once("slack", delivery, async () => {
			const asker = await askerOf(context, placeOfClick(click), click.person, false);
			const request = await desk.request(view, asker).catch(() => null);
			const language = await desk.language(asker, { text: request?.text ?? "" });
			if (!request) {
				const notice = desk.notice("view_gone", language);
				await destinationOf(context, click).deliver(layNotice(notice), false);
				return;
			}
			const origin = originText(click, { view }, now);
			const form = layNarrowForm(request, origin, language, say);
			await openForm(context, click, { form, asker });
		});
	});
}

export function onNarrow(app: App, context: Context): void {
	app.view(narrowForm, async ({ ack, body, view }) => {
		const origin = readOrigin(view.private_metadata, body.team?.id);
		const delivery = (body as { trigger_id?: string }).trigger_id ?? view.id;
		if (!origin) return acknowledge(ack, context);
		const click = clickFrom(origin, delivery, body.user.id);
		const asker = () => askerOf(context, placeOfClick(click), body.user.id, false);
		const sent = { view: origin.view, filters: readNarrowForm(view.state.values) };
		const found = await problemsOf(context, async () =>
			context.desk.narrowProblems(sent, await asker()),
		);
		if (found.length > 0) return acknowledge(() => ack(errorsOf(found)), context);
		await acknowledge(ack, context);
		takeOn(context, {
			delivery,
			incoming: { kind: "narrow", ...sent },
			asker,
			destination: destinationOf(context, click, origin.at),
		});
	});
}
