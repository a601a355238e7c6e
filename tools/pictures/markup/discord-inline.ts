import { type Html, html } from "../../../adapters/web/markup/html.ts";
import { emoji, link } from "./mrkdwn.ts";
import { matching, type Rule, scan } from "./scan.ts";

/** One line of Discord's markdown. */
export function inLine(text: string): Html {
	return scan(text, rules);
}

/** Marks around words, which may hold each other; the next such mark that is not escaped closes. */
function around(mark: string, draw: (inside: Html) => Html): Rule {
	return (text, at, inner) => {
		if (!text.startsWith(mark, at)) return null;
		const from = at + mark.length;
		const end = closing(text, mark, from);
		if (end <= from) return null;
		return { end: end + mark.length, drawn: draw(inner(text.slice(from, end))) };
	};
}

/** Of a longer run of the letter its end closes; two of them are no end of what one has begun. */
function closing(text: string, mark: string, from: number): number {
	const [letter = ""] = mark;
	for (let at = from; at < text.length; at++) {
		if (text[at] === "\\") {
			at++;
			continue;
		}
		if (text[at] !== letter) continue;
		let end = at;
		while (text[end] === letter) end++;
		const isOther = mark.length > end - at || (mark.length === 1 && end - at === 2);
		if (!isOther && end - mark.length >= from) return end - mark.length;
		at = end - 1;
	}
	return -1;
}

/** `*` does not open before a blank, and `_` neither opens nor ends inside a word. */
const emphasis: Rule = (text, at, inner) => {
	const mark = text[at];
	if (mark === "*") {
		return /\s/.test(text[at + 1] ?? " ") ? null : around("*", italic)(text, at, inner);
	}
	if (mark !== "_" || isWord(text[at - 1])) return null;
	const taken = around("_", italic)(text, at, inner);
	return taken && !isWord(text[taken.end]) ? taken : null;
};

function italic(inside: Html): Html {
	return html`<i>${inside}</i>`;
}

function isWord(letter: string | undefined): boolean {
	return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

/** A label may hold markup of its own, but no link. */
const rules: readonly Rule[] = [
	matching(/\\([!-/:-@[-`{-~])/, ([, letter = ""]) => html`${letter}`),
	matching(/(`{1,2})([^`\n]+)\1/, ([, , code = ""]) => html`<code>${code}</code>`),
	matching(/<?https?:\/\/[^\s<>]+>?/, ([url = ""]) => link(url.replace(/^<|>$/g, ""))),
	matching(
		/\[((?:\\.|[^\\[\]\n]){1,4000})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)/,
		([, label = ""], inner) => html`<span class="link">${inner(label)}</span>`,
	),
	matching(/<a?:(\w{2,32}):\d{1,20}>/, ([, name = ""]) => emoji(name)),
	matching(/<t:(-?\d{1,13})(?::[a-zA-Z])?>/, ([, seconds = ""]) => moment(Number(seconds))),
	matching(/<(@[!&]?|#)(\d{1,20})>/, ([, kind = "", id = ""]) => mention(`${kind[0]}${id}`)),
	matching(/@(?:everyone|here)/, ([name = ""]) => mention(name)),
	around("**", (inside) => html`<b>${inside}</b>`),
	around("__", (inside) => html`<u>${inside}</u>`),
	around("~~", (inside) => html`<s>${inside}</s>`),
	around("||", (inside) => html`<span class="spoiler">${inside}</span>`),
	emphasis,
];

function mention(name: string): Html {
	return html`<span class="mention">${name}</span>`;
}

function moment(seconds: number): Html {
	const date = new Date(seconds * 1_000);
	const isDay = !Number.isNaN(date.getTime());
	return html`<span class="moment">${isDay ? date.toISOString().slice(0, 16).replace("T", " ") : "?"}</span>`;
}
