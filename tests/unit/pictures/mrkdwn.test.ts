import { describe, expect, it } from "vitest";
import { mrkdwn } from "../../../tools/pictures/markup/mrkdwn.ts";

const line = (inside: string) => `<div class="line ltr">${inside}</div>`;
const link = (label: string) => `<span class="link">${label}</span>`;
const mention = (name: string) => `<span class="mention">${name}</span>`;

const inOneLine: [what: string, text: string, drawn: string][] = [
	["bold", "*a b*", "<b>a b</b>"],
	["italic", "_a_", "<i>a</i>"],
	["struck", "~a~", "<s>a</s>"],
	["marks in each other", "*a _b_*", "<b>a <i>b</i></b>"],
	["no mark inside a word", "snake_case_name 2*3*4", "snake_case_name 2*3*4"],
	["no mark around blanks", "a * b * c", "a * b * c"],
	["no mark that is not closed", "*a", "*a"],
	["code, in which nothing is read", "`*a* &lt;b&gt;`", "<code>*a* &lt;b&gt;</code>"],
	["entities once", "a &amp;lt; b", "a &amp;lt; b"],
	["a link by its label", "<https://x.example/?a&amp;b|the *page*>", link("the *page*")],
	["a link without one", "<https://x.example/>", link("https://x.example/")],
	[
		"an address that is merely written",
		"see https://x.example/a.",
		`see ${link("https://x.example/a.")}`,
	],
	["no link of another kind", "<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"],
	["a person", "<@U12>", mention("@U12")],
	["a channel", "<#C12|news>", mention("#news")],
	["everybody", "<!channel>", mention("@channel")],
	["a group", "<!subteam^S1|@desk>", mention("@desk")],
	["a date by its fallback", "<!date^0^{date}|1 May>", "1 May"],
	["an emoji", ":tada:", '<span class="emoji">ta</span>'],
	["no emoji in a time", "10:30:45", "10:30:45"],
	["an element that somebody wrote", "<b>", "&lt;b&gt;"],
];

describe("mrkdwn", () => {
	it.each(inOneLine)("shows %s", (_, text, drawn) => {
		expect(mrkdwn(text).text).toBe(line(drawn));
	});

	it("leaves addresses as they are where it is verbatim", () => {
		expect(mrkdwn("https://x.example", { verbatim: true }).text).toBe(line("https://x.example"));
	});

	it("shows lines, quoted ones together", () => {
		expect(mrkdwn("a\n&gt; b\n&gt;c\n\nd").text).toBe(
			`${line("a")}<blockquote>${line("b")}${line("c")}</blockquote>${line("<br>")}${line("d")}`,
		);
	});

	it("shows code between fences, and a fence alone as it is", () => {
		expect(mrkdwn("a\n```*b*\nc```\nd").text).toBe(`${line("a")}<pre>*b*\nc</pre>${line("d")}`);
		expect(mrkdwn("a ``` b").text).toContain("``` b");
	});

	it("gives each line its own direction", () => {
		expect(mrkdwn("*\u0634\u0645\u0633* a\na \u0634\u0645\u0633").text).toBe(
			`<div class="line rtl"><b>\u0634\u0645\u0633</b> a</div>${line("a \u0634\u0645\u0633")}`,
		);
	});
});
