import type { Json } from "./world.ts";

/**
 * What Slack refuses in Block Kit, written from its reference and apart from the adapter's own
 * table, so that a mistake there is seen here.
 */
export function blockErrors(blocks: unknown, most = 50): string[] {
	if (!Array.isArray(blocks)) return ["blocks must be an array"];
	const errors: string[] = [];
	const tables = blocks.filter(({ type }) => type === "table").length;
	if (tables > 1) errors.push("only one table is allowed");
	if (blocks.length > most) errors.push(`no more than ${most} blocks`);
	for (const [at, block] of blocks.entries())
		for (const error of errorsOf(block as Json)) errors.push(`/blocks/${at}: ${error}`);
	return errors;
}

/** Measured by others (bolt-js issue 2509); Slack documents no such limit. */
const mostJson = 13_200;

export function tooLong(blocks: unknown): boolean {
	return JSON.stringify(blocks).length > mostJson;
}

function errorsOf(block: Json): string[] {
	const out = sized(block["block_id"], "block_id", 255, false);
	switch (block["type"]) {
		case "rich_text":
			return [...out, ...list(block["elements"], "elements", 1, 1_000, richErrors)];
		case "section":
			return [...out, ...textErrors(block["text"], 3_000)];
		case "header":
			return [...out, ...textErrors(block["text"], 150)];
		case "context":
			return [
				...out,
				...list(block["elements"], "elements", 1, 10, (each) => textErrors(each, 3_000)),
			];
		case "actions":
			return [...out, ...list(block["elements"], "elements", 1, 25, controlErrors)];
		case "context_actions":
			return [...out, ...list(block["elements"], "elements", 1, 5, thumbErrors)];
		case "input":
			return [
				...out,
				...textErrors(block["label"], 2_000),
				...(block["hint"] ? textErrors(block["hint"], 2_000) : []),
				...controlErrors(block["element"] as Json),
			];
		case "divider":
			return out;
		case "table":
			return [...out, ...tableErrors(block)];
		default:
			return [`unsupported block ${String(block["type"])}`];
	}
}

const mostTableText = 10_000;

function tableErrors({ rows, column_settings: columns }: Json): string[] {
	const cells = list(rows, "rows", 1, 100, (row) =>
		list(row, "cells", 1, 20, (cell) =>
			cell["type"] === "raw_text" ? sized(cell["text"], "text", 10_000, true) : errorsOf(cell),
		),
	);
	const size = JSON.stringify(rows).length;
	return [
		...cells,
		...(columns === undefined ? [] : list(columns, "column_settings", 1, 20, () => [])),
		...(size > 2 * mostTableText ? [`no more than ${mostTableText} characters in a table`] : []),
	];
}

function richErrors(paragraph: Json): string[] {
	switch (paragraph["type"]) {
		case "rich_text_section":
		case "rich_text_quote":
		case "rich_text_preformatted":
			return list(paragraph["elements"], "elements", 1, 1_000, inlineErrors);
		case "rich_text_list":
			return list(paragraph["elements"], "elements", 1, 1_000, richErrors);
		default:
			return [`unsupported rich text ${String(paragraph["type"])}`];
	}
}

