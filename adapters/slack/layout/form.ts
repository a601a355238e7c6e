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
export type FormValues = Record<
	string,
	Record<string, { value?: string | null; selected_option?: { value: string } | null }>
>;

/** What was typed or chosen in the field of a block that is called like it; empty where nothing was. */
export function entered(values: FormValues, id: string): string {
	const field = values[id]?.[id];
	return (field?.selected_option?.value ?? field?.value ?? "").trim();
}
