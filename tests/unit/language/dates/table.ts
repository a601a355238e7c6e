import { expect, it } from "vitest";
import type { PublishedDate } from "../../../../src/domain/dates.ts";
import { finder } from "./date-data.ts";

/** Line, the article's day, and every date of the line as `expression = value precision basis`. */
export type Row = [line: string, published: string | null, ...dates: string[]];

export function day(value: string | null): PublishedDate {
	if (value === null) return { value: null, precision: "unknown", basis: "unknown" };
	const precision = value.length === 10 ? "day" : value.length === 7 ? "month" : "year";
	return { value, precision, basis: "given" };
}

export function datesOf(line: string, published: string | null): string[] {
	return finder
		.find(line, { published: day(published) })
		.map((d) => `${d.expression} = ${d.value} ${d.precision} ${d.basis}`);
}

export function table(rows: Row[]): void {
	it.each(rows)("%s (%s)", (line, published, ...dates) => {
		expect(datesOf(line, published)).toEqual(dates);
	});
}
