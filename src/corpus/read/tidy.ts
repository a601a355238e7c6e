import { isOfSite } from "../site.ts";
import { type DomDocument, type DomNode, elementNode, nodeBehind, textNode } from "./dom.ts";

/** Words of class names that say what a part of a page is; none of them is one of an article's. */
const asides =
	/(?:^|[-_ ]|[a-z](?=[A-Z]))(?:captions?|credits?|by-?lines?|date-?lines?|time-?stamps?|related|newsletter|sign-?up|promos?|adverts?|advertisement|sponsored|share|sharing|social-?(?:links|media|share)|breadcrumbs?|bio|author-?(?:box|info|bio)|comments?|disclaimer|copyright|rollover|tool-?tip|pop-?up|pop-?over|read-?more|teasers?|rail|trending|recommended|pagination|tags)(?=$|[-_ ]|[A-Z])/i;
/** A part of that name that is longer, measured by the page's paragraphs, is the article itself. */
const largestAside = 0.25;

/** Wrappers of a quotation that are looked at. */
const mostWrappers = 3;

/**
 * Makes sure that a quotation from elsewhere (a post, a letter) is not taken for a page's own links
 * because of the name of the box that it stands in. Before an extractor looks at the page.
 */
export function protectQuotations(document: DomDocument): void {
	for (const script of document.querySelectorAll("script, style, template")) script.remove?.();
	// A box of a thousand posts is asked for its length by each of them; what is done here changes none.
	const known = new Map<DomNode, number>();
	const lengthOf = (node: DomNode) => {
		const length = known.get(node) ?? node.textContent?.length ?? 0;
		known.set(node, length);
		return length;
	};
	for (const quotation of document.querySelectorAll("blockquote")) {
		const length = lengthOf(quotation);
		// Text of links counts against a box: a short post is mostly its own address and day.
		for (const link of quotation.querySelectorAll?.("a") ?? [])
			link.replaceWith?.(link.textContent ?? "");
		let node: DomNode | null = quotation;
		for (let level = 0; node && level <= mostWrappers; level++) {
			if (lengthOf(node) > 1.3 * length + 40) break;
			node.removeAttribute?.("class");
			node.removeAttribute?.("id");
			node = node.parentNode;
		}
	}
}

/** Takes out of a page what its own markup calls something else than the article. Before an extractor looks at it. */
export function cutAsides(document: DomDocument): void {
	const root = document.querySelector("body");
	if (!root) return;
	let prose = 0;
	for (const paragraph of document.querySelectorAll("p"))
		prose += paragraph.textContent?.length ?? 0;
	cutWhere(root, (node) => isAside(node, largestAside * prose));
}

/** Takes out of a chosen article the paragraphs that are links to other pages of the site at `address`. */
export function cutPointers(root: DomNode, address: string | null): void {
	cutWhere(root, (node) => isPointer(node, address));
}

function cutWhere(root: DomNode, isOut: (node: DomNode) => boolean): void {
	let node = root.firstChild;
	while (node) {
		const next: DomNode | null = node.firstChild ?? nodeBehind(node, root);
		if (node.nodeType === elementNode && isOut(node)) {
			const behind = nodeBehind(node, root);
			node.remove?.();
			node = behind;
		} else node = next;
	}
}

/** Inside a sentence only what opens over it is no part of it, and of boxes in boxes the innermost. */
const overlays = /rollover|tool-?tip|pop-?up|pop-?over|hover-?card/i;
const inline = /^(?:A|ABBR|B|CITE|EM|I|MARK|SPAN|STRONG|TIME|U)$/i;

function isAside(node: DomNode, longest: number): boolean {
	const name = nameOf(node);
	if (name.length < 3 || !asides.test(name)) return false;
	if (inline.test(node.nodeName) && isInProse(node)) {
		if (!overlays.test(name)) return false;
		for (let at = node.firstChild; at; at = at.nextSibling)
			if (at.nodeType === elementNode && overlays.test(nameOf(at))) return false;
	}
	const length = node.textContent?.length ?? 0;
	return length <= longest && (length < 2 * proseParagraph || !holdsProse(node));
}

/** Characters of a paragraph that tells something, and how many of them no aside holds. */
const proseParagraph = 100;
const mostProse = 2;

function holdsProse(node: DomNode): boolean {
	let found = 0;
	let at = node.firstChild;
	while (at && found < mostProse) {
		const isParagraph = /^P$/i.test(at.nodeName);
		if (isParagraph && isTelling(at.textContent ?? "")) found++;
		at = (isParagraph ? null : at.firstChild) ?? nodeBehind(at, node);
	}
	return found >= mostProse;
}

function isTelling(text: string): boolean {
	return text.length >= proseParagraph && /[.؟!…][”"»]?\s*$/u.test(text) && /[,،]/u.test(text);
}

function isInProse(node: DomNode): boolean {
	for (let at = node.parentNode; at; at = at.parentNode)
		if (/^(?:P|LI|BLOCKQUOTE|H[1-6])$/i.test(at.nodeName)) return true;
	return false;
}

function nameOf(node: DomNode): string {
	const name = `${node.getAttribute?.("class") ?? ""} ${node.getAttribute?.("id") ?? ""}`;
	return name.trim().slice(0, 500);
}

/** A paragraph that is a link from its first to its last word: a headline of another page. */
const shortestPointer = 15;

function isPointer(node: DomNode, address: string | null): boolean {
	if (!/^(?:P|LI)$/i.test(node.nodeName)) return false;
	const text = node.textContent?.trim() ?? "";
	if (text.length < shortestPointer || text.length > 250 || /[.؟!…]["”»]?$/u.test(text))
		return false;
	let [linked, all] = [0, 0];
	let at = node.firstChild;
	while (at) {
		if (at.nodeType === textNode) {
			const length = at.textContent?.trim().length ?? 0;
			all += length;
			if (length > 0 && isLinked(at, node, address)) linked += length;
		}
		at = at.firstChild ?? nodeBehind(at, node);
	}
	return linked >= 0.9 * all;
}

/** Inside a link that leads to another page of the same site, as far as that can be told. */
function isLinked(node: DomNode, root: DomNode, address: string | null): boolean {
	for (let at = node.parentNode; at && at !== root; at = at.parentNode) {
		if (at.nodeName.toUpperCase() !== "A") continue;
		const target = at.getAttribute?.("href") ?? "";
		if (/^#/.test(target)) return false;
		if (!/^(?:https?:)?\/\//i.test(target) || address === null) return true;
		return isOfSite(new URL(address).href, absolute(target, address));
	}
	return false;
}

function absolute(target: string, base: string): string | null {
	return URL.canParse(target, base) ? new URL(target, base).href : null;
}
