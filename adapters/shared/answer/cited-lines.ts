import type { Citation } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { clean, hasArabic, inLine } from "../clean.ts";
import { dateText } from "../dates.ts";
import type { BlockLine } from "./block-line.ts";

/** Between the parts of a line. */
export const dot = " · ";

/** A longer quotation has lines of its own, behind where it stands. */
const longestInLine = 500;

type Quoted = { quote: string; rendering: "verbatim" | "paraphrase" };

/** Quoted words in lines of their own; marks around them are put there by `marked`. */
export function quoteLine({ quote, rendering }: Quoted, indent: number): BlockLine {
	const text = clean(quote);
	return {
		role: "quote",
		text,
		language: hasArabic(text) ? "ar" : "en",
		verbatim: rendering === "verbatim",
		indent,
	};
}

/**
 * Quoted words inside a line of this language; null where they need lines of their own: they run the
 * other way, or are too long.
 */
export function quoteInLine(quoted: Quoted, language: Language): string | null {
	const line = quoteLine(quoted, 0);
	if (line.language !== language || line.text.length > longestInLine) return null;
	return marked(line);
}

/** In the quotation marks of their language where the words are the source's; ours have none. */
export function marked({ text, language, verbatim }: BlockLine): string {
	if (!verbatim) return text;
	return language === "ar" ? `«${text}»` : `“${text}”`;
}

/** Where words of an article stand that is named above them. */
export function shortPlaceLine(
	citation: Citation,
	language: Language,
	say: Say,
	indent: number,
): BlockLine {
	const url = citation.reader ?? citation.url;
	const text = whereText(citation, language, say);
	return { role: "place", text, language, indent, ...(url ? { url } : {}) };
}

function whereText({ file, line, start, end }: Citation, language: Language, say: Say): string {
	return start === null || end === null
		? say(language, "where", { file: inLine(file, language), line })
		: say(language, "where_span", { file: inLine(file, language), line, start, end });
}

/** Where quoted words stand, in full, with the page's address: what a reader checks by. */
export function placeLine(
	citation: Citation,
	language: Language,
	say: Say,
	indent: number,
): BlockLine {
	const { title, outlet, published } = citation;
	// Where words stand shows better in its place than on the page that they were read from, which it names.
	const url = citation.reader ?? citation.url;
	const parts = [
		title ? inLine(title, language) : say(language, "title.unknown"),
		outlet ? inLine(outlet, language) : say(language, "outlet.unknown"),
		dateText(published, language, say),
		whereText(citation, language, say),
	];
	return { role: "place", text: parts.join(dot), language, indent, ...(url ? { url } : {}) };
}
