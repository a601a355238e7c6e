import type { App } from "@slack/bolt";
import type { Asker } from "../../../src/domain/chat.ts";
import { type DigestForm, digestOrder } from "../../../src/domain/forms.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { askerOf, type Context } from "../context.ts";
import { readViewValue } from "../layout/controls.ts";
import { layDigestForm, readDigestForm } from "../layout/digest-form.ts";
import { layNotice } from "../layout/notice.ts";
import { digestForm } from "../surface.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";
import { type Click, destinationOf, placeOfClick } from "./click.ts";
import { errorsOf, problemsOf } from "./forms/check-form.ts";
import { openForm } from "./forms/open-form.ts";
import { clickFrom, originText, readOrigin } from "./origin.ts";
import { askerWhoPosts } from "./posting.ts";

/** Opens the form for a command that leaves everything open, such as `/digest edit 2`; whether it did. */
export async function opensDigestForm(
	context: Context,
	click: Click,
	text: string,
	asker: Asker,
): Promise<boolean> {
	const form = await context.desk.digestForm({ text }, asker);
	if (form) await open(context, click, form, asker);
	return form !== null;
}

/** Opens the form again with what was typed and could not be taken. */
export function openDigestAgain(context: Context, click: Click): void {
	const { desk, work } = context;
	const { view } = readViewValue(click.value) ?? {};
	if (!view) return;
	work.begin(async () => {
		await desk.once("slack", click.delivery, async () => {
			const asker = await askerWhoPosts(context, placeOfClick(click), click.person);
			const form = await desk.digestForm({ view }, asker);
			if (form) return open(context, click, form, asker);
			const notice = desk.notice("view_gone", await desk.language(asker));
			await destinationOf(context, click).deliver(layNotice(notice), false);
		});
	});
}

async function open(context: Context, click: Click, form: DigestForm, asker: Asker): Promise<void> {
	const { say, now } = context;
	const about = { view: "", of: form.of, language: form.language };
	const view = layDigestForm(form, originText(click, about, now), say);
	await openForm(context, click, { form: view, asker });
}

export function onDigestForm(app: App, context: Context): void {
	const { desk, say } = context;
	app.view(digestForm, async ({ ack, body, view }) => {
		const origin = readOrigin(view.private_metadata, body.team?.id);
		const delivery = (body as { trigger_id?: string }).trigger_id ?? view.id;
		if (!origin) return acknowledge(ack, context);
		const click = clickFrom(origin, delivery, body.user.id);
		const place = placeOfClick(click);
		const name = nameIn(origin.language ?? "en", say);
		const sent = { name, text: digestOrder(origin.of ?? null, readDigestForm(view.state.values)) };
		const found = await problemsOf(context, async () => {
			const problem = await desk.digestProblem(
				sent,
				await askerOf(context, place, body.user.id, true),
			);
			return problem ? [problem] : [];
		});
		if (found.length > 0) return acknowledge(() => ack(errorsOf(found)), context);
		await acknowledge(ack, context);
		takeOn(context, {
			delivery,
			incoming: { kind: "command", ...sent },
			asker: () => askerWhoPosts(context, place, body.user.id),
			destination: destinationOf(context, click, origin.at),
		});
	});
}

/** The command as it is called in the form's language, in which it is answered. */
function nameIn(language: Language, say: Say): string {
	return say(language, "command.digest").split("|")[0] ?? "digest";
}
