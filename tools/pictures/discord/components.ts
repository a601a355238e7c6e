import {
	type APIComponentInContainer,
	type APIMessageTopLevelComponent,
	type APISectionComponent,
	ComponentType,
	SeparatorSpacingSize,
} from "discord.js";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { discordMarkdown } from "../markup/discord-lines.ts";
import { button, select } from "./controls.ts";

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** A component of a message, with all that stands in it. */
export function component(each: Component): Html {
	switch (each.type) {
		case ComponentType.TextDisplay:
			return html`<div class="markdown">${discordMarkdown(each.content)}</div>`;
		case ComponentType.Section:
			return section(each);
		case ComponentType.Separator: {
			const size = each.spacing === SeparatorSpacingSize.Large ? "large" : "small";
			return html`<div class="separator ${size}">${each.divider !== false && html`<hr>`}</div>`;
		}
		case ComponentType.ActionRow:
			return html`<div class="row">${each.components.map((control) =>
				control.type === ComponentType.Button ? button(control) : select(control),
			)}</div>`;
		case ComponentType.Container:
			return html`<div class="container"${accent(each.accent_color)}>${each.components.map(component)}</div>`;
		case ComponentType.MediaGallery:
			return html`${each.items.map(({ description }) => html`<div class="image large">${description ?? ""}</div>`)}`;
		case ComponentType.File:
			return html`<div class="image small">${each.file.url}</div>`;
	}
	return html`<div class="not-drawn">not drawn: ${(each as { type: number }).type}</div>`;
}

function accent(colour: number | null | undefined): Html {
	if (colour === null || colour === undefined) return html``;
	const [hex] = [Math.max(0, Math.min(0xffffff, Math.trunc(colour))).toString(16)];
	return html` style="border-inline-start: 4px solid #${hex.padStart(6, "0")}"`;
}

function section({ components, accessory }: APISectionComponent): Html {
	const beside =
		accessory.type === ComponentType.Button
			? button(accessory)
			: html`<div class="image beside">${accessory.description ?? ""}</div>`;
	return html`<div class="section"><div class="texts">${components.map(
		({ content }) => html`<div class="markdown">${discordMarkdown(content)}</div>`,
	)}</div><div class="accessory">${beside}</div></div>`;
}
