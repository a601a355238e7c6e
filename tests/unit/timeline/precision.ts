import type { Precision } from "../../../src/domain/dates.ts";

/** How exactly a day is known by the length of its text: 2024-05-03, 2024-05, 2024, or two of them. */
export function precisionOf(value: string | null): Precision {
	if (value === null) return "unknown";
	if (value.includes("/")) return "interval";
	if (value.length === 10) return "day";
	return value.length === 7 ? "month" : "year";
}
