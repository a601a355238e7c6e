import {
	type APIMessageTopLevelComponent,
	ButtonStyle,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { component } from "../../../tools/pictures/discord/components.ts";
import { discordMessages, discordModal } from "../../../tools/pictures/discord/surfaces.ts";

const evil = "<img src=x>";
const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
const button = {
	type: ComponentType.Button as const,
	style: ButtonStyle.Primary as const,
	label: evil,
	custom_id: "x",
};

const components: [what: string, component: APIMessageTopLevelComponent, shows: string[]][] = [
	["text", text("**a** <img src=x>"), ["<b>a</b>", "&lt;img"]],
	[
		"a section with its button",
		{ type: ComponentType.Section, components: [text("a")], accessory: button },
		['class="section"', "button primary", "&lt;img"],
	],
	[
		"a section with its picture, which is not fetched",
		{
			type: ComponentType.Section,
			components: [text("a")],
			accessory: { type: ComponentType.Thumbnail, media: { url: evil }, description: "map" },
		},
		["image beside", "map"],
	],
	[
		"a line between",
		{ type: ComponentType.Separator, divider: true, spacing: 2 },
		["large", "<hr>"],
	],
	[
		"a box with its colour",
		{
			type: ComponentType.Container,
			accent_color: 0x00ff7f,
			components: [text("a"), { type: ComponentType.Separator, divider: false }],
		},
		["container", "solid #00ff7f", "separator small"],
	],
	[
		"a row of buttons, and one that rests",
		{ type: ComponentType.ActionRow, components: [button, { ...button, disabled: true }] },
		["row", "button primary disabled"],
	],
	[
		"a select by what is chosen",
		{
			type: ComponentType.ActionRow,
			components: [
				{
					type: ComponentType.StringSelect,
					custom_id: "s",
					options: [
						{ label: evil, value: "1", default: true },
						{ label: "two", value: "2" },
					],
				},
			],
		},
		["select chosen", "&lt;img"],
	],
];

describe("a component of Discord's", () => {
	it.each(components)("shows %s", (_, each, shows) => {
		const drawn = component(each).text;
		for (const part of shows) expect(drawn).toContain(part);
		expect(drawn).not.toContain("<img");
	});

	it("is named where it is not known", () => {
		const novel = { type: 99 } as unknown as APIMessageTopLevelComponent;
		expect(component(novel).text).toContain("not drawn: 99");
	});
});

describe("a surface of Discord's", () => {
	it("tells who alone sees a message", () => {
		const said = (onlyYou: boolean) =>
			discordMessages([{ components: [text("a")] }], { name: evil, onlyYou }).text;
		expect(said(true)).toContain("Only you can see this");
		expect(said(false)).not.toContain("Only you can see this");
		expect(said(true)).toContain("&lt;img");
	});

	it("shows a form's labels over their fields", () => {
		const { text: drawn } = discordModal({
			custom_id: "form",
			title: evil,
			components: [
				text("-# a"),
				{
					type: ComponentType.Label,
					label: "Why",
					description: "in a word",
					component: {
						type: ComponentType.TextInput,
						custom_id: "why",
						style: TextInputStyle.Paragraph,
						required: false,
						placeholder: "because",
					},
				},
			],
		});
		for (const part of ["&lt;img", "<small", "Why", "in a word", "field empty tall", "because"])
			expect(drawn).toContain(part);
		expect(drawn).not.toContain('class="needed"');
	});
});
