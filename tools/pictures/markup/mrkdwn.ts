import { type Html, html, joined } from "../../../adapters/web/markup/html.ts";
import { directionOf } from "./direction.ts";
import { matching, type Rule, scan } from "./scan.ts";

/**
 * Slack's mrkdwn as Slack shows it. `verbatim`: addresses that are merely written are no links.
 * Source: Slack's pages on formatting text; what they leave open (what may stand around a mark) is as
 * the client does it.
 */
export function mrkdwn(text: string, { verbatim = false }: { verbatim?: boolean } = {}): Html {
	const rules = verbatim ? inLine : [...inLine, bareLink];
	return joined(
		blocksOf(text).map((block) => drawBlock(block, rules)),
		html``,
	);
}

type Block = { kind: "text" | "quote" | "code"; text: string };

/** Code fences first, then lines that are quoted; lines of one kind beside each other are one block. */
function blocksOf(text: string): Block[] {
	return text.split("```").flatMap((part, at, all): Block[] => {
		if (at % 2 === 1 && at < all.length - 1) return [{ kind: "code", text: part }];
		// A fence that nobody closed is three marks.
		return linesOf(at % 2 === 1 ? `\`\`\`${part}` : part);
	});
}

function linesOf(text: string): Block[] {
	const blocks: Block[] = [];
	if (text === "") return blocks;
	for (const line of text.replace(/^\n|\n$/g, "").split("\n")) {
		const quoted = /^&gt; ?/.exec(line);
		const kind = quoted ? "quote" : "text";
		const rest = line.slice(quoted?.[0].length ?? 0);
		const last = blocks.at(-1);
		if (last?.kind === kind) last.text += `\n${rest}`;
		else blocks.push({ kind, text: rest });
	}
	return blocks;
}

function drawBlock({ kind, text }: Block, rules: readonly Rule[]): Html {
	switch (kind) {
		case "code":
			return html`<pre>${decoded(text)}</pre>`;
		case "quote":
			return html`<blockquote>${linesBy(text, rules)}</blockquote>`;
		case "text":
			return linesBy(text, rules);
	}
}

function linesBy(text: string, rules: readonly Rule[]): Html {
	return html`${text.split("\n").map((line) => drawLine(scan(line, rules)))}`;
}

/**
 * A line that knows its own direction; an empty one is as high as the others. The direction is no
 * attribute: whether it counts is for the page to say, and a block would not look into lines that have one.
 */
export function drawLine(inside: Html): Html {
	const shown = inside.text === "" ? html`<br>` : inside;
	return html`<div class="line ${directionOf(inside)}">${shown}</div>`;
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function decoded(text: string): string {
	return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

/** A mark around words: not inside a word, not around blanks. */
function emphasis(mark: string, draw: (inside: Html) => Html): Rule {
	return (text, at, inner) => {
		if (text[at] !== mark || isWord(text[at - 1]) || isBlank(text[at + 1])) return null;
		for (let end = text.indexOf(mark, at + 2); end !== -1; end = text.indexOf(mark, end + 1)) {
			if (!isBlank(text[end - 1]) && !isWord(text[end + 1]))
				return { end: end + 1, drawn: draw(inner(text.slice(at + 1, end))) };
		}
		return null;
	};
}

function isWord(letter: string | undefined): boolean {
	return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

function isBlank(letter: string | undefined): boolean {
	return letter === undefined || /\s/.test(letter);
}

const inLine: readonly Rule[] = [
	matching(/`([^`\n]+)`/, ([, code = ""]) => html`<code>${decoded(code)}</code>`),
	matching(/<([^<>\n]{1,4000})>/, ([, inside = ""]) => reference(inside)),
	matching(/&(?:amp|lt|gt);/, ([entity = ""]) => html`${decoded(entity)}`),
	matching(/:(?=[^:\s]{0,60}[a-z]|[+-]1:|100:)([a-z0-9_+'-]{1,60}):/, ([, name = ""]) =>
		emoji(name),
	),
	emphasis("*", (inside) => html`<b>${inside}</b>`),
	emphasis("_", (inside) => html`<i>${inside}</i>`),
	emphasis("~", (inside) => html`<s>${inside}</s>`),
];

const bareLink = matching(/https?:\/\/[^\s<>|]+/, ([url = ""]) => link(decoded(url)));

/** What stands in angle brackets: a link, somebody, a channel, everybody, a date. */
function reference(inside: string): Html | null {
	const [target = "", ...rest] = inside.split("|");
	const label = decoded(rest.join("|"));
	if (/^[@#!]/.test(target))
		return target.startsWith("!date^") ? html`${label}` : mention(target, label);
	return /^(?:https?:\/\/|mailto:|tel:)/i.test(target) ? link(label || decoded(target)) : null;
}

function mention(target: string, label: string): Html {
	const mark = target.startsWith("#") ? "#" : "@";
	const name = label || target.replace(/^[@#!]+(?:subteam\^)?/, "");
	return html`<span class="mention">${mark}${name.replace(/^[@#]/, "")}</span>`;
}

/** The address itself is not in the page: a picture leads nowhere. */
export function link(label: string): Html {
	return html`<span class="link">${label}</span>`;
}

/** Drawn as a square with its name small: no picture of it is at hand. */
export function emoji(name: string): Html {
	return html`<span class="emoji">${name.slice(0, 2)}</span>`;
}
