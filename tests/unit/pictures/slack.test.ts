import type { types } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { drawBlocks } from "../../../tools/pictures/slack/blocks.ts";
import { slackMessages, slackModal } from "../../../tools/pictures/slack/surfaces.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text, emoji: false });
const options = [{ text: plain("<one>"), value: "1" }];
const evil = "<img src=x>";

const blocks: [what: string, block: types.AnyBlock, shows: string[]][] = [
	[
		"a section with fields and a button",
		{
			type: "section",
			text: { type: "mrkdwn", text: "*a*" },
			fields: [plain(evil)],
			accessory: { type: "button", action_id: "x", text: plain("go"), style: "primary" },
		} as types.SectionBlock,
		["<b>a</b>", "&lt;img", 'class="fields"', "button primary", "go"],
	],
	["a header", { type: "header", text: plain(evil) } as types.HeaderBlock, ["header", "&lt;img"]],
	["a line between", { type: "divider" }, ["<hr>"]],
	[
		"small print",
		{ type: "context", elements: [{ type: "mrkdwn", text: "_a_" }] } as types.ContextBlock,
		["context", "<i>a</i>"],
	],
	[
		"thumbs and a sign",
		{
			type: "context_actions",
			elements: [
				{
					type: "feedback_buttons",
					action_id: "f",
					positive_button: { text: plain("yes"), value: "1" },
					negative_button: { text: plain("no"), value: "0" },
				},
				{ type: "icon_button", action_id: "i", icon: "trash", text: plain(evil) },
			],
		} as types.ContextActionsBlock,
		['title="yes"', 'title="no"', 'title="&lt;img src=x&gt;"', "<svg"],
	],
	[
		"selects and what is folded away",
		{
			type: "actions",
			elements: [
				{ type: "static_select", action_id: "a", placeholder: plain("pick"), options },
				{ type: "static_select", action_id: "b", initial_option: options[0], options },
				{ type: "external_select", action_id: "c", placeholder: plain("seek") },
				{ type: "overflow", action_id: "d", options },
			],
		} as types.ActionsBlock,
		["select open", "pick", "select chosen", "&lt;one&gt;", "seek", "\u22ef"],
	],
	[
		"rich text, by the styles of its elements alone",
		{
			type: "rich_text",
			elements: [
				{
					type: "rich_text_section",
					elements: [
						{ type: "text", text: "*a*\n<b>", style: { bold: true } },
						{ type: "link", url: "https://x.example/", text: "there" },
						{ type: "user", user_id: "U1" },
					],
				},
				{ type: "rich_text_quote", elements: [{ type: "text", text: "q" }] },
				{
					type: "rich_text_list",
					style: "ordered",
					elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "i" }] }],
				},
			],
		} as types.RichTextBlock,
		[
			'<div class="line ltr"><b>*a*</b></div><div class="line ltr"><b>&lt;b&gt;</b><span class="link">there',
			"@U1",
			'<blockquote><div class="line ltr">q</div></blockquote>',
			'<span class="dot">1.</span>',
		],
	],
	[
		"a table with its head",
		{
			type: "table",
			rows: [[{ type: "raw_text", text: "day" }], [{ type: "raw_text", text: evil }]],
			column_settings: [{ is_wrapped: true, align: "right" }],
		} as types.TableBlock,
		['<th class="right wrapped" dir="auto">day</th>', "<td", "&lt;img"],
	],
	[
		"a page of a data table",
		{
			type: "data_table",
			caption: "days",
			page_size: 1,
			rows: ["head", "one", "two"].map((text) => [{ type: "raw_text" as const, text }]),
		} as types.DataTableBlock,
		["days", "head", "one", "/ 2"],
	],
	[
		"a field of a form with its hint",
		{
			type: "input",
			optional: true,
			label: plain("from"),
			hint: plain("a day"),
			element: { type: "datepicker", action_id: "d", initial_date: "2024-05-01" },
		} as types.InputBlock,
		["from", "(optional)", "a day", "2024-05-01"],
	],
	["what it does not know, by name", { type: "novel" }, ["not drawn: novel"]],
];

describe("a block of Slack's", () => {
	it.each(blocks)("shows %s", (_, block, shows) => {
		const { text } = drawBlocks([block]);
		for (const each of shows) expect(text).toContain(each);
		expect(text).not.toContain("<img");
	});

	it("shows rows of later pages of a data table to nobody", () => {
		const rows = ["head", "one", "two"].map((text) => [{ type: "raw_text" as const, text }]);
		const block: types.DataTableBlock = { type: "data_table", caption: "c", page_size: 1, rows };
		expect(drawBlocks([block]).text).not.toContain("two");
	});
});

describe("a surface of Slack's", () => {
	it("tells who alone sees a message", () => {
		const said = (onlyYou: boolean) =>
			slackMessages([{ blocks: [] }], { name: evil, onlyYou }).text;
		expect(said(true)).toContain("Only visible to you");
		expect(said(false)).not.toContain("Only visible to you");
		expect(said(true)).toContain("&lt;img");
	});

	it("puts a form's title above its fields and its buttons below", () => {
		const { text } = slackModal({
			type: "modal",
			title: plain("Title"),
			submit: plain("Send"),
			close: plain("Cancel"),
			blocks: [{ type: "header", text: plain("Field") } as types.HeaderBlock],
		});
		const places = ["Title", "Field", "Cancel", "Send"].map((word) => text.indexOf(word));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places).not.toContain(-1);
	});
});
