import type { types } from "@slack/bolt";
import { limits } from "../limits.ts";
import { plainText } from "./controls.ts";

/** What every form has around its fields. `label` gives its `title`, `submit` and `close`. */
export function formFrame(
	callback: string,
	metadata: string,
	label: (key: string) => string,
): Omit<types.ModalView, "blocks"> {
	return {
		type: "modal",
		callback_id: callback,
		private_metadata: metadata,
		title: plainText(label("title"), limits.viewTitle),
		submit: plainText(label("submit"), limits.viewTitle),
		close: plainText(label("close"), limits.viewTitle),
	};
}

/** What a form that was sent holds, by the id of a block and of the field in it. */
export type FormValues = Record<string, Record<string, FieldValue>>;
type Chosen = { value: string };
type FieldValue = {
	value?: string | null | undefined;
	selected_option?: Chosen | null | undefined;
	selected_options?: readonly Chosen[] | undefined;
	selected_date?: string | null | undefined;
	selected_time?: string | null | undefined;
};

/** What was typed or chosen in the field of a block that is called like it, with commas between several; empty where nothing was. */
export function entered(values: FormValues, id: string): string {
	const field = values[id]?.[id];
	if (!field) return "";
	const { value, selected_option, selected_options, selected_date, selected_time } = field;
	const several = selected_options?.map((each) => each.value).join(",");
	return (
		selected_option?.value ??
		several ??
		selected_date ??
		selected_time ??
		value ??
		""
	).trim();
}

/** A field in which something is chosen of what is looked up while somebody types. */
export function lookUp(id: string, value: string | undefined): types.ExternalSelect {
	return {
		type: "external_select",
		action_id: id,
		min_query_length: 0,
		...(value ? { initial_option: optionOf(value) } : {}),
	};
}

/** Whether a value can be one of those that are looked up. */
export function canBeOption(value: string): boolean {
	return value.length <= limits.optionText;
}

export function optionOf(value: string, label = value): types.PlainTextOption {
	return { text: plainText(label, limits.optionText), value };
}
