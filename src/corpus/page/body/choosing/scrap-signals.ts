/**
 * What speaks for a line that stands among a page's text as no part of it (1), against it (-1), or may do either (0).
 * Flags, where nothing else is said; its words are counted in steps.
 */
export const scrapSignals = {
	fewWords: 0,
	someWords: 0,
	manyWords: 0,
	moreWords: 0,
	mostWords: 0,
	/** How it ends. */
	stop: 0,
	question: 0,
	colon: 0,
	/** Without a stop, though most lines of this text have one. */
	openAmongStops: 1,
	/** Share of its words that other lines of the text have; none at all, and where. */
	agreement: -1,
	/** That share beside what paragraphs of this text usually have, up to 1. */
	relative: -1,
	foreignAbove: 1,
	foreignInside: 1,
	foreignBelow: 1,
	/** Over the first paragraph; under the last one; a few words without a stop over it. */
	above: 0,
	below: 0,
	shortAbove: 0,
	/** Right under the headline; the first, the last line of the text. */
	underTitle: 0,
	first: 0,
	last: 0,
	/** Something that is no text stands right above, right below. */
	markedAbove: 0,
	markedBelow: 0,
	/** Short lines without a stop stand beside it too: a list, a table. */
	inRow: 0,
	/** A few words right over a paragraph, with another one above: a heading. */
	headsParagraph: -1,
	/** How many other lines of the text look like it (length, end, beginning), as a binary logarithm: a list, hours, headings. */
	alike: -1,
	/** A few words and a colon lead it; all of it is in brackets; it ends with a bracket. */
	labelled: 0,
	bracketed: 0,
	endsInBracket: 0,
	/** Somebody's words are in it, or begin it. */
	quoted: -1,
	item: 0,
	heading: -1,
	/** Marks part it: "words: Lena Orr | pics: Sam Reed". */
	parted: 0,
	/** An address, a tag of markup. */
	address: 1,
	markup: 1,
	/** A set phrase of pages leads it. */
	ledByChrome: 1,
	number: 0,
	clock: 0,
	/** It begins with a small letter, a sign; all of it is in capitals, or each of its words has one. */
	small: 0,
	sign: 0,
	shouted: 0,
	capitals: 0,
	/** The page's data file calls it a day of publication, though it prints none. */
	dated: 1,
	/** It speaks to readers; words of offers, contacts, of what a page is, of who may print it, of who made it. */
	reader: 1,
	/** It speaks of the page itself; it or the readers are spoken of in the first or the last line, or beside the paragraphs. */
	ofPage: 1,
	ofPageAtEnd: 1,
	offer: 0,
	contact: 0,
	standing: 0,
	reuse: 0,
	crew: 0,
	author: 1,
	photo: 1,
	/** It has the publisher's name, a listed outlet's. */
	publisher: 0,
	outlet: 0,
} as const satisfies Record<string, -1 | 0 | 1>;

export type ScrapSignal = keyof typeof scrapSignals;
export type ScrapEvidence = Partial<Record<ScrapSignal, number>>;
