import type { types } from "@slack/bolt";
import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { drawLine, emoji, link } from "../markup/mrkdwn.ts";

/** On a desktop the whole block has the direction of its first strong letter; on a phone each line. */
export function richText({ elements }: types.RichTextBlock): Html {
	return html`<div class="rich" dir="auto">${elements.map(part)}</div>`;
}

type Part = types.RichTextBlock["elements"][number];

function part(element: Part): Html {
	switch (element.type) {
		case "rich_text_section":
			return html`<div>${linesOf(element.elements)}</div>`;
		case "rich_text_quote":
			return html`<blockquote>${linesOf(element.elements)}</blockquote>`;
		case "rich_text_preformatted":
			return html`<pre>${element.elements.map(inline)}</pre>`;
		case "rich_text_list": {
			const { style, indent = 0 } = element;
			const depth = Math.max(0, Math.min(8, Math.trunc(indent)));
			return html`<div class="list depth${depth}">${element.elements.map(
				(each, at) =>
					html`<div class="item"><span class="dot">${style === "ordered" ? `${at + 1}.` : "•"}</span><div>${linesOf(each.elements)}</div></div>`,
			)}</div>`;
		}
	}
}

/** What stands between two ends of a line is one line, whatever elements it is made of. */
function linesOf(elements: readonly types.RichTextElement[]): Html {
	const lines: Html[][] = [[]];
	for (const element of elements) {
		const [first = "", ...more] = element.type === "text" ? element.text.split("\n") : [];
		if (more.length === 0) {
			lines.at(-1)?.push(inline(element));
			continue;
		}
		for (const [at, text] of [first, ...more].entries()) {
			if (at > 0) lines.push([]);
			if (text !== "") lines.at(-1)?.push(inline({ ...element, text } as typeof element));
		}
	}
	return html`${lines.map((line) => drawLine(html`${line}`))}`;
}

function inline(element: types.RichTextElement): Html {
	const { bold, italic, strike, code } = element.style ?? {};
	let drawn = letters(element);
	if (code) drawn = html`<code>${drawn}</code>`;
	if (strike) drawn = html`<s>${drawn}</s>`;
	if (italic) drawn = html`<i>${drawn}</i>`;
	if (bold) drawn = html`<b>${drawn}</b>`;
	return drawn;
}

function letters(element: types.RichTextElement): Html {
	switch (element.type) {
		case "text":
			return html`${element.text}`;
		case "link":
			return link(element.text || element.url);
		case "emoji":
			return emoji(element.name);
		case "user":
			return mention(`@${element.user_id}`);
		case "usergroup":
			return mention(`@${element.usergroup_id}`);
		case "team":
			return mention(`@${element.team_id}`);
		case "channel":
			return mention(`#${element.channel_id}`);
		case "broadcast":
			return mention(`@${element.range}`);
		case "date":
			return html`${element.fallback ?? new Date(element.timestamp * 1_000).toISOString().slice(0, 10)}`;
		case "color":
			return html`${element.value}`;
	}
}

function mention(name: string): Html {
	return html`<span class="mention">${name}</span>`;
}
