import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { icon, thumb } from "./icons.ts";
import { image, plainText } from "./texts.ts";

/** Whatever stands in a row of actions, beside a section or in a field of a form. */
export type Element =
	| types.ActionsBlockElement
	| types.InputBlockElement
	| types.SectionBlockAccessory
	| types.ContextActionsBlockElement;

/** Kinds that this tool draws; of others only the name is shown, so that nobody takes them for nothing. */
export function drawElement(element: Element): Html {
	switch (element.type) {
		case "button":
		case "workflow_button":
			return html`<span class="button ${element.style ?? "default"}">${plainText(element.text)}</span>`;
		case "overflow":
			return html`<span class="button square">⋯</span>`;
		case "static_select":
		case "external_select":
			return select(element.initial_option?.text.text, element.placeholder?.text);
		case "users_select":
		case "conversations_select":
		case "channels_select":
		case "multi_static_select":
		case "multi_external_select":
		case "multi_users_select":
		case "multi_conversations_select":
		case "multi_channels_select":
			return select(undefined, element.placeholder?.text);
		case "datepicker":
			return select(element.initial_date, element.placeholder?.text ?? "YYYY-MM-DD");
		case "timepicker":
			return select(element.initial_time, element.placeholder?.text ?? "HH:MM");
		case "datetimepicker":
			return select(moment(element.initial_date_time), "YYYY-MM-DD HH:MM");
		case "plain_text_input":
			return field(element.initial_value, element.placeholder?.text, element.multiline === true);
		case "email_text_input":
		case "url_text_input":
		case "number_input":
			return field(element.initial_value, element.placeholder?.text, false);
		case "rich_text_input":
			return field(undefined, element.placeholder?.text, true);
		case "checkboxes":
			return choices(element.options, element.initial_options ?? [], "box");
		case "radio_buttons":
			return choices(
				element.options,
				element.initial_option ? [element.initial_option] : [],
				"ring",
			);
		case "feedback_buttons": {
			const { positive_button: yes, negative_button: no } = element;
			return html`<span class="icon" title="${yes.text.text}">${thumb.up}</span><span class="icon" title="${no.text.text}">${thumb.down}</span>`;
		}
		case "icon_button":
			return html`<span class="icon" title="${element.text.text}">${icon(element.icon)}</span>`;
		case "image":
			return image(element.alt_text, "beside");
		case "file_input":
			return html`<span class="button default">⇪</span>`;
	}
	return notDrawn(element);
}

function select(chosen: string | undefined, placeholder = ""): Html {
	const state = chosen ? "chosen" : "open";
	return html`<span class="select ${state}"><bdi>${chosen ?? placeholder}</bdi><span class="arrow">⌄</span></span>`;
}

function field(value: string | undefined, placeholder = "", tall: boolean): Html {
	const state = value ? "filled" : "empty";
	return html`<div class="field ${state} ${tall ? "tall" : "low"}" dir="auto">${value ?? placeholder}</div>`;
}

function choices(options: types.Option[], chosen: types.Option[], mark: "box" | "ring"): Html {
	const values = new Set(chosen.map(({ value }) => value));
	return html`${options.map(
		({ text, value }) =>
			html`<div class="choice"><span class="${mark}${values.has(value) ? " on" : ""}"></span><bdi>${text.text}</bdi></div>`,
	)}`;
}

function moment(seconds: number | undefined): string | undefined {
	if (seconds === undefined) return undefined;
	return new Date(seconds * 1_000).toISOString().slice(0, 16).replace("T", " ");
}

/** Shown for what this tool knows nothing of. */
export function notDrawn({ type }: { type: string | number }): Html {
	return html`<div class="not-drawn">not drawn: ${type}</div>`;
}
