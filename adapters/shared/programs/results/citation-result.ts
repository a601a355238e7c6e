import { z } from "zod";
import type { Citation, Gloss } from "../../../../src/domain/answer.ts";
import { PublishedDate } from "../../../../src/domain/dates.ts";
import { Language } from "../../../../src/domain/sets/languages.ts";
import { Span } from "../../../../src/domain/span.ts";
import { clean } from "../../clean.ts";

/** Where a quotation stands: `file`, 1-based `line`, and UTF-16 offsets inside that line. */
export const CitationResult = z.object({
	article: z.string(),
	/** Empty where the words are a notice of the publisher and no passage. */
	passage: z.string(),
	title: z.string().nullable(),
	outlet: z.string().nullable(),
	published: PublishedDate,
	file: z.string(),
	...Span.shape,
	/** Of the article where it was read. */
	url: z.string().nullable(),
	/** Our own page that shows the words in their place; only where PUBLIC_URL is set. */
	reader: z.string().optional(),
});
export type CitationResult = z.infer<typeof CitationResult>;

/** The words of a source are ours where `rendering` is `paraphrase`, and then stand in no quotation marks. */
export const Rendering = z.enum(["verbatim", "paraphrase"]);

/** A machine's translation into the asker's language, checked but not by people: it is no quotation and never cited. */
export const GlossResult = z.object({
	language: Language,
	text: z.string(),
	by: z.literal("machine translation"),
});

export const Quoted = {
	quote: z.string(),
	gloss: GlossResult.optional(),
	rendering: Rendering,
	citation: CitationResult,
};

export function citationResult({ title, outlet, url, ...citation }: Citation): CitationResult {
	const told = { title: cleanOrNull(title), outlet: cleanOrNull(outlet), url: webAddress(url) };
	return { ...citation, ...told };
}

export function glossResult({ gloss }: { gloss?: Gloss }): { gloss?: z.infer<typeof GlossResult> } {
	if (!gloss) return {};
	const { language, text } = gloss;
	return { gloss: { language, text: clean(text), by: "machine translation" } };
}

/** What a program may follow: an address of the web, and nothing that runs where it is opened. */
export function webAddress(url: string | null): string | null {
	return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** A name of an article's, which whoever shows it would otherwise have to make safe; its words stay as they are. */
export function cleanOrNull(text: string | null): string | null {
	return text === null ? null : clean(text);
}
