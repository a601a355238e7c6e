/**
 * Where a page may name its publisher, and how much one such place is worth beside others; in the order
 * in which the places' spelling of the name is trusted.
 */
export const namePlaces = {
	/** What the markup calls the site, and the page shows. */
	site: 3,
	/** The same where the page shows it nowhere: whoever built the site may have left his own name there. */
	unseen: 2,
	/** Behind the headline, which stands on the page without it as well. */
	repeat: 2,
	/** Behind a bar after the headline. */
	bar: 2,
	/** Behind a dash after the headline, or before it. */
	dash: 1,
	/** The first line with the number of the issue. */
	issue: 2,
	/** The first line, before the name of a section: "Pellmont Standard | Education". */
	section: 2,
	/** The first line of the page, with a menu or a section between it and the headline. */
	top: 2,
	/** The first line of the page, over a day: a topic stands there too. */
	day: 1,
	/** A line above the headline. */
	masthead: 1,
	/** The first entry of the page's first line. */
	lead: 1,
	/** An entry of a menu: it may be a part of the page, whatever it is called. */
	entry: 0,
	/** A line that is nothing but the name, between headline and text. */
	beside: 1,
	/** "X, a quarterly", «X - فصلية مستقلة». */
	kind: 1,
	/** The same as `beside` without a word of the trade: an author's name looks so too, and it only shows how the name is spelled. */
	line: 0,
	/** "A place, an author, X". */
	row: 2,
	/** A copyright line's owner. */
	copyright: 2,
	/** A copyright line's owner that calls itself a firm of such: "Harbour Media Group". */
	firm: 1,
	/** "is a columnist for X", «مراسل «X»». */
	role: 2,
	/** Behind an author. */
	byline: 1,
	/** "X staff", «فريق X». */
	staff: 1,
	/** "Source: X", "first aired on X". */
	source: 1,
	/** "Download the X app". */
	app: 2,
	/** "Follow X on …". */
	follow: 1,
	/** "TUNIS, March 6 (X) -". */
	dateline: 1,
	/** Somebody told X, in the body. */
	told: 1,
} as const;
export type NamePlace = keyof typeof namePlaces;

/** What together must be reached: a wrong publisher is worse than none. */
export const leastWorth = 2;
/** For a word that names a kind of publication, or that newspapers like to have in their names. */
export const wordWorth = 1;

/** A name that a page may call its own, and where it stood. */
export type FoundName = { name: string; place: NamePlace };
