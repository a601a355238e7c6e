/** A part of a page: a name in several of them is rather its own. */
export type Zone = "site" | "above" | "title" | "below" | "text" | "foot";

type Place = {
	zone: Zone;
	/** What it is held to be worth before anything is learned. */
	worth: number;
	/** Nothing but the place says that it may be a name. */
	spot?: true;
};

/**
 * Where a page may name its publisher; in the order in which the places' spelling of the name is trusted.
 */
const places = {
	/** What the markup calls the site, and the page shows. */
	site: { zone: "site", worth: 3 },
	/** The same where the page shows it nowhere: whoever built the site may have left his own name there. */
	unseen: { zone: "site", worth: 2 },
	/** Behind the headline, which stands on the page without it as well. */
	repeat: { zone: "title", worth: 2 },
	/** Behind a bar after the headline. */
	bar: { zone: "title", worth: 2 },
	/** Behind a dash after the headline, or before it. */
	dash: { zone: "title", worth: 1 },
	/** The first line with the number of the issue. */
	issue: { zone: "above", worth: 2 },
	/** The first line, before the name of a section: "Pellmont Standard | Education". */
	section: { zone: "above", worth: 2 },
	/** The first line of the page, with a menu or a section between it and the headline. */
	top: { zone: "above", worth: 2 },
	/** The first line of the page, over a day: a topic stands there too. */
	day: { zone: "above", worth: 1 },
	/** A line above the headline. */
	masthead: { zone: "above", worth: 1 },
	/** A name, a comma and a day above the headline: so is cited what others printed, too. */
	dated: { zone: "above", worth: 0 },
	/** The first entry of the page's first line. */
	lead: { zone: "above", worth: 1 },
	/** An entry of a menu: it may be a part of the page, whatever it is called. */
	entry: { zone: "above", worth: 0 },
	/** A line that is nothing but the name, between headline and text. */
	beside: { zone: "below", worth: 1 },
	/** "X, a quarterly", «X - فصلية مستقلة». */
	kind: { zone: "foot", worth: 1 },
	/** The same as `beside` without a word of the trade: an author's name looks so too, and it only shows how the name is spelled. */
	line: { zone: "below", worth: 0 },
	/** "A place, an author, X". */
	row: { zone: "below", worth: 2 },
	/** A copyright line's owner. */
	copyright: { zone: "foot", worth: 3 },
	/** A copyright line's owner that calls itself a firm of such: "Harbour Media Group". */
	firm: { zone: "foot", worth: 1 },
	/** "is a columnist for X", «مراسل «X»». */
	role: { zone: "foot", worth: 2 },
	/** Behind an author. */
	byline: { zone: "below", worth: 1 },
	/** "X staff", «فريق X». */
	staff: { zone: "foot", worth: 1 },
	/** "Source: X", "first aired on X". */
	source: { zone: "foot", worth: 1 },
	/** "Download the X app". */
	app: { zone: "foot", worth: 2 },
	/** "Follow X on …". */
	follow: { zone: "foot", worth: 1 },
	/** "TUNIS, March 6 (X) -". */
	dateline: { zone: "text", worth: 1 },
	/** A listed agency there. */
	wire: { zone: "text", worth: 0 },
	/** Behind the text: "(X)", "X/an author". */
	signed: { zone: "foot", worth: 1 },
	/** Who sent the letter that the page was. */
	sender: { zone: "site", worth: 2 },
	/** Somebody told X, in the body. */
	told: { zone: "text", worth: 1 },
	/** A line above the headline that is nothing but the name; a piece of one; some words within one. */
	aboveAlone: { zone: "above", worth: 0, spot: true },
	abovePart: { zone: "above", worth: 0, spot: true },
	aboveRun: { zone: "above", worth: 0, spot: true },
	/** The same between headline and text. */
	belowAlone: { zone: "below", worth: 0, spot: true },
	belowPart: { zone: "below", worth: 0, spot: true },
	belowRun: { zone: "below", worth: 0, spot: true },
	/** The same behind the text. */
	footAlone: { zone: "foot", worth: 0, spot: true },
	footPart: { zone: "foot", worth: 0, spot: true },
	footRun: { zone: "foot", worth: 0, spot: true },
	/** Some words within a line beside the text that nothing tells from it. */
	textRun: { zone: "text", worth: 0, spot: true },
	/** Whom the text is told something. */
	toldRun: { zone: "text", worth: 0, spot: true },
	/** Behind who took a picture. */
	creditRun: { zone: "text", worth: 0, spot: true },
	/** The headline's line, where it is no longer than a name: a masthead may be taken for one. */
	titleAlone: { zone: "title", worth: 0, spot: true },
} satisfies Record<string, Place>;
export type NamePlace = keyof typeof places;
export const namePlaces: Readonly<Record<NamePlace, Place>> = places;

/** A name that a page may call its own, and where it stood. */
export type FoundName = { name: string; place: NamePlace };

/** Whether nothing but its place in the page says that it may be a name. */
export function isSpot(place: NamePlace): boolean {
	return namePlaces[place].spot ?? false;
}
