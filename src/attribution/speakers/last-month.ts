import type { StatedDate } from "../../domain/dates.ts";
import type { DatedSpan } from "./said-on.ts";

const month = /^(\d{4})-(\d{2})$/u;

/**
 * "Said in June" in an article of March: a month without a year in which something was said is never ahead of the article, so
 * it is the last one. Undefined where a month with its year is ahead: nothing was said in it.
 */
export function lastMonth(
	date: DatedSpan,
	text: string,
	{ value }: Pick<StatedDate, "value">,
): DatedSpan | undefined {
	const [, year = "", number = ""] = month.exec(date.value ?? "") ?? [];
	const published = value?.slice(0, "YYYY-MM".length) ?? "";
	if (!year || !month.test(published) || `${year}-${number}` <= published) return date;
	if (/\p{N}{4}/u.test(text.slice(date.start, date.end))) return undefined;
	const same = Number(published.slice(0, 4));
	const last = `${same}-${number}` < published ? same : same - 1;
	return { ...date, value: `${last}-${number}` };
}
