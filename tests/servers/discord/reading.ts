import { list } from "./rules.ts";
import type { Json } from "./world.ts";

/** A message as people see it. */
export type Read = {
	text: string;
	links: string[];
	mentions: string[];
	/** Formatting that is no line of the layout's own: emphasis, code, spoilers, emoji, times. */
	formatted: string[];
};

/** A button, or an entry of a list with its `value`. */
export type ReadButton = { customId: string; label: string; value?: string };

/** Texts and buttons of a message's components, in their order. */
export function partsOf(body: Json): { texts: string[]; buttons: ReadButton[] } {
	const texts: string[] = [];
	const buttons: ReadButton[] = [];
	const open = [...list(body.components)];
	for (let each = open.shift(); each; each = open.shift()) {
		if (each.type === 10) texts.push(String(each.content));
		if (each.type === 2 && typeof each.custom_id === "string")
			buttons.push({ customId: each.custom_id, label: String(each.label) });
		if (each.type === 3)
			for (const { label, value } of list(each.options))
				buttons.push({
					customId: String(each.custom_id),
					label: String(label),
					value: String(value),
				});
		open.unshift(...list(each.components), ...(each.accessory ? [each.accessory as Json] : []));
	}
	if (typeof body.content === "string" && body.content) texts.unshift(body.content);
	return { texts, buttons };
}

/** Stands for an escaped character while markdown is looked for: nothing reads it as markup. */
const escapedAt = 0xe000;

/** Whoever waits for an answer reads all that is shown again and again. */
const lately = new Map<string, Read>();
const mostKept = 500;

/** Reads Discord's markdown, its escapes resolved, and tells all that is more than text. */
export function readMarkdown(source: string): Read {
	const read = lately.get(source) ?? readAnew(source);
	if (lately.size >= mostKept) lately.clear();
	lately.set(source, read);
	return read;
}

function readAnew(source: string): Read {
	const links: string[] = [];
	const mentions: string[] = [];
	const formatted: string[] = [];
	const hidden = source.replace(/\\([^0-9A-Za-z\s])/g, (_, ch: string) =>
		String.fromCodePoint(escapedAt + ch.charCodeAt(0)),
	);
	const lines = hidden.split("\n").map((line) => {
		// The layout's own marks at the beginning of a line.
		const bare = line.replace(
			/^(> )?(-# |### |- )?\u200f?(?:\*\*([^*\n]+)\*\*)?/,
			(_all, _bar, _mark, strong) => strong ?? "",
		);
		const text = bare
			.replace(/\[([^[\]]{0,6000})\]\((https?:[^\s()]{1,2000})\)/g, (_, words, url) => {
				links.push(url);
				return words;
			})
			.replace(/https?:\/\/[^\s<]{1,2000}/g, (url) => {
				links.push(url);
				return url;
			});
		for (const [mention] of text.matchAll(
			/<(?:@[!&]?|#|\/[^>\s]{1,32}:)\d{1,20}>|@everyone|@here/g,
		))
			mentions.push(mention);
		const markup =
			/\*[^*\n]+\*|_[^_\n]+_|~~[^~\n]+~~|\|\|[^|\n]+\|\||`[^`\n]+`|<a?:\w{2,32}:\d{1,20}>|<t:-?\d{1,17}(?::\w)?>|(?:^|\s):\w{2,32}:|\[[^[\]]*\]\([^()]*\)|<https?:[^>]*>/g;
		for (const [found] of text.matchAll(markup)) formatted.push(found);
		const start = /^[\s\u2066-\u2069\u200e\u200f]*(#{1,3} |-# |>{1,3} |[-*+] |\d+[.)] )/.exec(text);
		// Behind stars no list and no heading begins.
		const isStrong = /^(> )?(-# |### |- )?\u200f?\*\*/.test(line);
		if (start && !isStrong) formatted.push(start[0]);
		return text;
	});
	const resolve = (text: string) =>
		text.replace(/[\ue000-\ue07f]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) - escapedAt));
	return {
		text: resolve(lines.join("\n")),
		links: links.map(resolve),
		mentions: mentions.map(resolve),
		formatted: formatted.map(resolve),
	};
}

/** The whole of a message as people see it. */
export function read(body: Json): Read & { buttons: ReadButton[] } {
	const { texts, buttons } = partsOf(body);
	return { ...readMarkdown(texts.join("\n")), buttons };
}
