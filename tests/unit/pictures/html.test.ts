import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { discordMarkdown } from "../../../tools/pictures/markup/discord-lines.ts";
import { mrkdwn } from "../../../tools/pictures/markup/mrkdwn.ts";

describe("a template of HTML", () => {
	it("escapes what is put into it, and nothing twice", () => {
		const inner = html`<b>${`<i a="1" b='2'>&amp;`}</b>`;
		expect(inner.text).toBe("<b>&lt;i a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;</b>");
		expect(html`<p>${[inner, "x"]}${null}${false}${undefined}${0}</p>`.text).toBe(
			`<p>${inner.text}x0</p>`,
		);
	});

	it("shows what a page may not hold as U+FFFD", () => {
		expect(html`${"a\u0000b\u001bc\nd"}`.text).toBe("a\ufffdb\ufffdc\nd");
	});
});

/** Elements that markup may make; whatever else stands in angle brackets was put there by the text. */
const known =
	/<\/?(?:b|i|s|u|br|p|h[1-3]|small|pre|code|blockquote|div|span)(?: (?:class|dir)="[\w -]*")*>/g;

const hostile = fc.array(
	fc.oneof(
		fc.constantFrom(
			..."* _ ~ ** __ ~~ || ` ``` > >>> - 1. # ### -# < > & \" ' \\ [ ] ( ) : @ ! | ^ \n".split(
				" ",
			),
			...["\n", "<script>", "<img src=x onerror=1>", "https://x.example/", "</style>", "<@U1>"],
			...[
				"&lt;b&gt;",
				"&amp;",
				'" style="x',
				"<!channel>",
				"<https://x.example|",
				"\u0634\u0645\u0633",
			],
		),
		fc.string({ maxLength: 4 }),
	),
	{ maxLength: 40 },
);

const readers: [string, (text: string) => Html][] = [
	["mrkdwn", (text) => mrkdwn(text)],
	["Discord's markdown", discordMarkdown],
];

describe.each(readers)("%s", (_, read) => {
	it("makes no element but its own of whatever text", () => {
		fc.assert(
			fc.property(hostile, (parts) => {
				const left = read(parts.join("")).text.replace(known, "");
				expect(left).not.toMatch(/[<>"']/);
			}),
		);
	});

	it("closes what it opens", () => {
		fc.assert(
			fc.property(hostile, (parts) => {
				const open: string[] = [];
				for (const [, end, name = ""] of read(parts.join("")).text.matchAll(/<(\/?)([a-z0-9]+)/g)) {
					if (name === "br") continue;
					if (end) expect(open.pop()).toBe(name);
					else open.push(name);
				}
				expect(open).toEqual([]);
			}),
		);
	});

	it("shows deep and unclosed marks as they are", () => {
		for (const text of [
			"*_".repeat(2_000),
			"[".repeat(4_000),
			"<".repeat(4_000),
			"||**".repeat(900),
		])
			expect(read(text).text.length).toBeGreaterThan(text.length / 2);
	});
});
