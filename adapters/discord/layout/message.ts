import {
	type APIButtonComponentWithCustomId,
	type APIMessage,
	type APIMessageTopLevelComponent,
	ComponentType,
	MessageFlags,
} from "discord.js";

import { limits } from "../limits.ts";
import { shortened } from "./markup.ts";

/**
 * The body of a message, for posting and for editing. It notifies nobody: a body without
 * `allowed_mentions` would ping whatever its text names.
 */
export type MessageBody = {
	flags: number;
	components: APIMessageTopLevelComponent[];
	allowed_mentions: { parse: []; replied_user: false };
};

/** Components V2 and no previews of links; the flag has to be repeated with every edit. */
const shown = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

export function body(components: APIMessageTopLevelComponent[]): MessageBody {
	return { flags: shown, components, allowed_mentions: { parse: [], replied_user: false } };
}

export function text(content: string): APIMessageTopLevelComponent {
	return { type: ComponentType.TextDisplay, content };
}

/** An entry of a list. */
export type Option = { label: string; value: string };

/** A list to choose one from, in a row of its own; nothing where there is nothing to choose. */
export function select(
	customId: string,
	placeholder: string,
	options: readonly Option[],
): APIMessageTopLevelComponent[] {
	if (options.length === 0) return [];
	const list = {
		type: ComponentType.StringSelect as const,
		custom_id: customId,
		placeholder: placeholder.slice(0, limits.selectPlaceholder),
		options: options
			.slice(0, limits.choices)
			.map(({ label, value }) => ({ label: shortened(label, limits.choice), value })),
	};
	return [{ type: ComponentType.ActionRow, components: [list] }];
}

/** A row of buttons; nothing where there are none, since Discord refuses an empty row. */
export function row(buttons: APIButtonComponentWithCustomId[]): APIMessageTopLevelComponent[] {
	return buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [];
}

/** Custom ids of a message that Discord returns: of buttons in rows and beside texts. */
export function controlsIn({ components = [] }: Pick<APIMessage, "components">): string[] {
	const out: string[] = [];
	for (const each of components) {
		const parts = each.type === ComponentType.Section ? [each.accessory] : [];
		const buttons = each.type === ComponentType.ActionRow ? each.components : parts;
		for (const button of buttons) if ("custom_id" in button) out.push(button.custom_id);
	}
	return out;
}
