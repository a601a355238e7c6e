import { clean, hasArabic } from "../../../shared/clean.ts";
import { type Html, html } from "../../markup/html.ts";
import { citedId } from "../addresses.ts";

type Quoted = { quote: string; rendering: "verbatim" | "paraphrase" };

/**
 * Quoted words in their own language and direction. The quotation marks are the stylesheet's, and ours
 * have none: whoever copies the words copies the article's alone.
 */
export function quotedWords({ quote, rendering }: Quoted): Html {
	const text = clean(quote);
	return html`<blockquote class="words ${rendering}" ${directionOf(text)}>${text}</blockquote>`;
}

/** A passage, the part of it that is cited marked. Cut before it is cleaned, since cleaning moves offsets. */
export function markedText(text: string, part: { from: number; to: number } | null): Html {
	if (!part) return html`${clean(text)}`;
	if (part.from === 0 && part.to === text.length)
		return html`<mark class="whole" id="${citedId}">${clean(text)}</mark>`;
	const [before, cited, after] = [
		text.slice(0, part.from),
		text.slice(part.from, part.to),
		text.slice(part.to),
	].map(clean);
	return html`${before}<mark id="${citedId}">${cited}</mark>${after}`;
}

/** Attributes by which a text has its own language, whatever that of the page is. */
export function directionOf(text: string): Html {
	return hasArabic(text) ? html`lang="ar" dir="rtl"` : html`lang="en" dir="ltr"`;
}

/** A name or a title inside a line of ours: its direction leaves the line alone. */
export function foreign(text: string): Html {
	return html`<bdi>${clean(text)}</bdi>`;
}

/** A link, or the same words where it leads nowhere. */
export function linked(href: string | null, inside: Html | string, kind = ""): Html {
	if (href === null) return html`${inside}`;
	return kind
		? html`<a class="${kind}" href="${href}">${inside}</a>`
		: html`<a href="${href}">${inside}</a>`;
}

/** A link to where an article was read; nothing where the address is none of the web's. */
export function outward(url: string | null | undefined, label: string): Html {
	if (!url || !URL.canParse(url)) return html``;
	const { protocol, href } = new URL(url);
	if (protocol !== "https:" && protocol !== "http:") return html``;
	return html`<a class="outward" href="${href}" rel="noopener nofollow noreferrer">${label}</a>`;
}
