import {
	type APIComponentInLabel,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	type ModalSubmitComponent,
	TextInputStyle,
} from "discord.js";
import {
	type DigestChoiceField,
	type DigestEntry,
	type DigestField,
	type DigestForm,
	digestFields,
	longestEntry,
} from "../../../src/domain/forms.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { limits } from "../limits.ts";
import { type Control, customId } from "./controls.ts";

/** Those that have room: a form takes five. The others stay as they are; their options change them. */
const shownFields = ["topic", "when", "at", "days", "zone"] as const satisfies DigestField[];
type ShownField = (typeof shownFields)[number];
/** Of a time of day, a time zone. */
const mostTyped = 100;

/** The form of a digest, filled in. */
export function layDigestForm(form: DigestForm, say: Say): APIModalInteractionResponseCallbackData {
	const { language, of, entry, choices } = form;
	const label = (key: string) => say(language, `digest.form.${key}`);
	const known = (field: "language" | "empty") =>
		choices[field].some(({ value }) => value === entry[field]) ? entry[field] : "";
	return {
		custom_id: customId({
			...{ kind: "digest", conversation: "", of, shown: language },
			...{ language: known("language"), empty: known("empty") },
		}),
		title: label(of === null ? "title_new" : "title_edit").slice(0, limits.modalTitle),
		components: shownFields.map(
			(field): APILabelComponent => ({
				type: ComponentType.Label,
				label: label(field).slice(0, limits.fieldLabel),
				component: fields[field](form),
			}),
		),
	};
}

/** What was filled in, with what the form has no field for. */
export function readDigestForm(
	components: readonly unknown[],
	{ language, empty }: Control & { kind: "digest" },
): DigestEntry {
	const out = Object.fromEntries(digestFields.map((field) => [field, ""])) as DigestEntry;
	Object.assign(out, { language, empty });
	for (const row of components as { component?: ModalSubmitComponent }[]) {
		const field = row.component;
		const name = shownFields.find((each) => each === field?.custom_id);
		if (!field || !name) continue;
		if (field.type === ComponentType.StringSelect) out[name] = field.values.join(",");
		if (field.type === ComponentType.TextInput) out[name] = field.value.trim();
	}
	return out;
}

const fields: Record<ShownField, (form: DigestForm) => APIComponentInLabel> = {
	topic: ({ entry }) => line("topic", entry.topic, longestEntry, true),
	when: (form) => list("when", form, 1),
	at: ({ entry }) => line("at", entry.at, mostTyped, false),
	days: (form) => list("days", form, form.choices.days.length),
	zone: ({ entry }) => line("zone", entry.zone, mostTyped, false),
};

function line(id: ShownField, value: string, most: number, required: boolean): APIComponentInLabel {
	return {
		...{ type: ComponentType.TextInput, custom_id: id, style: TextInputStyle.Short },
		...{ required, max_length: most },
		...(value ? { value: value.slice(0, most) } : {}),
	};
}

function list(
	id: Extract<ShownField, DigestChoiceField>,
	{ entry, choices }: DigestForm,
	most: number,
): APIComponentInLabel {
	const chosen = entry[id].split(",");
	return {
		...{ type: ComponentType.StringSelect, custom_id: id, required: true },
		...{ min_values: 1, max_values: most },
		options: choices[id].map(({ value, label }) => ({
			...{ value, label: label.slice(0, limits.choice) },
			default: chosen.includes(value),
		})),
	};
}
