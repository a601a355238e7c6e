import { type PublishedDate, unknownPublished } from "../../domain/dates.ts";
import { dayNumber, isoDay } from "./calendar.ts";
import type { DateFinder } from "./find-dates.ts";

/**
 * The article's day where its own words fix it: "today, Thursday 27 July 2023" or "yesterday, 26 July
 * 2023". Anything less stays unknown, and so does a text whose day words contradict each other:
 * a wrong anchor would move every relative date.
 */
export function inferPublished(lines: readonly string[], finder: DateFinder): PublishedDate {
	const days = new Set<string>();
	for (const line of lines) {
		for (const found of finder.find(line, { published: unknownPublished })) {
			if (found.offset === undefined || found.basis !== "printed" || found.value === null) continue;
			const [year = 0, month = 1, day = 1] = found.value.split("-").map(Number);
			if (found.precision === "day") days.add(isoDay(dayNumber(year, month, day) - found.offset));
		}
	}
	const [only] = days;
	if (days.size !== 1 || only === undefined) return unknownPublished;
	return { value: only, precision: "day", basis: "inferred" };
}
