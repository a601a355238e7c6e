import { Form, invalidForm, list, type Refusal, refusal } from "./rules.ts";
import type { Json } from "./world.ts";

const componentsV2 = 32_768;
const row = 1;
const button = 2;
const select = 3;
const section = 9;
const text = 10;
const thumbnail = 11;
const gallery = 12;
const separator = 14;
const container = 17;
const topLevel = [row, section, text, gallery, separator, container];

/** What Discord says to the body of a message; null where it takes it. */
export function checkMessage(body: Json, before?: Json): Refusal | null {
	const form = new Form();
	const flags = Number(body.flags ?? before?.flags ?? 0);
	const isV2 = (flags & componentsV2) !== 0;
	if (before && (Number(before.flags ?? 0) & componentsV2) !== 0 && !isV2)
		form.add("flags", "MESSAGE_FLAGS_CANNOT_REMOVE", "The components flag cannot be taken back.");
	if (body.nonce !== undefined) form.length("nonce", String(body.nonce), 1, 25);
	if (isV2) {
		for (const field of ["content", "embeds", "poll", "stickers"])
			if (isThere(body[field]))
				form.add(
					field,
					"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
					"The legacy fields cannot be used with components.",
				);
		const files = list(body.attachments).map(({ filename }) => String(filename));
		checkV2(form, list(body.components), files);
	} else {
		checkLegacy(form, body);
		if (form.faults.length === 0 && !isThere(body.content) && list(body.embeds).length === 0)
			return refusal(400, 50_006, "Cannot send an empty message");
	}
	return form.faults.length > 0 ? invalidForm(form.faults) : null;
}

function isThere(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function checkV2(form: Form, components: Json[], files: string[]): void {
	form.count("components", components, 1, 40);
	const seen: Seen = { count: 0, text: 0, ids: new Set(), files };
	for (const [at, each] of components.entries()) {
		if (!topLevel.includes(Number(each.type)))
			form.add(`components.${at}.type`, "UNION_TYPE_CHOICES", "Not a component of the top level.");
		checkComponent(form, `components.${at}`, each, seen);
	}
	if (seen.count > 40)
		form.add("components", "BASE_TYPE_BAD_LENGTH", "Must be 40 or fewer components in all.");
	if (seen.text > 4_000)
		form.add("components", "COMPONENT_MAX_TEXT_LENGTH", "Must be 4000 or fewer characters in all.");
}

type Seen = { count: number; text: number; ids: Set<unknown>; files: string[] };

function checkComponent(form: Form, path: string, each: Json, seen: Seen): void {
	seen.count++;
	const inner = list(each.components);
	switch (each.type) {
		case text:
			form.length(`${path}.content`, each.content, 1, 4_000);
			seen.text += [...String(each.content ?? "")].length;
			return;
		case section: {
			form.count(`${path}.components`, inner, 1, 3);
			for (const [at, line] of inner.entries()) {
				if (line.type !== text)
					form.add(`${path}.components.${at}`, "UNION_TYPE_CHOICES", "No text.");
				checkComponent(form, `${path}.components.${at}`, line, seen);
			}
			const accessory = each.accessory as Json | undefined;
			if (!accessory || ![button, thumbnail].includes(Number(accessory.type)))
				form.add(`${path}.accessory`, "BASE_TYPE_REQUIRED", "This field is required");
			else checkComponent(form, `${path}.accessory`, accessory, seen);
			return;
		}
		case row:
			form.count(`${path}.components`, inner, 1, 5);
			if (inner.some(({ type }) => type === select)) form.count(`${path}.components`, inner, 1, 1);
			for (const [at, part] of inner.entries())
				checkComponent(form, `${path}.components.${at}`, part, seen);
			return;
		case gallery:
			checkGallery(form, path, list(each.items), seen);
			return;
		case container:
			form.count(`${path}.components`, inner, 1, 40);
			for (const [at, part] of inner.entries())
				checkComponent(form, `${path}.components.${at}`, part, seen);
			return;
		case button:
			checkButton(form, path, each, seen);
			return;
		case select:
			checkId(form, path, each.custom_id, seen);
			checkSelect(form, path, each);
	}
}

/** What an item shows is an address, or a file that comes with the message. */
function checkGallery(form: Form, path: string, items: Json[], { files }: Seen): void {
	form.count(`${path}.items`, items, 1, 10);
	for (const [at, item] of items.entries()) {
		const url = String((item.media as Json | undefined)?.url ?? "");
		const file = /^attachment:\/\/(.+)$/.exec(url)?.[1];
		if (file === undefined ? !/^https?:/.test(url) : !files.includes(file))
			form.add(
				`${path}.items.${at}.media.url`,
				"UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
				"No such file.",
			);
		form.optional(`${path}.items.${at}.description`, item.description, 1_024);
	}
}

function checkButton(form: Form, path: string, each: Json, seen: Seen): void {
	if (each.label === undefined && each.emoji === undefined)
		form.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required.");
	else form.length(`${path}.label`, each.label, 1, 80);
	if (each.style === 5) form.length(`${path}.url`, each.url, 1, 512);
	else checkId(form, path, each.custom_id, seen);
}

function checkId(form: Form, path: string, id: unknown, seen: Seen): void {
	form.length(`${path}.custom_id`, id, 1, 100);
	if (seen.ids.has(id))
		form.add(`${path}.custom_id`, "COMPONENT_CUSTOM_ID_DUPLICATED", "Custom id is there already.");
	seen.ids.add(id);
}

export function checkSelect(form: Form, path: string, each: Json): void {
	const options = list(each.options);
	form.count(`${path}.options`, options, 1, 25);
	form.optional(`${path}.placeholder`, each.placeholder, 150);
	for (const [at, option] of options.entries()) {
		form.length(`${path}.options.${at}.label`, option.label, 1, 100);
		form.length(`${path}.options.${at}.value`, option.value, 1, 100);
		form.optional(`${path}.options.${at}.description`, option.description, 100);
	}
	if (new Set(options.map(({ value }) => value)).size < options.length)
		form.add(
			`${path}.options`,
			"SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
			"A value is there twice.",
		);
}

/** Messages with content and embeds. */
function checkLegacy(form: Form, body: Json): void {
	form.optional("content", body.content, 2_000);
	const embeds = list(body.embeds);
	form.count("embeds", embeds, 0, 10);
	let sum = 0;
	for (const [at, embed] of embeds.entries()) {
		const path = `embeds.${at}`;
		const parts: [string, unknown, number][] = [
			["title", embed.title, 256],
			["description", embed.description, 4_096],
			["footer.text", (embed.footer as Json | undefined)?.text, 2_048],
			["author.name", (embed.author as Json | undefined)?.name, 256],
			...list(embed.fields).flatMap((field, n): [string, unknown, number][] => [
				[`fields.${n}.name`, field.name, 256],
				[`fields.${n}.value`, field.value, 1_024],
			]),
		];
		form.count(`${path}.fields`, list(embed.fields), 0, 25);
		for (const [field, value, most] of parts) {
			form.optional(`${path}.${field}`, value, most);
			sum += [...String(value ?? "")].length;
		}
	}
	if (sum > 6_000) form.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embeds exceed 6000 characters.");
	const rows = list(body.components);
	form.count("components", rows, 0, 5);
	const seen: Seen = { count: 0, text: 0, ids: new Set(), files: [] };
	for (const [at, each] of rows.entries()) checkComponent(form, `components.${at}`, each, seen);
}
