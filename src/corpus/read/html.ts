import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { IsnadError } from "../../domain/errors.ts";
import type { PageFacts, RawPage } from "../page/raw-page.ts";
import { withoutAbove } from "./above-headline.ts";
import { type DomDocument, linkedBlocks } from "./dom.ts";
import { linesOf } from "./html-lines.ts";
import { measuredPage, pageBudget } from "./page-budget.ts";
import { pageDays } from "./page-days.ts";
import { frameOf, headlineAt, shownPage } from "./page-frame.ts";
import { pageNames } from "./page-names.ts";
import { cutAsides, cutPointers, protectQuotations } from "./tidy.ts";

type Read = Pick<RawPage, "lines" | "facts" | "headings" | "frame">;

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];
/**
 * Readability looks again, less strictly, where what it found is shorter: with 200 a caption of two
 * sentences passes for an article.
 */
const fewestCharacters = 500;

/** What every page has one of; an error in JSON, a style sheet and XML of other kinds have none. */
const markup =
	/<(?:html|head|title|meta|body|main|article|section|div|p|br|span|h[1-6]|table|ul|ol)(?=[\s>/])/i;

/**
 * The article of an HTML page as lines, one a block, and what its head says of it. The title, where
 * the page states one, is the first line. Errors: `file_malformed` (cannot be parsed),
 * `file_too_large`, `no_article`.
 */
export function readHtml(html: string, path: string): Read {
	const page = measuredPage(html, path);
	if (!markup.test(html))
		throw new IsnadError(
			"no_article",
			`${path} is no web page but other text: give the address of an article, or save its text as .txt.`,
		);
	const document = parse(page, path);
	const shown = shownPage(document);
	const facts = pageFacts(document, path, shown.lines);
	const headline = headlineAt(shown, facts.title);
	const frame = frameOf(document, shown, headline);
	protectQuotations(document);
	cutAsides(document);
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
	const lines = content ? chosenLines(content, path, facts.url) : null;
	const found = lines && withoutAbove(lines, shown, headline);
	// Readability takes its document apart, so what is left is no fallback.
	const whole = found && found.lines.length > 0 ? found : linesOf(parse(page, path));
	if (whole.lines.length === 0)
		throw new IsnadError(
			"no_article",
			`${path} holds no article text: save the page with its text.`,
		);
	const title = facts.title;
	if (title === null || whole.lines.slice(0, 3).some((line) => line.trim() === title))
		return { ...whole, facts, frame };
	return {
		lines: [title, ...whole.lines],
		headings: new Set([0, ...[...whole.headings].map((at) => at + 1)]),
		facts,
		frame,
	};
}

function chosenLines(
	content: string,
	path: string,
	url: string | null,
): Pick<RawPage, "lines" | "headings"> {
	const tree = parse(`<html><body>${content}</body></html>`, path);
	const root = tree.querySelector("body");
	const address = [url, path].find((one) => one !== null && URL.canParse(one)) ?? null;
	if (root) cutPointers(root, address);
	return linesOf(tree);
}

/** A piece of HTML as lines. Errors: as `readHtml`. */
export function htmlLines(html: string, path = "the text"): Pick<RawPage, "lines" | "headings"> {
	return linesOf(parse(`<html><body>${measuredPage(html, path)}</body></html>`, path));
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

function pageFacts(document: DomDocument, path: string, lines: readonly string[]): PageFacts {
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
	const blocks = linkedBlocks(document);
	const linked = linkedData(blocks);
	const days = pageDays(document, blocks);
	const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute?.("href") ?? null;
	const names = pageNames(
		document,
		{
			headline: linked.title,
			social: meta("og:title", "twitter:title"),
			document: document.querySelector("title")?.textContent ?? null,
			site: meta("og:site_name", "application-name"),
			publisher: linked.outlet,
		},
		{ host: hostOf(canonical, meta("og:url"), linked.url, path), lines },
	);
	return {
		...names,
		url: linked.url ?? canonical ?? meta("og:url"),
		published: days.find(({ place }) => place === "linked" || place === "metadata")?.text ?? null,
		days,
	};
}

/** The host of the first of these that is a web address. */
function hostOf(...addresses: (string | null)[]): string | null {
	for (const address of addresses)
		if (address && /^https?:/i.test(address) && URL.canParse(address))
			return new URL(address).hostname;
	return null;
}

function linkedData(blocks: readonly unknown[]): Omit<PageFacts, "published"> {
	for (const value of blocks) {
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
