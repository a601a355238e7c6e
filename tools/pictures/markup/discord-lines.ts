import { type Html, html, joined } from "../../../adapters/web/markup/html.ts";
import { directionOf } from "./direction.ts";
import { inLine } from "./discord-inline.ts";

/**
 * Discord's markdown as Discord shows it in a text display: headings, small print, lists, quotations
 * and code by line, and what `inLine` reads in each. Source: Discord's page "Markdown Text 101".
 */
export function discordMarkdown(text: string): Html {
	const drawn = text.split("```").map((part, at, all) => {
		if (at % 2 === 1 && at < all.length - 1)
			return html`<pre>${part.replace(/^[\w+-]*\n/, "").replace(/\n$/, "")}</pre>`;
		// A fence that nobody closed is three marks.
		return linesOf(at % 2 === 1 ? `\`\`\`${part}` : part);
	});
	return joined(drawn, html``);
}

function linesOf(text: string): Html {
	if (text === "") return html``;
	const drawn: Html[] = [];
	const lines = text.replace(/^\n|\n$/g, "").split("\n");
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const rest = /^>>> (.*)$/.exec(line);
		if (rest) {
			const quoted = [rest[1] ?? "", ...lines.slice(at + 1)];
			return html`${drawn}<blockquote>${quoted.map(lineOf)}</blockquote>`;
		}
		const end = quotedTo(lines, at);
		if (end > at) {
			const quoted = lines.slice(at, end).map((each) => each.slice(2));
			drawn.push(html`<blockquote>${quoted.map(lineOf)}</blockquote>`);
			at = end - 1;
		} else drawn.push(lineOf(line));
	}
	return html`${drawn}`;
}

/** Where the lines of a quotation that begins at `at` end; `at` itself where none does. */
function quotedTo(lines: readonly string[], at: number): number {
	let end = at;
	while (lines[end]?.startsWith("> ")) end++;
	return end;
}

type Kind = { mark: RegExp; draw(inside: Html, groups: readonly string[]): Html };

/** What a line begins with, and how it is drawn. */
const kinds: readonly Kind[] = [
	{ mark: /^### /, draw: (inside) => html`<h3${run(inside)}>${inside}</h3>` },
	{ mark: /^## /, draw: (inside) => html`<h2${run(inside)}>${inside}</h2>` },
	{ mark: /^# /, draw: (inside) => html`<h1${run(inside)}>${inside}</h1>` },
	{ mark: /^-# /, draw: (inside) => html`<small${run(inside)}>${inside}</small>` },
	{ mark: /^( {0,8})[-*] /, draw: (inside, [, blanks = ""]) => item("•", blanks, inside) },
	{
		mark: /^( {0,8})(\d{1,9})\. /,
		draw: (inside, [, blanks = "", number = ""]) => item(`${number}.`, blanks, inside),
	},
];

function lineOf(line: string): Html {
	for (const { mark, draw } of kinds) {
		const match = mark.exec(line);
		if (match) return draw(inLine(line.slice(match[0].length)), match);
	}
	const inside = inLine(line);
	return html`<p${run(inside)}>${line === "" ? html`<br>` : inside}</p>`;
}

function run(inside: Html): Html {
	return html` dir="${directionOf(inside)}"`;
}

function item(mark: string, blanks: string, inside: Html): Html {
	const depth = Math.min(3, Math.floor(blanks.length / 2));
	return html`<div class="item depth${depth}"><span class="dot">${mark}</span><p${run(inside)}>${inside}</p></div>`;
}
