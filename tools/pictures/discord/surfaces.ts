import {
	type APIMessageTopLevelComponent,
	type APIModalInteractionResponseCallbackData,
	ComponentType,
} from "discord.js";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { discordMarkdown } from "../markup/discord-lines.ts";
import { component } from "./components.ts";
import { fieldOf, textInput } from "./controls.ts";

/** Messages of the bot as they stand one under the other. `onlyYou`: nobody else sees them. */
export function discordMessages(
	messages: readonly { components: readonly APIMessageTopLevelComponent[] }[],
	{ name, onlyYou }: { name: string; onlyYou: boolean },
): Html {
	return html`<div class="message"><div class="avatar"></div><div class="said"><div class="by"><b>${name}</b><span class="app">APP</span><span class="time">10:24</span></div>
${messages.map(({ components }) => html`<div class="components">${components.map(component)}</div>`)}${
	onlyYou &&
	html`<div class="only-you">Only you can see this · <span class="link">Dismiss message</span></div>`
}</div></div>`;
}

/** A form over the conversation, with its buttons. */
export function discordModal({ title, components }: APIModalInteractionResponseCallbackData): Html {
	return html`<div class="modal"><div class="bar"><b dir="auto">${title}</b></div><div class="form">${components.map(
		(each) => {
			if (each.type === ComponentType.TextDisplay)
				return html`<div class="markdown">${discordMarkdown(each.content)}</div>`;
			if (each.type === ComponentType.ActionRow)
				return html`<div class="labelled">${each.components.map((input) => html`<div class="label" dir="auto">${input.label ?? ""}</div>${textInput(input)}`)}</div>`;
			const { label, description, component: field } = each;
			const isNeeded = !("required" in field) || field.required !== false;
			return html`<div class="labelled"><div class="label" dir="auto">${label}${isNeeded && html`<span class="needed"> *</span>`}</div>${
				description && html`<div class="hint" dir="auto">${description}</div>`
			}${fieldOf(field)}</div>`;
		},
	)}</div><div class="foot"><span class="button secondary">Cancel</span><span class="button primary">Submit</span></div></div>`;
}
