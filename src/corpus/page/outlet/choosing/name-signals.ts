import { type NamePlace, namePlaces } from "../name-places.ts";

/**
 * What speaks for a name as the page's own (1), against it (-1) or may do either (0), beside the places where it stands.
 * Flags, where nothing else is said.
 */
const signals = {
	/** It has a word that names a kind of publication, beside words of menus: "Post", «صحيفة». */
	outletWord: 1,
	/** It has a word that newspapers like to have in their names. */
	pressWord: 1,
	/** The list of outlets has it, as an agency or as another one. */
	listedOutlet: 1,
	listedAgency: 0,
	/** A ministry, a council, a university. */
	publicBody: 1,
	/** Its line stands over that of a public body: the state's name. */
	overBody: -1,
	/** It says what kind of publication it is, as a motto does. */
	motto: -1,
	oneWord: -1,
	/** It has a small letter where names have none: "Good morning from", "Support the". */
	small: -1,
	/** The name of a section, or nothing but words that menus are made of. */
	sectionName: -1,
	/** Share of its words that menus are made of. */
	menuShare: -1,
	/** In how many lines around the text it stands: the binary logarithm, up to 2. */
	again: 1,
	/** In several paragraphs of the text somebody tells it something, or it saw something. */
	toldAgain: 1,
	/** An address or a handle of the page has its letters. */
	address: 1,
	/** An address or a handle has the consonants of the Arabic name: "amwajaljanoub.example". */
	heard: 1,
	/** An address has its letters before the "@", as the author's has. */
	mailbox: -1,
	/** An address or a handle of the page has another name's letters. */
	elsewhere: -1,
	/** It has a number in it: a price, a year, a channel. */
	number: -1,
	/** The text speaks of it, and is not told anything by it. */
	spokenOf: 0,
	/** No other name of the page has a word of the trade, or is listed; how many have, in thirds, up to 1. */
	lone: 1,
	rivals: -1,
	/** It stands right above the headline. */
	kicker: -1,
	/** It is a part of the headline, and not before or behind a mark in it. */
	inTitle: -1,
	/** It stands only among other headlines, in captions and where the text says where it is from. */
	aside: -1,
	/** It stands only in lines that say who wrote or helped. */
	authored: 0,
	/** It stands only in lines that offer something: "Older post", "Send us your news". */
	offered: -1,
	/** Within some words of it stands what the page offers, how it is reached, what it is and answers for, who may print its text, who works for it. */
	besideOffer: 0,
	besideContact: 0,
	besideStanding: 0,
	besideReuse: 0,
	besideCrew: 0,
	/** In how many of the places that name publishers it stands; in how many parts of the page. In thirds, up to 1. */
	places: 1,
	zones: 1,
	/** A longer name has it in it; it has a shorter one in it. */
	within: 0,
	holds: 0,
} as const;

export type NameSignal = keyof typeof signals | NamePlace;
export type NameEvidence = Partial<Record<NameSignal, number>>;

const sideOfPlaces = Object.entries(namePlaces).map(([place, { worth }]) => [
	place,
	Math.sign(worth),
]);

/** On which side of 0 the weight of each signal stays. */
export const nameSignals = {
	...(Object.fromEntries(sideOfPlaces) as Record<NamePlace, 0 | 1>),
	...signals,
};
