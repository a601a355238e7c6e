import { Form, invalidForm, list, type Refusal } from "./rules.ts";
import { checkSelect } from "./rules-message.ts";
import type { Json } from "./world.ts";

/** What Discord says to a form; null where it takes it. */
export function checkModal(body: Json): Refusal | null {
	const form = new Form();
	form.length("data.custom_id", body.custom_id, 1, 100);
	form.length("data.title", body.title, 1, 45);
	const rows = list(body.components);
	form.count("data.components", rows, 1, 5);
	const ids = new Set<unknown>();
	for (const [at, row] of rows.entries()) {
		const path = `data.components.${at}`;
		const field = row.component as Json | undefined;
		if (row.type === 10) {
			form.length(`${path}.content`, row.content, 1, 4_000);
			continue;
		}
		if (row.type !== 18 || !field) {
			form.add(path, "UNION_TYPE_CHOICES", "Not a label with a field.");
			continue;
		}
		form.length(`${path}.label`, row.label, 1, 45);
		form.optional(`${path}.description`, row.description, 100);
		form.length(`${path}.component.custom_id`, field.custom_id, 1, 100);
		if (ids.has(field.custom_id))
			form.add(`${path}.component.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", "There already.");
		ids.add(field.custom_id);
		if (field.type === 4) {
			form.optional(`${path}.component.placeholder`, field.placeholder, 100);
			form.optional(`${path}.component.value`, field.value, Number(field.max_length ?? 4_000));
		} else if (field.type === 3) checkSelect(form, `${path}.component`, field);
		else form.add(`${path}.component`, "UNION_TYPE_CHOICES", "Not a field of a form.");
	}
	return form.faults.length > 0 ? invalidForm(form.faults) : null;
}

export function checkChoices(body: Json): Refusal | null {
	const form = new Form();
	const choices = list(body.choices);
	form.count("data.choices", choices, 0, 25);
	checkEachChoice(form, "data.choices", choices);
	return form.faults.length > 0 ? invalidForm(form.faults) : null;
}

function checkEachChoice(form: Form, path: string, choices: Json[]): void {
	for (const [at, { name, value }] of choices.entries()) {
		form.length(`${path}.${at}.name`, name, 1, 100);
		form.length(`${path}.${at}.value`, value, 1, 100);
	}
}

const commandName = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

/** What Discord says to a command; null where it takes it. */
export function checkCommand(body: Json): Refusal | null {
	const form = new Form();
	const type = Number(body.type ?? 1);
	if (type === 1) {
		checkName(form, "name", body.name);
		form.length("description", body.description, 1, 100);
		checkOptions(form, "options", list(body.options));
	} else {
		form.length("name", body.name, 1, 32);
		if (body.description)
			form.add("description", "APPLICATION_COMMAND_DESCRIPTION", "Not allowed.");
	}
	if (sizeOf(body) > 8_000)
		form.add("_", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
	return form.faults.length > 0 ? invalidForm(form.faults) : null;
}

function checkName(form: Form, path: string, name: unknown): void {
	const text = String(name ?? "");
	if (!commandName.test(text) || text !== text.toLowerCase())
		form.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
}

function checkOptions(form: Form, path: string, options: Json[]): void {
	form.count(path, options, 0, 25);
	if (new Set(options.map(({ name }) => name)).size < options.length)
		form.add(path, "APPLICATION_COMMAND_OPTIONS_NAME_UNIQUE", "Option names must be unique");
	let optional = false;
	for (const [at, option] of options.entries()) {
		const here = `${path}.${at}`;
		checkName(form, `${here}.name`, option.name);
		form.length(`${here}.description`, option.description, 1, 100);
		if (option.required && optional)
			form.add(
				here,
				"APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
				"Required options come first.",
			);
		optional ||= !option.required && option.type !== 1;
		form.count(`${here}.choices`, list(option.choices), 0, 25);
		checkEachChoice(form, `${here}.choices`, list(option.choices));
		if (option.autocomplete && list(option.choices).length > 0)
			form.add(here, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Either, not both.");
		checkOptions(form, `${here}.options`, list(option.options));
	}
}

/** Characters of names, descriptions and values, options included. */
function sizeOf(body: Json): number {
	const own = [body.name, body.description, body.value].map((each) => String(each ?? "").length);
	const parts = [...list(body.options), ...list(body.choices)];
	return (
		own.reduce((sum, each) => sum + each, 0) + parts.reduce((sum, each) => sum + sizeOf(each), 0)
	);
}
