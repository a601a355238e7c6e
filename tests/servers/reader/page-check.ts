import { Parser } from "htmlparser2";
import { clean } from "../../../adapters/shared/clean.ts";

/** What a page of the reader consists of, as a browser would take it. */
export type ReadPage = {
	/** What no page of ours holds, an entry each. */
	strange: string[];
	/** Texts of the elements with this name and class. */
	texts(selector: string): string[];
	links: string[];
	bytes: number;
};

const elements = new Set(
	"html head meta title link body a header nav ul li span p strong main h1 h2 h3 search form label input select option button details summary div section ol article blockquote bdi dl dt dd mark aside time footer".split(
		" ",
	),
);
const attributes = new Set(
	"lang dir charset name content rel href class id aria-label aria-current aria-hidden tabindex role hreflang action method type value maxlength autocomplete placeholder inputmode selected open start datetime data-contested required".split(
		" ",
	),
);
const outwardRel = "noopener nofollow noreferrer";

/** Reads a page, and notes every element, attribute and address that is not ours. `outward`: stored addresses. */
export function readPage(html: string, outward: ReadonlySet<string> = new Set()): ReadPage {
	const strange: string[] = [];
	const links: string[] = [];
	const open: { key: string; at: number }[] = [];
	const found: { key: string; text: string }[] = [];
	let text = "";
	const parser = new Parser({
		onopentag(name, attribs) {
			if (!elements.has(name)) strange.push(`<${name}>`);
			for (const [key, value] of Object.entries(attribs)) {
				if (!attributes.has(key)) strange.push(`${name} ${key}=${value}`);
				if ((key === "id" || key === "class") && !/^[a-z0-9 -]+$/.test(value))
					strange.push(`${key}=${value}`);
			}
			const { href, rel, action } = attribs;
			if (action !== undefined && !isOurs(action)) strange.push(`action=${action}`);
			if (href !== undefined) {
				links.push(href);
				const isOutward = rel === outwardRel && outward.has(href);
				if (!isOurs(href) && !isOutward) strange.push(`href=${href}`);
			}
			open.push({ key: [name, ...(attribs.class ?? "").split(" ")].join("."), at: text.length });
		},
		ontext(piece) {
			text += piece;
		},
		onclosetag() {
			const last = open.pop();
			if (last) found.push({ key: last.key, text: text.slice(last.at) });
		},
		oncomment: (comment) => void strange.push(`<!--${comment}`),
		onprocessinginstruction(name, data) {
			if (data !== "!doctype html") strange.push(`<${name} ${data}`);
		},
	});
	parser.write(html);
	parser.end();
	return {
		strange,
		links,
		bytes: Buffer.byteLength(html),
		texts: (selector) => {
			const parts = selector.split(".");
			return found.flatMap((each) => {
				const own = each.key.split(".");
				return parts.every((part) => own.includes(part)) ? [each.text] : [];
			});
		},
	};
}

/** As a page shows words of an article. */
export function asShown(words: string): string {
	return clean(words).toWellFormed();
}

function isOurs(address: string): boolean {
	return /^\/(?!\/)|^#/.test(address);
}
