import type { RawPage } from "../page/raw-page.ts";
import { type DomNode, elementNode, textNode } from "./dom.ts";

type Lines = Pick<RawPage, "lines" | "headings">;

const blocks = new Set(
	"ADDRESS ARTICLE BLOCKQUOTE CAPTION DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TBODY TR UL BODY".split(
		" ",
	),
);
const cells = new Set(["TD", "TH"]);
const dropped = new Set(
	"ASIDE AUDIO BUTTON CANVAS FIGCAPTION FOOTER FORM IFRAME INPUT NAV NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO HEAD".split(
		" ",
	),
);
const isHeading = (name: string) => /^H[1-6]$/.test(name);

/** Between what stands side by side on a page as its readers see it. */
export const cellMark = " | ";

/** What of a tree is read as lines. */
export type LineManner = {
	/** Elements that are passed over. */
	dropped: ReadonlySet<string>;
	/** Between the cells of a row. */
	cells: string;
	/** Between two links, or two buttons, that stand side by side. */
	links: string;
	/** Whether what pictures are called outside of figures is a line of its own. */
	pictures: boolean;
};

const ofArticle: LineManner = { dropped, cells: " ", links: "", pictures: false };

/** A line in the making. */
class LineWriter {
	readonly lines: string[] = [];
	readonly headings = new Set<number>();
	text = "";
	/** Its characters inside links. */
	linked = 0;
	#item = false;

	beginItem(): void {
		this.#item = true;
	}

	endItem(): void {
		this.#item = false;
	}

	flush(heading: boolean): void {
		const line = this.text.replace(/[ \t\n\r\f]+/g, " ").trim();
		if (line !== "") {
			if (heading) this.headings.add(this.lines.length);
			this.lines.push(this.#item && !/^[•\-–]/u.test(line) ? `• ${line}` : line);
			this.#item = false;
		}
		this.text = "";
		this.linked = 0;
	}
}

/**
 * The text of a tree as lines, one a block; the cells of a table's row are one line, apart. What is
 * no text of an article (`dropped`, pictures with their captions) is passed over; quotations and
 * tables that stand in a figure are kept. Without recursion: pages nest as deep as they like.
 */
export function linesOf(root: DomNode, manner: LineManner = ofArticle): Lines {
	const { dropped } = manner;
	const out = new LineWriter();
	/** Headings that are open, and whether a block inside one has shown that it never was closed. */
	let [heading, broken] = [false, false];
	let figure = 0;
	let kept = 0;
	const enter = (node: DomNode): boolean => {
		const name = node.nodeName.toUpperCase();
		if (dropped.has(name) || node.nodeType === 8) return false;
		if (node.nodeType === textNode) {
			if (figure === 0 || kept > 0) out.text += node.textContent ?? "";
			return false;
		}
		if (name === "FIGURE") figure++;
		else if (figure > 0 && (name === "BLOCKQUOTE" || name === "TABLE")) kept++;
		if (cells.has(name) && out.text.trim() !== "") out.text += manner.cells;
		if (name === "A" && isBesideLink(node)) out.text += manner.links;
		if (name === "IMG" && manner.pictures && figure === 0) {
			out.flush(heading && !broken);
			out.text = node.getAttribute?.("alt") ?? "";
			out.flush(false);
		}
		// A headline is one line, however it is broken.
		if (name === "BR" && heading && !broken) out.text += " ";
		else if (blocks.has(name) || name === "BR") {
			out.flush(heading && !broken);
			if (isHeading(name)) [heading, broken] = [true, false];
			else if (heading && name !== "BR") broken = true;
			if (name === "LI") out.beginItem();
		}
		return node.firstChild !== null;
	};
	const leave = (node: DomNode) => {
		const name = node.nodeName.toUpperCase();
		if (name === "FIGURE") figure--;
		else if (figure > 0 && (name === "BLOCKQUOTE" || name === "TABLE")) kept--;
		if (!blocks.has(name)) return;
		out.flush(heading && !broken);
		if (isHeading(name)) [heading, broken] = [false, false];
		if (name === "LI") out.endItem();
	};
	let node = root.firstChild;
	while (node) {
		if (enter(node)) {
			node = node.firstChild;
			continue;
		}
		// An element without children is left as soon as it was entered.
		if (
			node.nodeType === elementNode &&
			node.firstChild === null &&
			!dropped.has(node.nodeName.toUpperCase())
		)
			leave(node);
		while (node && !node.nextSibling) {
			node = node.parentNode;
			if (!node || node === root) {
				out.flush(heading && !broken);
				return { lines: out.lines, headings: out.headings };
			}
			leave(node);
		}
		node = node?.nextSibling ?? null;
	}
	out.flush(heading && !broken);
	return { lines: out.lines, headings: out.headings };
}

/** Whether another link stands right before it, with nothing but white space between. */
function isBesideLink(node: DomNode): boolean {
	let at = node.previousSibling;
	while (at && at.nodeType === textNode && (at.textContent ?? "").trim() === "")
		at = at.previousSibling;
	return at?.nodeName.toUpperCase() === "A";
}
