import {
	type APIComponentInLabel,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	type ModalSubmitComponent,
	TextInputStyle,
} from "discord.js";
import type { Filters, Request, Stance } from "../../../src/domain/answer.ts";
import { Act, type Language } from "../../../src/domain/article.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { limits } from "../limits.ts";
import { customId } from "./controls.ts";

export const stances: readonly Stance[] = ["contested", ...Act.options];
const fields = ["by", "outlet", "stance", "from", "to"] as const;
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
		components: fields.map((field): APILabelComponent => {
			const label = say(language, `discord.field.${field}`).slice(0, limits.fieldLabel);
			const component: APIComponentInLabel =
				field === "stance"
					? {
							type: ComponentType.StringSelect,
							custom_id: field,
							required: false,
							min_values: 0,
							max_values: 1,
							options: stances.map((value) => ({
								label: say(language, `stance.${value}`),
								value,
								default: request.stance === value,
							})),
						}
					: {
							type: ComponentType.TextInput,
							custom_id: field,
							style: TextInputStyle.Short,
							required: false,
							max_length: mostTyped,
							placeholder: say(language, `discord.placeholder.${field}`).slice(
								0,
								limits.placeholder,
							),
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
		if (field.type === ComponentType.StringSelect) {
			const stance = stances.find((each) => each === field.values[0]);
			if (field.custom_id === "stance" && stance) out.stance = stance;
		} else if (field.type === ComponentType.TextInput) {
			const value = field.value.trim();
			const name = fields.find((each) => each === field.custom_id);
			if (!name || name === "stance" || !value) continue;
			out[name] = value;
		}
	}
	return out;
}
