import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { IsnadError } from "../../domain/errors.ts";
import type { PageFacts, RawPage } from "../page/raw-page.ts";
import type { DomDocument, DomNode } from "./dom.ts";
import { checkPage, pageBudget } from "./page-budget.ts";
import { pageDays } from "./page-days.ts";

type Read = Pick<RawPage, "lines" | "facts" | "headings">;

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];

/** Arabic articles may be shorter than Readability's default of 500 characters. */
const fewestCharacters = 200;

const blocks = new Set(
	"ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TBODY TR UL BODY".split(
		" ",
	),
);
const dropped = new Set(
	"ASIDE AUDIO BUTTON CANVAS FIGURE FIGCAPTION FOOTER FORM IFRAME INPUT NAV NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO HEAD".split(
		" ",
	),
);

/**
 * The article of an HTML page as lines, one a block, and what its head says of it. The title, where
 * the page states one, is the first line. Errors: `file_malformed` (cannot be parsed),
 * `file_too_large`, `no_article`.
 */
export function readHtml(html: string, path: string): Read {
	checkPage(html, path);
	const document = parse(html, path);
	const facts = pageFacts(document);
	let content: string | null = null;
	try {
		const article = new Readability(document as unknown as ReadabilityInput, {
			charThreshold: fewestCharacters,
			maxElemsToParse: pageBudget.elements,
		}).parse();
		content = article?.content ?? null;
	} catch (error) {
		throw new IsnadError(
			"file_malformed",
			`${path} cannot be read as a web page: save its text as .txt.`,
			{
				cause: error,
			},
		);
	}
	const found = content ? htmlLines(content) : null;
	// Readability takes its document apart, so what is left is no fallback.
	const whole = found && found.lines.length > 0 ? found : linesOf(parse(html, path));
	if (whole.lines.length === 0)
		throw new IsnadError(
			"no_article",
			`${path} holds no article text: save the page with its text.`,
		);
	const title = facts.title;
	if (title === null || whole.lines.slice(0, 3).some((line) => line.trim() === title))
		return { ...whole, facts };
	return {
		lines: [title, ...whole.lines],
		headings: new Set([0, ...[...whole.headings].map((at) => at + 1)]),
		facts,
	};
}

/** A piece of HTML as lines. Errors: as `readHtml`. */
export function htmlLines(html: string, path = "the text"): Pick<RawPage, "lines" | "headings"> {
	checkPage(html, path);
	return linesOf(parse(`<html><body>${html}</body></html>`, path));
}

function parse(html: string, path: string): DomDocument {
	try {
		const { document } = parseHTML(
			/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
		);
		return document as unknown as DomDocument;
	} catch (cause) {
		throw new IsnadError(
			"file_malformed",
			`${path} cannot be parsed as HTML: save its text as .txt.`,
			{
				cause,
			},
		);
	}
}

/** Walks without recursion: pages nest as deep as they like. */
function linesOf(root: DomNode): Pick<RawPage, "lines" | "headings"> {
	const lines: string[] = [];
	const headings = new Set<number>();
	let text = "";
	let heading = false;
	let item = false;
	const flush = () => {
		const line = text.replace(/[ \t\n\r\f]+/g, " ").trim();
		if (line) {
			if (heading) headings.add(lines.length);
			lines.push(item && !/^[•\-–]/u.test(line) ? `• ${line}` : line);
			item = false;
		}
		text = "";
	};
	let node: DomNode | null = root.firstChild;
	while (node) {
		const name = node.nodeName.toUpperCase();
		const enter = !dropped.has(name) && node.nodeType !== 8;
		if (node.nodeType === 3) text += node.textContent ?? "";
		if (enter && (blocks.has(name) || name === "BR")) {
			flush();
			if (/^H[1-6]$/.test(name)) heading = true;
			if (name === "LI") item = true;
		}
		if (enter && node.firstChild) {
			node = node.firstChild;
			continue;
		}
		while (node && !node.nextSibling) {
			node = node.parentNode;
			if (!node || node === root) {
				flush();
				return { lines, headings };
			}
			const closed = node.nodeName.toUpperCase();
			if (blocks.has(closed)) {
				flush();
				if (/^H[1-6]$/.test(closed)) heading = false;
				if (closed === "LI") item = false;
			}
		}
		node = node?.nextSibling ?? null;
	}
	flush();
	return { lines, headings };
}

function pageFacts(document: DomDocument): PageFacts {
	const meta = (...names: string[]) => {
		for (const name of names) {
			const value = document
				.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
				?.getAttribute?.("content")
				?.trim();
			if (value) return value;
		}
		return null;
	};
	const linked = linkedData(document);
	const days = pageDays(document);
	const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute?.("href") ?? null;
	return {
		title:
			oneLine(linked.title) ??
			oneLine(meta("og:title", "twitter:title")) ??
			oneLine(document.querySelector("h1")?.textContent ?? null) ??
			oneLine(document.querySelector("title")?.textContent ?? null),
		outlet: oneLine(meta("og:site_name", "application-name")) ?? oneLine(linked.outlet),
		url: linked.url ?? canonical ?? meta("og:url"),
		published: days.find(({ place }) => place === "linked" || place === "metadata")?.text ?? null,
		days,
	};
}

/** Longer ones are no title or name, whatever their field says. */
const longestName = 1_000;

function oneLine(text: string | null): string | null {
	const line = text?.replace(/\s+/gu, " ").trim() || null;
	return line && line.length <= longestName ? line : null;
}

function linkedData(document: DomDocument): Omit<PageFacts, "published"> {
	for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
		let value: unknown;
		try {
			value = JSON.parse(script.textContent ?? "");
		} catch {
			continue; // A damaged block is common, and the meta tags say the same.
		}
		const graph = (value as { "@graph"?: unknown } | null)?.["@graph"];
		for (const entry of Array.isArray(value) ? value : Array.isArray(graph) ? graph : [value]) {
			const node = entry as Record<string, unknown> | null;
			if (!node || !/Article|Posting|Report/.test(String(node["@type"]))) continue;
			const text = (field: unknown) => (typeof field === "string" && field ? field : null);
			const publisher = node["publisher"] as Record<string, unknown> | undefined;
			return {
				title: text(node["headline"]),
				outlet: text(publisher?.["name"]),
				url: text(node["url"]),
			};
		}
	}
	return { title: null, outlet: null, url: null };
}
