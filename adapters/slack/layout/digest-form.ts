import type { types } from "@slack/bolt";
import {
	type DigestChoiceField,
	type DigestEntry,
	type DigestField,
	type DigestForm,
	digestFields,
	longestEntry,
} from "../../../src/domain/forms.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { digestForm } from "../surface.ts";
import { plainText } from "./controls.ts";
import { canBeOption, entered, type FormValues, formFrame, lookUp, optionOf } from "./form.ts";

/** The form of a digest, filled in. */
export function layDigestForm(form: DigestForm, metadata: string, say: Say): types.ModalView {
	const label = (key: string) => say(form.language, `digest.form.${key}`);
	const title = form.of === null ? "title_new" : "title_edit";
	return {
		...formFrame(digestForm, metadata, (key) => label(key === "title" ? title : key)),
		blocks: digestFields.map((field) => ({
			type: "input",
			block_id: field,
			// What is told at once has neither a time nor a zone.
			optional: field === "at" || field === "zone",
			label: plainText(label(field)),
			element: elements[field](form),
		})),
	};
}

export function readDigestForm(values: FormValues): DigestEntry {
	return Object.fromEntries(
		digestFields.map((field) => [field, entered(values, field)]),
	) as DigestEntry;
}

type Element =
	| types.ExternalSelect
	| types.MultiStaticSelect
	| types.PlainTextInput
	| types.StaticSelect
	| types.Timepicker;

const elements: Record<DigestField, (form: DigestForm) => Element> = {
	topic: ({ entry }) => ({
		type: "plain_text_input",
		action_id: "topic",
		max_length: longestEntry,
		...(entry.topic ? { initial_value: entry.topic.slice(0, longestEntry) } : {}),
	}),
	when: (form) => list("when", form),
	at: ({ entry }) => ({
		type: "timepicker",
		action_id: "at",
		...(/^([01]\d|2[0-3]):[0-5]\d$/.test(entry.at) ? { initial_time: entry.at } : {}),
	}),
	days: ({ entry, choices }) => {
		const chosen = entry.days.split(",");
		const options = choices.days.map(({ value, label }) => optionOf(value, label));
		const initial = options.filter(({ value }) => chosen.includes(value ?? ""));
		return {
			type: "multi_static_select",
			action_id: "days",
			options,
			...(initial.length > 0 ? { initial_options: initial } : {}),
		};
	},
	zone: ({ entry }) => lookUp("zone", canBeOption(entry.zone) ? entry.zone : undefined),
	language: (form) => list("language", form),
	empty: (form) => list("empty", form),
};

function list(
	field: Exclude<DigestChoiceField, "days">,
	{ entry, choices }: DigestForm,
): types.StaticSelect {
	const options = choices[field].map(({ value, label }) => optionOf(value, label));
	const initial = options.find(({ value }) => value === entry[field]);
	return {
		type: "static_select",
		action_id: field,
		options,
		...(initial ? { initial_option: initial } : {}),
	};
}
