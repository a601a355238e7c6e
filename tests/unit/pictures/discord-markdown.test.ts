import { describe, expect, it } from "vitest";
import { plain } from "../../../adapters/discord/layout/markup.ts";
import { discordMarkdown } from "../../../tools/pictures/markup/discord-lines.ts";

const p = (inside: string) => `<p dir="ltr">${inside}</p>`;
const mention = (name: string) => `<span class="mention">${name}</span>`;

const inOneLine: [what: string, text: string, drawn: string][] = [
	["bold", "**a b**", "<b>a b</b>"],
	["italic, both ways", "*a* _b_", "<i>a</i> <i>b</i>"],
	["underlined", "__a__", "<u>a</u>"],
	["struck", "~~a~~", "<s>a</s>"],
	["bold in italic", "*a **b** c*", "<i>a <b>b</b> c</i>"],
	["bold and italic", "***a***", "<b><i>a</i></b>"],
	["a spoiler", "||a||", '<span class="spoiler">a</span>'],
	["no mark that is escaped", "\\*a\\* \\<b\\>", "*a* &lt;b&gt;"],
	["no mark inside a word", "snake_case_name", "snake_case_name"],
	["no mark before a blank", "2 * 3 * 4", "2 * 3 * 4"],
	["code, in which nothing is read", "`**a**`", "<code>**a**</code>"],
	["a link by its label", "[a \\[b\\]](https://x.example/)", '<span class="link">a [b]</span>'],
	["no link of another kind", "[a](javascript:1)", "[a](javascript:1)"],
	["a bare address", "<https://x.example>", '<span class="link">https://x.example</span>'],
	["a person, a role, a channel", "<@1><@&2><#3>", mention("@1") + mention("@2") + mention("#3")],
	["everybody", "@everyone", mention("@everyone")],
	["an emoji of a server", "<:cat:1>", '<span class="emoji">ca</span>'],
	["a moment", "<t:0:R>", '<span class="moment">1970-01-01 00:00</span>'],
	["a sign that is no heading", "#a", "#a"],
];

describe("Discord's markdown", () => {
	it.each(inOneLine)("shows %s", (_, text, drawn) => {
		expect(discordMarkdown(text).text).toBe(p(drawn));
	});

	it("shows what begins a line: headings, small print, lists, quotations", () => {
		expect(discordMarkdown("# a\n## b\n### c\n-# d").text).toBe(
			'<h1 dir="ltr">a</h1><h2 dir="ltr">b</h2><h3 dir="ltr">c</h3><small dir="ltr">d</small>',
		);
		expect(discordMarkdown("> a\n> -# b\nc").text).toBe(
			`<blockquote>${p("a")}<small dir="ltr">b</small></blockquote>${p("c")}`,
		);
		expect(discordMarkdown("a\n>>> b\nc").text).toBe(
			`${p("a")}<blockquote>${p("b")}${p("c")}</blockquote>`,
		);
		const items = discordMarkdown("- a\n  - b\n3. c").text;
		expect(items.match(/depth\d/g)).toEqual(["depth0", "depth1", "depth0"]);
		expect(items).toContain('<span class="dot">3.</span>');
	});

	it("shows code between fences without the name of its language", () => {
		expect(discordMarkdown("a\n```js\n**b**\n```\nc").text).toBe(
			`${p("a")}<pre>**b**</pre>${p("c")}`,
		);
	});

	it("shows letter for letter what the adapter has made plain", () => {
		for (const text of [
			"*a* _b_ ~~c~~ ||d||",
			"# e",
			"- f",
			"1. g",
			"> h",
			"[i](https://x.example)",
			"<@1>",
		])
			expect(discordMarkdown(plain(text)).text).toBe(
				p(text.replaceAll(">", "&gt;").replaceAll("<", "&lt;")),
			);
	});
});
