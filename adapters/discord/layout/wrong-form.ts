import {
	type APIComponentInLabel,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import { longestName, longestReason } from "../../../src/domain/corrections.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { WrongEntry, WrongForm } from "../../../src/domain/wrong-form.ts";
import { limits } from "../limits.ts";
import { type Control, customId } from "./controls.ts";
import { enteredIn } from "./form.ts";
import { directed, plain, shortened } from "./markup.ts";

/** Of the words in question: whoever opens the form has just read them. */
const mostQuote = 1_000;

/** The form behind "This is wrong": the words in question, what is wrong with them, and why. */
export function layWrongForm(
	form: WrongForm,
	control: Control & { kind: "wrong" },
	say: Say,
): APIModalInteractionResponseCallbackData {
	const { language, quote, speaker, choices, acts } = form;
	const label = (id: string) => say(language, `wrong.${id}`).slice(0, limits.fieldLabel);
	const words = {
		quote: plain(directed(shortened(quote, mostQuote), language)),
		speaker: plain(directed(speaker, language)),
	};
	const about = say(language, speaker ? "wrong.item" : "wrong.item_unnamed", words);
	const row = (id: keyof WrongEntry, component: APIComponentInLabel): APILabelComponent => ({
		type: ComponentType.Label,
		label: label(id),
		component,
	});
	return {
		custom_id: customId(control),
		title: label("title").slice(0, limits.modalTitle),
		components: [
			{ type: ComponentType.TextDisplay, content: about },
			row("what", list("what", choices, true)),
			{
				...row("value", line("value", TextInputStyle.Short, longestName)),
				description: say(language, "wrong.value_hint").slice(0, limits.description),
			},
			row("act", list("act", acts, false)),
			row("why", line("why", TextInputStyle.Paragraph, longestReason)),
		],
	};
}

function line(id: keyof WrongEntry, style: TextInputStyle, most: number): APIComponentInLabel {
	const required = style === TextInputStyle.Paragraph;
	return { type: ComponentType.TextInput, custom_id: id, style, required, max_length: most };
}

function list(
	id: keyof WrongEntry,
	choices: WrongForm["choices"],
	required: boolean,
): APIComponentInLabel {
	return {
		type: ComponentType.StringSelect,
		custom_id: id,
		required,
		min_values: required ? 1 : 0,
		max_values: 1,
		options: choices.slice(0, limits.choices).map(({ value, label }) => ({
			label: shortened(label, limits.choice),
			value,
		})),
	};
}

/** What was filled in; a field that is not there is empty. */
export function readWrongForm(components: readonly unknown[]): WrongEntry {
	const empty: WrongEntry = { what: "", value: "", act: "", why: "" };
	return { ...empty, ...enteredIn(components, Object.keys(empty) as (keyof WrongEntry)[]) };
}
