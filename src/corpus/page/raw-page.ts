import type { StatedDay } from "./days/places.ts";

/** What a page says of itself outside its text: meta tags, JSON-LD, front matter, JSON fields. */
export type PageFacts = {
	title: string | null;
	outlet: string | null;
	url: string | null;
	/** As the page has it, mostly ISO 8601; not checked yet. */
	published: string | null;
	/** Every day that the markup states, where it was read for that. */
	days?: readonly StatedDay[];
};

export const noFacts: PageFacts = { title: null, outlet: null, url: null, published: null };

/** One article as it was read, before its furniture is told apart. */
export type RawPage = {
	/** The file that it was read from. */
	path: string;
	/** Base name of that file. */
	file: string;
	format: "txt" | "html" | "md" | "json";
	/**
	 * The text split at "\n" and at nothing else: every offset counts in one of these lines. For
	 * `.txt` in UTF-8 they are the lines of the file itself; for everything else they are the lines
	 * of what was extracted, which is stored beside the article.
	 */
	lines: string[];
	/** SHA-256 of the file's bytes where the lines are the file's own; null where they were extracted. */
	sha256: string | null;
	facts: PageFacts;
	/** Indexes of lines that the markup calls headings. */
	headings: ReadonlySet<number>;
	/** The lines around an article that was taken out of a web page: what the page says of itself, and is no part of it. */
	frame?: { lines: string[]; headings: ReadonlySet<number> };
};
