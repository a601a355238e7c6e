import { Parser } from "htmlparser2";
import { type DomDocument, type DomNode, nodeBehind, textNode } from "./dom.ts";
import { cellMark } from "./html-lines.ts";

/** What a page calls itself and its publisher, before any list is asked. */
export type PageNames = { title: string | null; outlet: string | null };

/** What the head of a page and its JSON-LD say. */
type Stated = {
	headline: string | null;
	social: string | null;
	document: string | null;
	site: string | null;
	publisher: string | null;
};

/** Longer ones are no title or name, whatever their field says. */
const longestName = 1_000;
/** Headings of the first rank that are looked at. */
const mostHeadings = 20;
/** In words; a longer end of a title is a part of it. */
const longestOutlet = 5;
/** In words; less behind a name may be another name. */
const shortestHeadline = 4;

/** What else is known of a page: the host of its address, and its lines as readers see them. */
type Around = { host: string | null; lines: readonly string[] };

/**
 * Title and publisher of a page. The headline that readers see counts, where what the head says
 * agrees with it; what a page adds to its titles is its own name, and no part of them.
 */
export function pageNames(document: DomDocument, stated: Stated, around: Around): PageNames {
	const { host } = around;
	const said = [stated.headline, stated.social, stated.document].flatMap(
		(text) => plainName(text) ?? [],
	);
	const first = headingsOf(document, "h1");
	const shown = first.length > 0 ? first : headingsOf(document, "h2");
	const named = [stated.site, stated.publisher].flatMap((text) => siteName(text, host) ?? []);
	const lines = new Set(
		around.lines.flatMap((line) => [line, ...line.split(cellMark)]).map(letters),
	);
	const suffix = suffixOf(plainName(stated.document), { shown, named, host });
	const leads = said.flatMap((text) => leadOf(text, lines) ?? []);
	const own = leads.filter(({ headline }) => !named.some((name) => sameName(name, headline)));
	const names = [...named, ...own.map(({ name }) => name)];
	const seen = shown.filter((text) => !names.some((name) => sameName(name, text)));
	const agreed = seen.find((text) =>
		said.some((other) => agrees(text, other) || agrees(text, other.split(marks)[0] ?? "")),
	);
	const heading = seen.find((text) => text.split(" ").length >= shortestHeadline);
	const [called, ...more] = said;
	// What a page is called that nowhere stands on it is no headline, and what stands there of it is its own name.
	const apart = called && more.length === 0 && !agreed && heading && isUnseen(called, lines);
	if (apart) return { title: heading, outlet: named[0] ?? shownPart(called, lines) };
	const title = agreed ?? called ?? (first.length > 0 ? seen[0] : null) ?? null;
	const headline = own.find(({ text }) => text === title)?.headline ?? title;
	const cut = headline === null ? null : withoutOutlet(headline, { shown, named, host });
	return { title: cut, outlet: named[0] ?? suffix ?? null };
}

function isUnseen(called: string, lines: ReadonlySet<string>): boolean {
	return called.split(marks).every((part) => !lines.has(letters(part)));
}

/** "Press release:Harbour Board": the part of two words or more that is a line of the page. */
function shownPart(called: string, lines: ReadonlySet<string>): string | null {
	const parts = called.split(/\s*[|:»]\s*|\s+[-–—·•]\s+/u);
	return parts.find((part) => part.includes(" ") && lines.has(letters(part))) ?? null;
}

function headingsOf(document: DomDocument, rank: "h1" | "h2"): string[] {
	const shown: string[] = [];
	for (const heading of document.querySelectorAll(rank)) {
		if (shown.length >= mostHeadings) break;
		const text = plainName(headingText(heading));
		if (text && !isLogo(heading)) shown.push(text);
	}
	return shown;
}

/** A title that begins with a name: "Harbour Board: Quay opens on Sunday". */
type Led = { text: string; name: string; headline: string };

/** Null where the headline is no line of the page, or hardly longer than what stands before it. */
function leadOf(text: string, lines: ReadonlySet<string>): Led | null {
	const mark = /\s+[-–—:]\s+|:\s+/u.exec(text);
	if (!mark || lines.has(letters(text))) return null;
	const name = text.slice(0, mark.index).trim();
	const headline = text.slice(mark.index + mark[0].length).trim();
	const words = headline.split(" ").length;
	const leads = words > shortestHeadline && words > name.split(" ").length;
	return name !== "" && leads && lines.has(letters(headline)) ? { text, name, headline } : null;
}

/** Marks of text that was written for HTML; some programs write it so once more for each step. */
const written = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});|<\/?[a-z]/i;
const mostDecoded = 3;

