import {
	type APIButtonComponent,
	type APIComponentInLabel,
	type APISelectMenuComponent,
	type APITextInputComponent,
	ButtonStyle,
	ComponentType,
} from "discord.js";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { emoji } from "../markup/mrkdwn.ts";

const styles: Record<ButtonStyle, string> = {
	[ButtonStyle.Primary]: "primary",
	[ButtonStyle.Secondary]: "secondary",
	[ButtonStyle.Success]: "success",
	[ButtonStyle.Danger]: "danger",
	[ButtonStyle.Link]: "link-button",
	[ButtonStyle.Premium]: "primary",
};

export function button(component: APIButtonComponent): Html {
	const label = "label" in component ? (component.label ?? "") : "";
	const sign = "emoji" in component && component.emoji ? component.emoji : null;
	// What has no id is a letter of Unicode.
	const drawnSign = sign && (sign.id ? emoji(sign.name ?? "") : html`${sign.name ?? ""}`);
	const state = component.disabled ? " disabled" : "";
	return html`<span class="button ${styles[component.style]}${state}">${drawnSign}<bdi>${label}</bdi></span>`;
}

/** A select as it stands closed. */
export function select(component: APISelectMenuComponent): Html {
	const options = component.type === ComponentType.StringSelect ? component.options : [];
	const chosen = options.filter((option) => option.default).map(({ label }) => label);
	const words = chosen.join(", ") || component.placeholder || "Make a selection";
	const state = chosen.length > 0 ? "chosen" : "open";
	return html`<div class="select ${state}"><bdi>${words}</bdi><span class="arrow">⌄</span></div>`;
}

export function textInput({ value, placeholder, style }: APITextInputComponent): Html {
	// 2 is the style of several lines.
	const size = style === 2 ? "tall" : "low";
	return html`<div class="field ${value ? "filled" : "empty"} ${size}" dir="auto">${value || placeholder || ""}</div>`;
}

/** What a label stands over. */
export function fieldOf(component: APIComponentInLabel): Html {
	switch (component.type) {
		case ComponentType.TextInput:
			return textInput(component);
		case ComponentType.StringSelect:
		case ComponentType.UserSelect:
		case ComponentType.RoleSelect:
		case ComponentType.MentionableSelect:
		case ComponentType.ChannelSelect:
			return select(component);
		case ComponentType.RadioGroup:
		case ComponentType.CheckboxGroup:
			return html`${component.options.map(
				({ label, default: isOn }) =>
					html`<div class="choice"><span class="box${isOn ? " on" : ""}"></span><bdi>${label}</bdi></div>`,
			)}`;
		case ComponentType.Checkbox:
			return html`<div class="choice"><span class="box"></span></div>`;
		case ComponentType.FileUpload:
			return html`<div class="field empty tall">⇪</div>`;
	}
}
