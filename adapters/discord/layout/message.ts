import {
	type APIButtonComponentWithCustomId,
	type APIMessage,
	type APIMessageTopLevelComponent,
	ComponentType,
	MessageFlags,
} from "discord.js";

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

/** Text with a button at its side. */
export function besideButton(
	content: string,
	accessory: APIButtonComponentWithCustomId,
): APIMessageTopLevelComponent {
	return {
		type: ComponentType.Section,
		components: [{ type: ComponentType.TextDisplay, content }],
		accessory,
	};
}

export function separator(): APIMessageTopLevelComponent {
	return { type: ComponentType.Separator, divider: false, spacing: 1 };
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
