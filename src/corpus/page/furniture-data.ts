import { z } from "zod";
import { damagedData, IsnadError } from "../../domain/errors.ts";
import { foldWords, PhraseIndex, parsePhrase } from "../../language/text/phrase-index.ts";
import { isArabic } from "../../language/text/tokens.ts";

/**
 * What a piece of page furniture is; `block`, `ending` and the skips also speak for the lines after
 * them. Where two fit a line, the one that says more about the lines around it comes first.
 */
export const FurnitureRole = z.enum([
	"skipOpen",
	"captionLabel",
	"ending",
	"block",
	"caption",
	"copyright",
	"more",
	"promo",
	"chrome",
	"byline",
	"source",
	"updated",
	"published",
	"ticker",
	"skipClose",
]);

export type FurnitureRole = z.infer<typeof FurnitureRole>;

const words = z.array(z.string().min(1));

const Rule = z.strictObject({
	role: FurnitureRole,
	match: z.enum(["whole", "start", "end", "contains"]),
	/** Lines with more words are body text whatever they begin with. */
	maxWords: z.int().min(1).max(100).optional(),
	/** Only where a colon, bar, dash or the line's end follows the phrase. */
	mark: z.boolean().optional(),
	/** Only lines without a final stop: with one it is a sentence. */
	open: z.boolean().optional(),
	phrases: words.min(1),
});

/** The lists of the data file: of phrases that lines are looked through for, or of single words. */
const lists = {
	/** Who credits of pictures name, beside the agencies among the outlets. */
	photo: "phrases",
	archive: "phrases",
	/** What brackets in a caption say of where somebody stands: (left). */
	positions: "phrases",
	/** What servers, their guards and owners of domains say in the place of an article. */
	serverWords: "phrases",
	/** What the text of a picture says beside the name that is drawn on it. */
	logoWords: "words",
	/** Words that the names of programs and designs which sites are built with end in. */
	builderWords: "words",
	/** What programs that sites are built with call a site that nobody named. */
	siteBuilders: "phrases",
	/** Where pages are shared and read elsewhere; none that newspapers are called after too. */
	platformWords: "words",
	selfPromotion: "words",
	/** Words by which a text introduces somebody else's outlet: it is not the publisher's own. */
	introducers: "words",
	/** What a copyright line says beside the owner's name. */
	rightsWords: "words",
	todayWords: "phrases",
	/** Words that name a kind of publication inside its name: unknown ones are told by them. */
	outletWords: "words",
	/** Words that newspapers like to have in their names, though others have them too. */
	pressWords: "words",
	/** Words that names of sections are made of. */
	sectionWords: "words",
	/** What else menus offer, and what names of publications and headlines are made of too. */
	menuWords: "words",
	/** Of the people who make a page, and of their rooms: never in its name. */
	deskWords: "words",
	/** Of a public body's name: its pages are its own, and its press office's. */
	bodyWords: "words",
	/** What a motto below a masthead says that it is. */
	mottoWords: "words",
	/** "By", before an author's name. */
	authorWords: "words",
	/** "Lena Orr writes on Mondays". */
	authorVerbs: "words",
	/** "X staff", «فريق X», and what leads to the name: "from the X newsdesk". */
	staffWords: "words",
	staffLead: "words",
	/** "is a columnist for X": who writes, and what stands between; with a word of the past it is a life told. */
	roleWords: "words",
	roleLinks: "words",
	pastWords: "words",
	/** "X, a quarterly". */
	kindWords: "words",
	/** "X is a quarterly". */
	nameVerbs: "words",
	/** Without a capital in a name. */
	smallWords: "words",
	/** Before a letter's subject, or a headline that is called one. */
	subjectWords: "words",
	/** What a page says to its readers, and what a reporter seldom does. */
	readerWords: "words",
	/** Beside a page's own name: what it offers, how to reach it, what it is and answers for, who may print its text, who works for it. */
	offerWords: "words",
	contactWords: "words",
	standWords: "words",
	reuseWords: "words",
	crewWords: "words",
	/** What a page, a letter or whoever forwards one says of it, and a reporter seldom does. */
	pageWords: "words",
	/** Between the capitals of a name: "Tide and Times". */
	nameLinks: "words",
	/** Before a capital in the middle of a person's name. */
	nameParticles: "words",
	/** "This story first aired on X". */
	firstSeen: "phrases",
	/** "Please credit X", anywhere in a line. */
	citeLead: "phrases",
	/** Before a name, and behind one, that are no part of it. */
	nameLead: "words",
	nameTrail: "words",
	/** Before what a name is followed by: «… على أندرويد», «… إن المياه». */
	nameStops: "words",
	/** What a newspaper's firm has in its name behind the newspaper's own, and the forms of law among them. */
	firmWords: "words",
	legalForms: "words",
	/** "the Qarnah Post app": whose it is stands beside. */
	appWords: "words",
	/** "Follow X on", what stands before and behind whose page it is, and what is nobody's. */
	followWords: "words",
	/** «آخر أخبار»: between it and the name. */
	followLead: "words",
	followOn: "words",
	notFollowed: "words",
	/** Before an app's name. */
	appLead: "words",
	/** Before whom something was told or shown to. */
	toldTo: "phrases",
} as const;
type List = keyof typeof lists;
const listNames = Object.keys(lists) as List[];

