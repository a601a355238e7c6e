import type { types } from "@slack/bolt";
import type { Request } from "../../../src/domain/answer.ts";
import { dayRange } from "../../../src/domain/dates.ts";
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
import { limits } from "../limits.ts";
import { narrowForm } from "../surface.ts";
import { plainText } from "./controls.ts";
import { canBeOption, entered, type FormValues, formFrame, lookUp, optionOf } from "./form.ts";

/** The form behind "Narrow", filled in with what the question is limited to. */
export function layNarrowForm(
	request: Request,
	metadata: string,
	language: Language,
	say: Say,
): types.ModalView {
	const label = (key: string) => say(language, `slack.narrow.${key}`);
	return {
		...formFrame(narrowForm, metadata, label),
		blocks: formFields.map((field) => ({
			type: "input",
			block_id: field,
			optional: true,
			label: plainText(label(field)),
			element: elementOf(field, request, language, say),
		})),
	};
}

/** What was filled in; what was left empty limits nothing. */
export function readNarrowForm(values: FormValues): Filters {
	const entries: Filters = {};
	for (const field of formFields) {
		const value = entered(values, field);
		if (value) putFilter(entries, field, value);
	}
	return entries;
}

type Element = types.Datepicker | types.ExternalSelect | types.PlainTextInput | types.StaticSelect;

function elementOf(field: FilterKey, request: Request, language: Language, say: Say): Element {
	const value = request[field];
	if (filters[field].takes === "day") return day(field, value);
	if (choicesOf(field)) return list(field, value, language, say);
	// What is too long to be chosen can only be typed.
	return value === undefined || canBeOption(value) ? lookUp(field, value) : line(field, value);
}

/** A month or a year is its first day, or its last. */
function day(field: FilterKey, value: string | undefined): types.Datepicker {
	const range = value === undefined ? null : dayRange(value);
	const initial = field === "from" ? range?.from : range?.to;
	return {
		type: "datepicker",
		action_id: field,
		...(initial ? { initial_date: initial } : {}),
	};
}

function line(field: FilterKey, value: string): types.PlainTextInput {
	return {
		type: "plain_text_input",
		action_id: field,
		max_length: limits.inputText,
		initial_value: value.slice(0, limits.inputText),
	};
}

function list(
	field: FilterKey,
	value: string | undefined,
	language: Language,
	say: Say,
): types.StaticSelect {
	const options = (choicesOf(field) ?? []).map((each) =>
		optionOf(each, say(language, `${field}.${each}`)),
	);
	const initial = options.find((each) => each.value === value);
	return {
		type: "static_select",
		action_id: field,
		options,
		...(initial ? { initial_option: initial } : {}),
	};
}
