import type { StatedDay } from "../page/days/places.ts";
import { type DomDocument, type DomNode, nodeBehind, textNode } from "./dom.ts";

/** Names by which pages state the day of publication, folded to letters and digits. */
const publishedNames = new Set(
	`published articlepublishedtime articlepublisheddate articlepublished articlepublicationdate articlepostdate
	articlecreated articledateoriginal ogarticlepublishedtime ogarticlepublished ogpublishedtime
	ogpublishdate ogpubdate ogdatepublished datepublished publisheddate publishedtime publishedat publishdate publishtime
	publicationdate pubdate pdate dateposted parselypubdate sailthrudate shareaholicarticlepublishedtime
	cxenseparserecspublishtime btpubdate rnewsdatepublished vrpublishedtime mediatorpublishedtime
	originalpublicationdate citationpublicationdate citationdate citationonlinedate dcdateissued
	dctermsissued dcissued dcdatepublication dcextarticlefirstpublished displaydate releasedate`.split(
		/\s+/,
	),
);
/** Names that mostly mean it too. */
const plainNames = new Set(
	"date dcdate dctermsdate dcdatecreated dctermscreated dccreated datecreated created creationdate contentcreatedate docdate ptime gentime".split(
		" ",
	),
);
const changedNames = new Set(
	"articlemodifiedtime ogupdatedtime ogmodifiedtime datemodified modified lastmodified dctermsmodified revised".split(
		" ",
	),
);

/** Whether a field of this name means the day of publication, however the name is written. */
export function isPublishedName(name: string): boolean {
	const folded = name.toLowerCase().replace(/[^a-z0-9]/g, "");
	return publishedNames.has(folded) || plainNames.has(folded);
}

/** Parts of a page that speak of other articles, or of readers. */
const elsewhere =
	/comment|related|sidebar|widget|footer|promo|teaser|recent|popular|trending|reply|more-?news|most-?read|copyright/i;
const elsewhereTags = new Set(["ASIDE", "FOOTER", "NAV"]);
const deepest = 40;
const mostElements = 400;

/** The days that the markup of a page and its `linked` data state, in no order. Works on a page of bounded size. */
export function pageDays(document: DomDocument, linked: readonly unknown[]): StatedDay[] {
	return [...metaDays(document), ...linkedDays(linked), ...markedDays(document)];
}

function metaDays(document: DomDocument): StatedDay[] {
	const out: StatedDay[] = [];
	for (const meta of document.querySelectorAll("meta")) {
		const text = meta.getAttribute?.("content")?.trim();
		if (!text || text.length > 200) continue;
		for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
			const name = meta
				.getAttribute?.(attribute)
				?.toLowerCase()
				.replace(/[^a-z0-9]/g, "");
			if (!name) continue;
			if (publishedNames.has(name)) out.push({ text, place: "metadata" });
			else if (plainNames.has(name)) out.push({ text, place: "marked" });
			else if (changedNames.has(name)) out.push({ text, place: "changed" });
		}
	}
	return out;
}

const mostNodes = 2_000;

/** Every block of linked data is walked, because pages put the article inside of other things. */
function linkedDays(blocks: readonly unknown[]): StatedDay[] {
	const out: StatedDay[] = [];
	for (const value of blocks) {
		const open = [value];
		for (let at = 0; at < open.length && at < mostNodes; at++) {
			const node = open[at];
			if (typeof node !== "object" || node === null) continue;
			if (!Array.isArray(node)) out.push(...daysOfNode(node as Record<string, unknown>));
			// What a page lists, or what was said below it, has days of its own.
			for (const [name, inner] of Object.entries(node))
				if (!/comment|itemListElement|hasPart|review|video|image|author|publisher/i.test(name))
					open.push(inner);
		}
	}
	return out;
}

