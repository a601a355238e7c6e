import { dayRange } from "../../domain/dates.ts";
import type { PassageHit } from "../../domain/passage-search.ts";
import { tokens } from "../../language/text/tokens.ts";
import { isYear } from "../../question/bare-years.ts";
import { questionTypes } from "../../question/question-types.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { movedHits } from "../evidence/order/moved-hits.ts";
import { holdsAll } from "../evidence/term-words.ts";
import { textOf } from "../items/cite.ts";
import { daysOf, inDays } from "./filters.ts";
import type { Findings } from "./find-passages.ts";
import { thresholds } from "./thresholds.ts";
import { askedYear } from "./years.ts";

/**
 * The best hits again, by the days that a question asks for: the newest first where it asks for the
 * latest, and of several that count the same; what is of other years behind what is of the asked one. The
 * others keep their places.
 */
export function orderByDays(findings: Findings): Findings {
	const { hits, reading, searched } = findings;
	const best = hits[0];
	if (!searched || !best) return findings;
	// Whose own words are asked for is not told what others say of him.
	const isHis = (hit: PassageHit) => findings.evidence?.get(hit)?.unsaid !== 1;
	const strong = hits.filter(
		(hit) =>
			hit.score >= best.score * thresholds.weak &&
			hit.coverage >= best.coverage * thresholds.named &&
			(isHis(hit) || !isHis(best)),
	);
	const asked = reading.latest ? null : askedYear(reading.filters);
	if (!reading.latest && !asked) return newestCount(findings, strong);
	const keyOf = reading.latest
		? ({ article }: PassageHit) => -newestDay(article.published.value)
		: (hit: PassageHit) => Number(isOfOtherYear(hit, asked ?? "", findings));
	const keys = new Map(strong.map((hit) => [hit, keyOf(hit)]));
	const sorted = strong.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
	const moved = new Set(strong);
	return inOrder(findings, [...sorted, ...hits.filter((hit) => !moved.has(hit))]);
}

/** What counts the same as the best hit does holds no less of the question, but for so much. */
const sameCount = 0.75;

/** Where a number is asked for, and the best hit gives one, the newest article that counts the same leads. */
function newestCount(findings: Findings, strong: readonly PassageHit[]): Findings {
	const { hits, reading, evidence } = findings;
	const best = hits[0];
	const own = best && evidence?.get(best);
	const isCounting = (each: Evidence | undefined) =>
		each !== undefined && each.filled > 0 && each.uncounted === 0 && each.otherDeed < 1;
	if (questionTypes[reading.type].wants !== "number" || !best || !own || !isCounting(own))
		return findings;
	const same = strong.filter((hit) => {
		const its = evidence?.get(hit);
		return (
			its && isCounting(its) && its.together >= own.together * sameCount && holdsAll(hit, best)
		);
	});
	const newest = same.reduce((one, other) =>
		newestDay(other.article.published.value) > newestDay(one.article.published.value) ? other : one,
	);
	if (newest.article === best.article || isSameFigure(newest, best, findings)) return findings;
	return inOrder(findings, [newest, ...hits.filter((hit) => hit !== newest)]);
}

/** The newer article only tells the older one's figure again. */
function isSameFigure(one: PassageHit, other: PassageHit, { library }: Findings): boolean {
	const values = new Set(library.figures(one).map(({ value }) => value));
	return library.figures(other).some(({ value }) => value !== null && values.has(value));
}

/** The hits in a new order, with the scores of their places. */
function inOrder(findings: Findings, order: readonly PassageHit[]): Findings {
	const scores = findings.hits.map(({ score }) => score).sort((a, b) => b - a);
	return movedHits(findings, order, (hit, n) => scores[n] ?? hit.score);
}

/** The last day of a date, in days; long ago where it is not known. */
function newestDay(value: string | null): number {
	const last = value === null ? undefined : dayRange(value)?.to;
	return last ? Date.parse(last) / 86_400_000 : 0;
}

/** It prints other years alone, or, where it prints none, what is said or done in it is of other ones. */
function isOfOtherYear(
	hit: PassageHit,
	year: string,
	{ library, reading: { language } }: Findings,
): boolean {
	const printed = tokens(textOf(hit, language)).flatMap(({ text }) => (isYear(text) ? [text] : []));
	if (printed.length > 0) return !printed.includes(year);
	const days: (string | null)[] = [
		...library.claims(hit).map(({ claim }) => claim.saidOn.value),
		...library.events(hit).map(({ event }) => event.date.value),
	];
	const asked = daysOf({ from: year, to: year });
	return days.some((day) => day !== null) && !days.some((day) => inDays(day, asked));
}
