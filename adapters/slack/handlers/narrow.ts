import type { App, types } from "@slack/bolt";
import type { Request } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import {
	choicesOf,
	type FilterKey,
	type Filters,
	filters,
	formFields,
	putFilter,
} from "../../../src/domain/sets/filters.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { askerOf, type Context } from "../context.ts";
import { plainText, readViewValue } from "../layout/controls.ts";
import { entered, type FormValues, formFrame } from "../layout/form.ts";
import { layNotice } from "../layout/notice.ts";
import { limits } from "../limits.ts";
import { narrowForm } from "../surface.ts";
import { acknowledge } from "./acknowledge.ts";
import { takeOn } from "./answering.ts";
import { type Click, destinationOf, placeOfClick, whoClicked } from "./click.ts";
import { clickFrom, originText, readOrigin } from "./origin.ts";

/** Opens the form behind "Narrow", filled in with what the question is limited to. */
export async function openNarrow(context: Context, click: Click): Promise<void> {
	const { desk, say, api, now, work } = context;
	const { view } = readViewValue(click.value) ?? {};
	if (!view) return;
	const { delivery } = click;
	work.begin(async () => {
		await desk.once("slack", delivery, async () => {
			const request = await desk.request(view, whoClicked(click));
			if (!request) {
				const asker = await askerOf(context, placeOfClick(click), click.person, false);
				const notice = desk.notice("view_gone", asker.language ?? "en");
				await destinationOf(context, click).deliver(layNotice(notice), false);
				return;
			}
			const form = formOf(request, originText(click, { view }, now), say);
			// A form cannot be opened later than three seconds after the click: never repeated.
			await api.single(() => api.client.views.open({ trigger_id: delivery, view: form }));
		});
	});
}

export function onNarrow(app: App, context: Context): void {
	app.view(narrowForm, async ({ ack, body, view }) => {
		await acknowledge(ack, context);
		const origin = readOrigin(view.private_metadata, body.team?.id);
		const delivery = (body as { trigger_id?: string }).trigger_id ?? view.id;
		if (!origin) return;
		const click = clickFrom(origin, delivery, body.user.id);
		takeOn(context, {
			delivery,
			incoming: { kind: "narrow", view: origin.view, filters: filtersOf(view.state.values) },
			asker: () => askerOf(context, placeOfClick(click), body.user.id, false),
			destination: destinationOf(context, click, origin.at),
		});
	});
}

function filtersOf(values: FormValues): Filters {
	const entries: Filters = {};
	for (const field of formFields) {
		const value = entered(values, field);
		if (value) putFilter(entries, field, value);
	}
	return entries;
}

function formOf(request: Request, metadata: string, say: Say): types.ModalView {
	const language = request.language ?? "en";
	const label = (key: string) => say(language, `slack.narrow.${key}`);
	return {
		...formFrame(narrowForm, metadata, label),
		blocks: formFields.map((field) => ({
			type: "input",
			block_id: field,
			optional: true,
			label: plainText(label(field)),
			element: choicesOf(field) ? list(field, request, language, say) : line(field, request),
			...(filters[field].takes === "day" ? { hint: plainText(label("date_hint")) } : {}),
		})),
	};
}

function line(field: FilterKey, request: Request): types.PlainTextInput {
	const value = request[field];
	return {
		type: "plain_text_input",
		action_id: field,
		max_length: limits.inputText,
		...(value ? { initial_value: value.slice(0, limits.inputText) } : {}),
	};
}

function list(
	field: FilterKey,
	request: Request,
	language: Language,
	say: Say,
): types.StaticSelect {
	const options = (choicesOf(field) ?? []).map((each) => ({
		text: plainText(say(language, `${field}.${each}`), limits.optionText),
		value: each,
	}));
	const initial = options.find(({ value }) => value === request[field]);
	return {
		type: "static_select",
		action_id: field,
		options,
		...(initial ? { initial_option: initial } : {}),
	};
}
