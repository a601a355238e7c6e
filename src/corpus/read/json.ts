import { IsnadError } from "../../domain/errors.ts";
import type { PageFacts, RawPage } from "../page/raw-page.ts";
import { htmlLines } from "./html.ts";

type Read = Pick<RawPage, "lines" | "facts" | "headings">;
type Fields = Record<string, unknown>;

/** Spellings by which feeds, crawlers and schema.org name the same field; the first that holds a value wins. */
const spellings = {
	text: [
		"text",
		"body",
		"articleBody",
		"content",
		"content_text",
		"content_html",
		"fulltext",
		"full_text",
		"maintext",
	],
	title: ["title", "headline", "name"],
	outlet: ["outlet", "source", "publisher", "site_name", "sitename", "siteName", "source_name"],
	url: ["url", "link", "canonical", "canonical_url", "mainEntityOfPage", "source_url"],
	published: [
		"published",
		"datePublished",
		"date_published",
		"published_at",
		"publishedAt",
		"date",
		"pubDate",
		"date_publish",
	],
};
const lists = ["articles", "items", "@graph", "data", "results"];

/** A file with more articles is refused: it is a data set, to be split. */
const mostArticles = 10_000;

/**
 * The articles of a JSON file: one object, an array, or an object that holds an array (a feed).
 * Lines and offsets count in the decoded text value, split at its newlines; a value that is HTML
 * is turned into lines first. Objects without a text are passed over.
 * Errors: `file_malformed` (no JSON), `no_article` (no object with a text).
 */
export function readJson(text: string, path: string): Read[] {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new IsnadError("file_malformed", `${path} is no valid JSON (${why}): mend it there.`, {
			cause: error,
		});
	}
	const pages = objects(value).flatMap((fields) => readObject(fields));
	if (pages.length === 0)
		throw new IsnadError(
			"no_article",
			`${path} holds no object with a text: give the article's text in the field "text".`,
		);
	if (pages.length > mostArticles)
		throw new IsnadError(
			"file_too_large",
			`${path} holds ${pages.length} articles and the limit is ${mostArticles}: split the file.`,
		);
	return pages;
}

function objects(value: unknown): Fields[] {
	if (Array.isArray(value)) return value.filter(isFields);
	if (!isFields(value)) return [];
	if (pick(value, spellings.text) !== null) return [value];
	for (const name of lists) {
		const inner = value[name];
		if (Array.isArray(inner)) return inner.filter(isFields);
	}
	return [value];
}

function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readObject(fields: Fields): Read[] {
	const text = pick(fields, spellings.text);
	if (text === null) return [];
	const facts: PageFacts = {
		title: pick(fields, spellings.title),
		outlet: pick(fields, spellings.outlet),
		url: pick(fields, spellings.url),
		published: pick(fields, spellings.published),
	};
	if (/<(p|div|br|h[1-6]|li|span)\b[^>]{0,500}>/i.test(text))
		return [{ ...htmlLines(text), facts }];
	return [{ lines: text.split("\n"), headings: new Set(), facts }];
}

/** A text, or the text inside the objects that feeds wrap one in (`{rendered}`, `{name}`, `{@id}`). */
function pick(fields: Fields, names: string[]): string | null {
	for (const name of names) {
		const value = fields[name];
		const text = isFields(value)
			? (value["rendered"] ?? value["name"] ?? value["@id"] ?? value["url"] ?? value["#text"])
			: Array.isArray(value) && value.every((line) => typeof line === "string")
				? value.join("\n")
				: value;
		if (typeof text === "string" && text.trim() !== "") return text;
	}
	return null;
}
