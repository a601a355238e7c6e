import { casual, type ParsedComponents } from "chrono-node";
import { dayRange } from "../../src/domain/dates.ts";
import type { DateFinder } from "../../src/language/dates/index.ts";
import type { DateCase } from "./cases.ts";
import type { Reading } from "./verdict.ts";

/** What this project finds in the text of a case. */
export function ownReadings(
	finder: DateFinder,
	{ text, ref }: DateCase,
	weekStart?: number,
): Reading[] {
	const published = { value: ref, precision: "day", basis: "given" } as const;
	const week = weekStart === undefined ? {} : { weekStart };
	return finder.find(text, { published, ...week }).flatMap(({ start, end, value }) => {
		const days = value === null ? null : dayRange(value);
		return days ? [{ start, end, days }] : [];
	});
}

/** What chrono-node finds there, as exactly as it says it knows it. It reads no Arabic. */
export function chronoReadings({ text, ref }: DateCase): Reading[] {
	const results = casual.parse(text, { instant: new Date(`${ref}T12:00:00Z`), timezone: "UTC" });
	return results.flatMap(({ index, text: expression, start, end }) => {
		const first = dayRange(isoOf(start));
		const last = end ? dayRange(isoOf(end)) : first;
		if (!first || !last || first.from > last.to) return [];
		const days = { from: first.from, to: last.to };
		return [{ start: index, end: index + expression.length, days }];
	});
}

function isoOf(at: ParsedComponents): string {
	const year = String(at.get("year")).padStart(4, "0");
	const month = String(at.get("month")).padStart(2, "0");
	if (!at.isCertain("day") && !at.isCertain("weekday"))
		return at.isCertain("month") ? `${year}-${month}` : year;
	return `${year}-${month}-${String(at.get("day")).padStart(2, "0")}`;
}
