import type { ClaimItem, Correction, EarlierWords } from "../../src/domain/answer.ts";
import { dayText } from "../../src/domain/day-text.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { ArticleStanding } from "../../src/domain/notice.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { placeLine, quoteLine } from "./cited-lines.ts";
import { inLine } from "./clean.ts";
import { dateText } from "./dates.ts";

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
): BlockLine[] {
	return [
		...(standing ? standingLines(standing, language, say) : []),
		...corrections.flatMap((correction) => correctionLines(correction, language, say)),
		...(earlier ? earlierLines(earlier, language, say) : []),
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
		placeLine(citation, language, say, 1),
	];
}

function earlierLines(
	{ quote, until, citation }: EarlierWords,
	language: Language,
	say: Say,
): BlockLine[] {
	const date = dayText(until, language);
	return [
		plain("counter", say(language, "earlier.until", { date }), language),
		quoteLine({ quote, rendering: "verbatim" }, 1),
		placeLine(citation, language, say, 1),
	];
}

/** What the source says in the place of a statement that it makes no more. */
export function nowLines(
	now: NonNullable<ClaimItem["now"]>,
	language: Language,
	say: Say,
): BlockLine[] {
	return [
		plain("counter", say(language, "gone.now"), language),
		quoteLine(now, 1),
		placeLine(now.citation, language, say, 1),
	];
}
