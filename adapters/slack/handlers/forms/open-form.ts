import type { types } from "@slack/bolt";
import type { Asker } from "../../../../src/domain/chat.ts";
import type { Context } from "../../context.ts";
import { layNotice } from "../../layout/notice.ts";
import { SlackFailure } from "../../wire/failure.ts";
import { type Click, destinationOf } from "../click.ts";

/**
 * Opens a form; where Slack takes it no more, whoever clicked is told to click again. It cannot be opened
 * later than three seconds after the click, so that a call whose outcome is unknown is never repeated.
 */
export async function openForm(
	context: Context,
	click: Click,
	{ form, asker }: { form: types.ModalView; asker: Asker },
): Promise<void> {
	const { api, desk } = context;
	try {
		await api.single(() => api.client.views.open({ trigger_id: click.delivery, view: form }));
	} catch (error) {
		if (!(error instanceof SlackFailure)) throw error;
		const notice = desk.notice("form_late", await desk.language(asker));
		await destinationOf(context, click).deliver(layNotice(notice), false);
	}
}
