import {
	type APIComponentInLabel,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	type ModalSubmitComponent,
	TextInputStyle,
} from "discord.js";
import type { Request } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Filters } from "../../../src/domain/sets/filters.ts";
import { choicesOf, formFields, putFilter } from "../../../src/domain/sets/filters.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { limits } from "../limits.ts";
import { customId } from "./controls.ts";

/** Of what is typed into a field. */
const mostTyped = 100;

/** The form behind "narrow", filled in as the question stands. */
export function narrowForm(
	view: string,
	conversation: string,
	request: Request,
	language: Language,
	say: Say,
): APIModalInteractionResponseCallbackData {
	return {
		custom_id: customId({ kind: "narrow", conversation, view }),
		title: say(language, "discord.narrow_title").slice(0, limits.modalTitle),
		components: formFields.map((field): APILabelComponent => {
			const label = say(language, `discord.field.${field}`).slice(0, limits.fieldLabel);
			const choices = choicesOf(field);
			const component: APIComponentInLabel = choices
				? {
						type: ComponentType.StringSelect,
						custom_id: field,
						required: false,
						min_values: 0,
						max_values: 1,
						options: choices.map((value) => ({
							label: say(language, `${field}.${value}`),
							value,
							default: request[field] === value,
						})),
					}
				: {
						type: ComponentType.TextInput,
						custom_id: field,
						style: TextInputStyle.Short,
						required: false,
						max_length: mostTyped,
						placeholder: say(language, `discord.placeholder.${field}`).slice(0, limits.placeholder),
						...(request[field] ? { value: request[field].slice(0, mostTyped) } : {}),
					};
			return { type: ComponentType.Label, label, component };
		}),
	};
}

/** What was filled in; what was left empty limits nothing. */
export function readForm(components: readonly unknown[]): Filters {
	const out: Filters = {};
	for (const row of components as { component?: ModalSubmitComponent }[]) {
		const field = row.component;
		if (!field) continue;
		const name = formFields.find((each) => each === field.custom_id);
		if (!name) continue;
		const value =
			field.type === ComponentType.StringSelect
				? field.values[0]
				: field.type === ComponentType.TextInput
					? field.value.trim()
					: undefined;
		if (value) putFilter(out, name, value);
	}
	return out;
}