function daysOfNode(node: Record<string, unknown>): StatedDay[] {
	const type = String(node["@type"]);
	const isArticle = /Article|Posting|Report|News/.test(type);
	if (!isArticle && !/WebPage|CreativeWork/.test(type)) return [];
	const of = (name: string, place: StatedDay["place"]): StatedDay[] => {
		const text = node[name];
		return typeof text === "string" && text ? [{ text, place }] : [];
	};
	return [
		...of("datePublished", isArticle ? "linked" : "marked"),
		...of("dateCreated", "changed"),
		...of("dateModified", "changed"),
	];
}

const publishedMark =
	/publish|pub-?date|entry-?date|post(?:ed)?-?(?:on|date|time)|date-?posted|byline|article-?(?:date|time|info|meta)|story-?date|news-?date|timestamp|dateline|created/i;
const changedMark = /updat|modif|edited|changed/i;

/** Elements that the markup names a date: `<time>`, itemprop, microformats, the usual classes. */
function markedDays(document: DomDocument): StatedDay[] {
	const out: StatedDay[] = [];
	let seen = 0;
	let times = 0;
	for (const element of document.querySelectorAll(
		'time, abbr[title], [itemprop], [class*="date" i], [class*="publish" i], [class*="time" i], [class*="posted" i], [class*="meta" i], [class*="byline" i], [id*="date" i]',
	)) {
		if (++seen > mostElements) break;
		if (isElsewhere(element)) continue;
		const isTime = element.nodeName.toUpperCase() === "TIME";
		const property = element.getAttribute?.("itemprop") ?? "";
		const names = `${element.getAttribute?.("class") ?? ""} ${element.getAttribute?.("id") ?? ""} ${property}`;
		const text = textOf(element);
		if (text === null || !/\p{Nd}/u.test(text) || /^meta$/i.test(element.nodeName)) continue;
		const isPublished =
			/datePublished/i.test(property) ||
			(element.getAttribute?.("pubdate") ?? null) !== null ||
			publishedMark.test(names);
		if (changedMark.test(names)) out.push({ text, place: "changed" });
		else if (isPublished) out.push({ text, place: "marked" });
		// The first is the article's; those behind it are of what else the page lists.
		else if (isTime && times++ === 0) out.push({ text, place: "time" });
		else if (/date|time/i.test(names) && !isTime) out.push({ text, place: "bare" });
	}
	return out;
}

function textOf(element: DomNode): string | null {
	for (const attribute of ["datetime", "content", "title", "data-datetime"]) {
		const value = element.getAttribute?.(attribute)?.trim();
		if (value && /\d{4}/.test(value) && value.length < 100) return value;
	}
	return shortText(element);
}

const longestText = 120;
const mostNodesOfText = 40;

/** The text of a small element; null where it is empty or large, found out without reading all of it. */
function shortText(element: DomNode): string | null {
	let text = "";
	let at: DomNode | null = element.firstChild;
	for (let seen = 0; at; seen++) {
		if (seen > mostNodesOfText || text.length > 4 * longestText) return null;
		if (at.nodeType === textNode) text += `${at.textContent ?? ""} `;
		at = at.firstChild ?? nodeBehind(at, element);
	}
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length > 0 && line.length <= longestText ? line : null;
}

function isElsewhere(element: DomNode): boolean {
	let at: DomNode | null = element;
	for (let depth = 0; at && depth < deepest; depth++, at = at.parentNode) {
		const name = at.nodeName.toUpperCase();
		if (name === "BODY") return false;
		if (elsewhereTags.has(name)) return true;
		const names = `${at.getAttribute?.("class") ?? ""} ${at.getAttribute?.("id") ?? ""}`;
		if (elsewhere.test(names)) return true;
	}
	return false;
}

/** The day in an address: /2024/03/05/, /2024-03-05-, /20240305/. Null where it holds none, or no real one. */
export function dayOfAddress(address: string | null): StatedDay | null {
	if (address === null || !URL.canParse(address, "http://page.invalid")) return null;
	const { pathname } = new URL(address, "http://page.invalid");
	const found =
		/(?:^|[/_-])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=$|[/_.-])/.exec(
			pathname,
		) ?? /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//.exec(pathname);
	if (!found) return null;
	const [, year = "", month = "", day = ""] = found;
	return { text: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, place: "address" };
}
