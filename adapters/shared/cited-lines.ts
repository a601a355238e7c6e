import type { Citation } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import type { BlockLine } from "./block-line.ts";
import { clean, hasArabic, inLine } from "./clean.ts";
import { dateText } from "./dates.ts";

/** Between the parts of a line. */
export const dot = " · ";

/** Quoted words; marks around them are the platform's. */
export function quoteLine(
	{ quote, rendering }: { quote: string; rendering: "verbatim" | "paraphrase" },
	indent: number,
): BlockLine {
	const text = clean(quote);
	return {
		role: "quote",
		text,
		language: hasArabic(text) ? "ar" : "en",
		verbatim: rendering === "verbatim",
		indent,
	};
}

/** Where they stand, with the page's address. */
export function placeLine(
	citation: Citation,
	language: Language,
	say: Say,
	indent: number,
): BlockLine {
	const { title, file, line, start, end, published, url } = citation;
	const where =
		start === null || end === null
			? say(language, "where", { file: inLine(file, language), line })
			: say(language, "where_span", { file: inLine(file, language), line, start, end });
	const parts = [
		title ? inLine(title, language) : say(language, "title.unknown"),
		dateText(published, language, say),
		where,
	];
	return { role: "place", text: parts.join(dot), language, indent, ...(url ? { url } : {}) };
}