function inlineErrors(element: Json): string[] {
	switch (element["type"]) {
		case "text":
			return sized(element["text"], "text", 3_000, true);
		case "link":
			return [
				...sized(element["url"], "url", 3_000, true),
				...(/^https?:\/\//.test(String(element["url"])) ? [] : ["url must be http or https"]),
			];
		case "user":
		case "usergroup":
		case "channel":
		case "broadcast":
		case "emoji":
			return [];
		default:
			return [`unsupported element ${String(element["type"])}`];
	}
}

function textErrors(text: unknown, most: number): string[] {
	const { type, text: value } = (text ?? {}) as Json;
	if (type !== "plain_text" && type !== "mrkdwn") return ["text object has no type"];
	return sized(value, "text", most, true);
}

function controlErrors(element: Json): string[] {
	const out = sized(element["action_id"], "action_id", 255, true);
	switch (element["type"]) {
		case "button":
			return [
				...out,
				...textErrors(element["text"], 75),
				...sized(element["value"], "value", 2_000, false),
			];
		case "static_select":
			return [
				...out,
				...(element["placeholder"] ? textErrors(element["placeholder"], 150) : []),
				...list(element["options"], "options", 1, 100, optionErrors),
				...among(element["initial_option"], element["options"]),
			];
		case "multi_static_select":
			return [
				...out,
				...list(element["options"], "options", 1, 100, optionErrors),
				...(element["initial_options"] === undefined
					? []
					: list(element["initial_options"], "initial_options", 1, 100, (option) =>
							among(option, element["options"]),
						)),
			];
		case "external_select":
			return [
				...out,
				...(element["initial_option"] ? optionErrors(element["initial_option"] as Json) : []),
			];
		case "datepicker":
			return [...out, ...formed(element["initial_date"], /^\d{4}-\d{2}-\d{2}$/, "initial_date")];
		case "timepicker":
			return [...out, ...formed(element["initial_time"], /^\d{2}:\d{2}$/, "initial_time")];
		case "plain_text_input":
			return [...out, ...sized(element["initial_value"], "initial_value", 3_000, false)];
		default:
			return [`unsupported control ${String(element["type"])}`];
	}
}

/** The element of the thumbs. */
function thumbErrors(element: Json): string[] {
	if (element["type"] !== "feedback_buttons") return ["unsupported element"];
	return [
		...sized(element["action_id"], "action_id", 255, true),
		...["positive_button", "negative_button"].flatMap((name) => {
			const thumb = (element[name] ?? {}) as Json;
			return [
				...textErrors(thumb["text"], 75),
				...sized(thumb["value"], "value", 2_000, true),
				...sized(thumb["accessibility_label"], "accessibility_label", 75, false),
			];
		}),
	];
}

/** An option of a list or of a look-up. */
export function optionErrors(option: Json): string[] {
	return [...textErrors(option["text"], 75), ...sized(option["value"], "value", 150, true)];
}

function among(option: unknown, options: unknown): string[] {
	if (option === undefined) return [];
	const same = (each: Json) => JSON.stringify(each) === JSON.stringify(option);
	return (options as Json[]).some(same) ? [] : ["initial_option is not among the options"];
}

function formed(value: unknown, form: RegExp, name: string): string[] {
	return value === undefined || form.test(String(value)) ? [] : [`${name} is malformed`];
}

function list(
	values: unknown,
	name: string,
	least: number,
	most: number,
	errors: (value: Json) => string[],
): string[] {
	if (!Array.isArray(values)) return [`${name} must be an array`];
	if (values.length < least) return [`${name} must have at least ${least}`];
	if (values.length > most) return [`no more than ${most} ${name}`];
	return values.flatMap((value) => errors(value as Json));
}

function sized(value: unknown, name: string, most: number, needed: boolean): string[] {
	if (value === undefined && !needed) return [];
	if (typeof value !== "string") return [`${name} must be a text`];
	if (needed && value.length === 0) return [`${name} must be more than 0 characters`];
	return value.length > most ? [`${name} must be less than ${most + 1} characters`] : [];
}

/** Of a whole view: home or form. */
export function viewErrors(view: Json): string[] {
	const out = blockErrors(view["blocks"], 100);
	if (view["type"] === "home") return out;
	if (view["type"] !== "modal") return [...out, "unsupported view"];
	for (const name of ["title", "submit", "close"])
		if (view[name]) out.push(...textErrors(view[name], 24));
	out.push(...sized(view["private_metadata"], "private_metadata", 3_000, false));
	out.push(...sized(view["callback_id"], "callback_id", 255, false));
	const ids = (view["blocks"] as Json[]).map((block) => block["block_id"]).filter(Boolean);
	if (new Set(ids).size !== ids.length) out.push("block_id must be unique");
	return out;
}
