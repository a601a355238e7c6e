import type { Claim } from "../../domain/article.ts";
import type { Cause, Doer } from "./causes.ts";
import type { Mark, Marked } from "./marks.ts";
import type { Quantity } from "./quantities.ts";
import type { State } from "./states.ts";
import type { Term } from "./terms.ts";

/** A claim with what it says, made comparable. */
export type Statement = {
	claim: Claim;
	/** Its place among the article's passages, and among its claims. */
	passage: number;
	order: number;
	/** Telling words of the claim. */
	terms: readonly Term[];
	/** Those of its sentence beside it. */
	around: readonly Term[];
	/** Those of its paragraph, and of the one before. */
	paragraph: readonly Term[];
	previous: readonly Term[];
	marks: ReadonlySet<Mark>;
	marked: readonly Marked[];
	aroundMarks: ReadonlySet<Mark>;
	quantities: readonly Quantity[];
	/** Days and months that its sentence names, as ISO intervals; not the day that it was said. */
	days: readonly string[];
	/** Those up to which it counts: until Tuesday. */
	asOf: readonly string[];
	/** Parts of a year that it names, or else its sentence. */
	periods: ReadonlySet<string>;
	/** Names of places that it gives. */
	places: readonly Term[];
	speaker: readonly Term[];
	/** It says of another's words that they are not so; the terms are those of what they are about. */
	rejects: readonly Term[] | undefined;
	/** What it rejects it names by a pronoun alone: the union denied this. */
	pointsBack: boolean;
	/** What it says to be so of a thing that may be one or the other: open, closed. */
	states: readonly State[];
	/** How much of its article's title it tells, by the weight of its words. */
	headline: number;
	/** What stands before it, or its article's title, tells that it answers somebody. */
	countered: boolean;
	titleDisputes: boolean;
	cause: Cause | undefined;
	doer: Doer | undefined;
	denies: boolean;
	/** No claim was read there: the article tells it in its own voice, or passes it on. */
	told: boolean;
};