/** `index-data/furniture.json`. Phrases are folded when read; `*` is one to twelve words, `#` a number. */
export const FurnitureData = z.strictObject({
	version: z.literal(1),
	rules: z.array(Rule).min(1),
	...(Object.fromEntries(listNames.map((name) => [name, words])) as Record<List, typeof words>),
	/** Codes of countries whose newspapers write the month before the day. */
	monthFirstCountries: z.array(z.string().length(2)),
	/** Frequent small words by language: Arabic and English, and those that pages are known by to be neither. */
	languages: z.record(z.string(), words),
});

export type FurnitureData = z.infer<typeof FurnitureData>;

export type CompiledRule = {
	role: FurnitureRole;
	match: "whole" | "start" | "end" | "contains";
	maxWords: number;
	mark: boolean;
	open: boolean;
};

export type Furniture = {
	readonly [Name in List]: (typeof lists)[Name] extends "phrases"
		? PhraseIndex<true>
		: ReadonlySet<string>;
} & {
	rules: PhraseIndex<CompiledRule>;
	/** Longest line, in words, that any rule looks at. */
	longest: number;
	monthFirstCountries: ReadonlySet<string>;
	/** Names of sections in Arabic as `evenLetters` has them, the longest first. */
	menuNames: readonly string[];
	/** As they are written, in lower case. */
	languages: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Checks and prepares the file once. Errors: `data_invalid`. */
export function compileFurniture(value: unknown): Furniture {
	const parsed = FurnitureData.safeParse(value);
	if (!parsed.success) throw damagedData("furniture.json", parsed.error);
	const data = parsed.data;
	const rules = new PhraseIndex<CompiledRule>();
	let longest = 0;
	for (const { phrases, ...rule } of data.rules) {
		const compiled = {
			role: rule.role,
			match: rule.match,
			maxWords: rule.maxWords ?? 16,
			mark: rule.mark ?? false,
			open: rule.open ?? false,
		};
		longest = Math.max(longest, compiled.maxWords);
		for (const phrase of phrases) {
			const parts = parsePhrase(phrase, foldWords);
			// A phrase of marks alone would match every line, or every number.
			if (rule.match !== "whole" && parts.every((part) => part === "*" || part === "#"))
				throw new IsnadError(
					"data_invalid",
					`index-data/furniture.json has a phrase without a word: "${phrase}". Give it one.`,
				);
			rules.add(parts, compiled);
		}
	}
	return {
		...compiledLists(data),
		rules,
		longest,
		monthFirstCountries: new Set(data.monthFirstCountries),
		menuNames: menuNames(data),
		languages: new Map(Object.entries(data.languages).map(([code, own]) => [code, new Set(own)])),
	};
}

function compiledLists(data: FurnitureData): Pick<Furniture, List> {
	const compile = { phrases: indexOf, words: setOf };
	const compiled = listNames.map((name) => [name, compile[lists[name]](data[name])]);
	return Object.fromEntries(compiled) as Pick<Furniture, List>;
}

const shortestMenuName = 3;

function menuNames(data: FurnitureData): string[] {
	const whole = data.rules.filter(({ role, match }) => role === "chrome" && match === "whole");
	const names = [...whole.flatMap(({ phrases }) => phrases), ...data.sectionWords].filter(
		(name) => isArabic(name) && name.length >= shortestMenuName,
	);
	return [...new Set(names.map(evenLetters))].sort((a, b) => b.length - a.length);
}

/** One letter for those that are written in several ways; as long as the text. */
export function evenLetters(text: string): string {
	return text.replace(/[أإآ]/gu, "ا");
}

function indexOf(phrases: string[]): PhraseIndex<true> {
	const index = new PhraseIndex<true>();
	for (const phrase of phrases) index.add(parsePhrase(phrase, foldWords), true);
	return index;
}

function setOf(phrases: string[]): ReadonlySet<string> {
	return new Set(phrases.flatMap(foldWords));
}
