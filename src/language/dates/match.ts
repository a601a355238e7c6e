import type { Anchor } from "./anchor.ts";
import type { Lexicon } from "./date-words.ts";
import type { DateParts, ResolvedDate } from "./resolve.ts";
import type { Piece, Text } from "./words-of-line.ts";

export type MatchKind =
	| "date"
	| "day_word"
	| "weekday"
	| "month"
	| "year"
	| "part"
	| "quarter"
	| "half"
	| "season"
	| "period"
	| "ago"
	| "ahead"
	| "offset"
	| "coming"
	| "stretch"
	| "feast"
	| "decade"
	| "range";

/** A date expression that was recognised, with its value. */
export type Match = Piece &
	ResolvedDate & {
		kind: MatchKind;
		/** Of a calendar date, so that a range can lend one end's year to the other. */
		parts?: DateParts;
		calendar?: "gregorian" | "hijri";
		future?: boolean;
		/** Of a day word: days from the article's own. */
		offset?: number;
	};

/** What a recogniser reads from. */
export type Reader = {
	text: Text;
	lex: Lexicon;
	anchor: Anchor;
	/** 0 is Sunday, 6 Saturday. */
	weekStart: number;
	/** How 4/5/2024 is to be read; null where nothing says. */
	dayFirst: boolean | null;
	/** The last dated match before, for "a year earlier" and "a day after". */
	last: Match | null;
};

/** Tries to read one kind of expression that begins at the word. */
export type Recogniser = (reader: Reader, at: number) => Match | null;

/** The match that reaches furthest; the first of equals. */
export function furthest(...matches: (Match | null)[]): Match | null {
	let best: Match | null = null;
	for (const match of matches) {
		if (match && (best === null || match.to > best.to)) best = match;
	}
	return best;
}
