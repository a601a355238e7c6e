import type { Citation, ClaimItem, Correction, EarlierWords } from "../../../src/domain/answer.ts";
import { dayText } from "../../../src/domain/day-text.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { ArticleStanding } from "../../../src/domain/notice.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { inLine } from "../clean.ts";
import { dateText } from "../dates.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { quoteLine } from "./cited-lines.ts";

/** How the place of a citation is told: in full, or as short as the page allows. */
export type PlaceOf = (citation: Citation) => BlockLine;

type Past = {
	standing?: ArticleStanding | undefined;
	corrections?: readonly Correction[] | undefined;
	earlier?: EarlierWords | undefined;
};

/** What became of an article, beside what is cited of it: each with the words of whoever says so. */
export function pastLines(
	{ standing, corrections = [], earlier }: Past,
	language: Language,
	say: Say,
	placeOf: PlaceOf,
): BlockLine[] {
	return [
		...(standing ? standingLines(standing, language, say) : []),
		...corrections.flatMap((correction) => correctionLines(correction, language, say, placeOf)),
		...(earlier ? earlierLines(earlier, language, say, placeOf) : []),
	];
}

export function standingText(
	{ kind, day, basis }: ArticleStanding,
	language: Language,
	say: Say,
): string {
	const isNoticed = kind === "withdrawn" && basis === "noticed";
	return say(language, isNoticed ? "standing.withdrawn_noticed" : `standing.${kind}`, {
		date: dayText(day, language),
	});
}

function standingLines(standing: ArticleStanding, language: Language, say: Say): BlockLine[] {
	const { notice } = standing;
	const label = plain("counter", standingText(standing, language, say), language);
	if (!notice) return [label];
	return [label, quoteLine({ quote: notice.quote, rendering: "verbatim" }, 1)];
}

function correctionLines(
	{ scope, quote, citation, old, new: right, day }: Correction,
	language: Language,
	say: Say,
	placeOf: PlaceOf,
): BlockLine[] {
	const parts = [
		day.value === null
			? say(language, `correction.${scope}`)
			: say(language, `correction.${scope}_on`, { date: dateText(day, language, say) }),
		right === null ? "" : say(language, "correction.new", { value: inLine(right, language) }),
		old === null ? "" : say(language, "correction.old", { value: inLine(old, language) }),
	];
	return [
		plain("counter", parts.filter(Boolean).join(" "), language),
		quoteLine({ quote, rendering: "verbatim" }, 1),
		placeOf(citation),
	];
}

function earlierLines(
	{ quote, until, citation }: EarlierWords,
	language: Language,
	say: Say,
	placeOf: PlaceOf,
): BlockLine[] {
	const date = dayText(until, language);
	return [
		plain("counter", say(language, "earlier.until", { date }), language),
		quoteLine({ quote, rendering: "verbatim" }, 1),
		placeOf(citation),
	];
}

/** What the source says in the place of a statement that it makes no more. */
export function nowLines(
	now: NonNullable<ClaimItem["now"]>,
	language: Language,
	say: Say,
	placeOf: PlaceOf,
): BlockLine[] {
	return [
		plain("counter", say(language, "gone.now"), language),
		quoteLine(now, 1),
		placeOf(now.citation),
	];
}
