/**
 * What speaks for a line above a text as its headline (1), against it (-1), or may do either (0). Flags, where nothing else
 * is said; the candidates' words are counted in steps, since a headline has neither few nor many.
 */
export const headlineSignals = {
	oneWord: 0,
	twoWords: 0,
	fewWords: 0,
	someWords: 0,
	manyWords: 0,
	/** More than a headline usually has. */
	mostWords: 0,
	/** Share of its words that the text speaks of; that share beside the largest of all candidates; none at all. */
	agreement: 1,
	relative: 1,
	foreign: -1,
	/** How many of its words the text speaks of, as a binary logarithm; that beside the most of all candidates. */
	agreed: 1,
	mostAgreed: 1,
	/** No other candidate has as many. */
	closest: 1,
	/** Share of its words that the first paragraph has. */
	ofLead: 1,
	/** The markup calls it a heading. */
	heading: 1,
	item: -1,
	/** Longer, or with a stop: as paragraphs are. */
	paragraph: -1,
	stop: 0,
	question: 0,
	colon: -1,
	/** A few words and a colon lead it. */
	labelled: 0,
	/** It begins as somebody's words. */
	quoted: 0,
	/** The page's own word for what it is: more to read, a menu; news from elsewhere. */
	furniture: -1,
	ticker: -1,
	/** Where it stands: the page's first line; the last candidate above the text; how many are between, as a binary logarithm. */
	first: 0,
	/** The page's first line, too long for a name and no menu. */
	opens: 1,
	last: 0,
	distance: 0,
	/** Its day or who wrote it stands right below; right above. */
	overByline: 1,
	overDay: 1,
	underDay: 0,
	/** A longer line about the same stands below, or above. */
	overStandfirst: 0,
	underHeadline: 0,
	/** A few words, no section and no name of a publication, over a longer line that stands over its day or its author. */
	overLead: 0,
	underShort: 0,
	/** In capitals as English headlines are, over a longer line that is not. */
	titleCase: 1,
	/** A few words alone stand right above. */
	underKicker: 0,
	/** Blank lines around it. */
	gapBefore: 0,
	gapBelow: 0,
	/** The page has it twice; with more behind or before it; it has another candidate in it. */
	again: 0,
	within: 0,
	holds: 0,
	/** By its form the name of a publication, of a public body, of a section, of people; a motto. */
	masthead: -1,
	outletName: -1,
	publicBody: -1,
	section: -1,
	sectionRow: -1,
	placeline: -1,
	row: -1,
	/** The path to it: "News > Ports". */
	path: -1,
	capitals: 0,
	motto: -1,
	/** What the copyright line names. */
	owner: -1,
	/** One of several short lines, or of several headlines, in a row; of a header that is printed twice. */
	inMenu: -1,
	inRow: -1,
	inTwice: -1,
	/** A row of sections stands above it; below it. */
	underMenu: 0,
	overMenu: -1,
} as const satisfies Record<string, -1 | 0 | 1>;

export type HeadlineSignal = keyof typeof headlineSignals;
export type HeadlineEvidence = Partial<Record<HeadlineSignal, number>>;