/** A name in the page's head as text: entities that were written twice are read, mark-up is taken off. */
export function plainName(text: string | null | undefined): string | null {
	let line = text ?? "";
	for (let times = 0; times < mostDecoded && written.test(line); times++) {
		let plain = "";
		const parser = new Parser({ ontext: (part) => (plain += part) }, { decodeEntities: true });
		parser.write(line.slice(0, 4 * longestName));
		parser.end();
		line = plain;
	}
	line = line.replace(/\s+/gu, " ").trim();
	return line !== "" && line.length <= longestName ? line : null;
}

/** A line that is broken inside a heading parts two words. */
function headingText(heading: DomNode): string {
	let text = "";
	for (let at = heading.firstChild; at; at = at.firstChild ?? nodeBehind(at, heading))
		text +=
			at.nodeType === textNode ? (at.textContent ?? "") : /^BR$/i.test(at.nodeName) ? " " : "";
	return text;
}

/** The heading around a site's name leads home, or stands in its banner's link. */
function isLogo(heading: DomNode): boolean {
	const link = [...(heading.querySelectorAll?.("a") ?? [])][0] ?? parentLink(heading);
	const target = link?.getAttribute?.("href") ?? null;
	return target !== null && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+|[a-z]{2}\/?)?$/i.test(target);
}

function parentLink(node: DomNode): DomNode | null {
	for (let at = node.parentNode, up = 0; at && up < 3; at = at.parentNode, up++)
		if (at.nodeName.toUpperCase() === "A") return at;
	return null;
}

/** A site's name without its motto; null where it is an account, or no name at all. */
function siteName(text: string | null, host: string | null): string | null {
	const plain = plainName(text);
	if (!plain || /^(?:home|https?:|www\.)/i.test(plain)) return null;
	if (plain.startsWith("@")) return null;
	const [first = plain, ...more] = plain.split(marks).map((part) => part.trim());
	const own = [first, ...more].find((part) => isHost(part, host)) ?? first;
	const name = more.length > 0 && /^[\w-]+\.[a-z]{2,}$/i.test(own) ? first : own;
	return letters(name).length >= 2 && name.split(" ").length <= 2 * longestOutlet ? name : null;
}

/** What a page puts between a title and its own name. */
const marks = /\s+[|\-–—·•»:]+\s+|\s*\|\s*|\s+::\s+/u;

type Known = { shown: readonly string[]; named: readonly string[]; host: string | null };

/** The publisher's name at the end of a document's title, where something else confirms it. */
function suffixOf(title: string | null, known: Known): string | null {
	if (title === null) return null;
	const at = lastMark(title);
	const name = title.slice(at.end).trim();
	return at.start > 0 && isOwn(title.slice(0, at.start), name, known) ? name : null;
}

function withoutOutlet(title: string, known: Known): string {
	let left = title;
	for (let times = 0; times < 2; times++) {
		const at = lastMark(left);
		const before = left.slice(0, at.start).trim();
		if (at.start <= 0 || !isOwn(before, left.slice(at.end).trim(), known)) break;
		left = before;
	}
	return left;
}

function isOwn(before: string, name: string, { shown, named, host }: Known): boolean {
	if (before.split(" ").length < 2 || name === "" || name.split(" ").length > longestOutlet)
		return false;
	return (
		named.some((one) => sameName(one, name)) ||
		isHost(name, host) ||
		shown.some((one) => letters(one) === letters(before))
	);
}

function lastMark(text: string): { start: number; end: number } {
	let found = { start: -1, end: 0 };
	for (const match of text.matchAll(/\s+[|\-–—·•»]+\s+|\s*\|\s*|\s+::\s+/gu))
		found = { start: match.index, end: match.index + match[0].length };
	return found;
}

/** What tells a name or a headline from another, however it is printed. */
export function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** One is the other, or begins or ends with it: "CTV News", "CTVNews"; "Fox", "Fox News"; with an article and without. */
function sameName(a: string, b: string): boolean {
	const [one, other] = [letters(a), letters(b)];
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	return (
		short.length >= 2 &&
		(short === long || (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))))
	);
}

/** Whether a name is that of the address: "Sportsnet.ca", "The Hill" at thehill.com. */
function isHost(name: string, host: string | null): boolean {
	if (host === null) return false;
	const own = host.replace(/^(?:www|m|amp|blog|news)\./, "");
	const label = own.split(".").slice(0, -1).join("");
	const plain = letters(name);
	return plain.length >= 2 && (plain === label || plain === own.replaceAll(".", ""));
}

/** Most words of the shorter one are in the other one. */
function agrees(a: string, b: string): boolean {
	const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
	const [one, other] = [words(a), words(b)];
	const [small, large] = one.size <= other.size ? [one, other] : [other, one];
	if (small.size < 2) return false;
	let shared = 0;
	for (const word of small) if (large.has(word)) shared++;
	return shared >= 0.6 * small.size;
}
