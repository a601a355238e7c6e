import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { discordMarkdown } from "../markup/discord-lines.ts";
import { drawElement, notDrawn } from "./elements.ts";
import { richText } from "./rich-text.ts";
import { table } from "./table.ts";
import { drawText, image, plainText } from "./texts.ts";

/** Blocks of a message, a form or the home, from the top down. */
export function drawBlocks(blocks: readonly types.AnyBlock[]): Html {
	return html`${blocks.map((each) => html`<div class="block ${each.type}">${block(each as types.KnownBlock)}</div>`)}`;
}

function block(each: types.KnownBlock): Html {
	switch (each.type) {
		case "section":
			return section(each);
		case "rich_text":
			return richText(each);
		case "header":
			return html`<div dir="auto">${plainText(each.text)}</div>`;
		case "divider":
			return html`<hr>`;
		case "context":
			return html`${each.elements.map((element) =>
				element.type === "image" ? image(element.alt_text, "small") : drawText(element),
			)}`;
		case "actions":
		case "context_actions":
			return html`<div class="row">${each.elements.map(drawElement)}</div>`;
		case "input":
			return html`<div class="label" dir="auto">${plainText(each.label)}${each.optional && html`<span class="optional"> (optional)</span>`}</div>
${drawElement(each.element)}${each.hint && html`<div class="hint" dir="auto">${plainText(each.hint)}</div>`}`;
		case "table":
		case "data_table":
			return table(each);
		// Common markdown, of which Discord's is near enough a dialect.
		case "markdown":
			return html`<div class="text" dir="auto">${discordMarkdown(each.text)}</div>`;
		case "image":
			return image(each.alt_text, "large");
		case "alert":
			return html`<div class="alert ${each.level ?? "default"}">${drawText(each.text)}</div>`;
		case "container":
			return html`<div class="framed">${each.title && html`<b dir="auto">${plainText(each.title)}</b>`}${each.rich_text_title && richText(each.rich_text_title)}${each.subtitle && drawText(each.subtitle)}${!each.default_collapsed && drawBlocks(each.child_blocks)}</div>`;
		case "card":
			return html`<div class="framed">${[each.title, each.subtitle, each.body].map((text) => text && drawText(text))}${each.actions && html`<div class="row">${each.actions.map(drawElement)}</div>`}</div>`;
		case "carousel":
			return drawBlocks(each.elements);
		case "file":
		case "plan":
		case "task_card":
		case "video":
			return notDrawn(each);
	}
	return notDrawn(each);
}

function section({ text, fields, accessory }: types.SectionBlock): Html {
	return html`<div class="beside"><div class="texts">${text && drawText(text)}${
		fields && html`<div class="fields">${fields.map(drawText)}</div>`
	}</div>${accessory && html`<div class="accessory">${drawElement(accessory)}</div>`}</div>`;
}
