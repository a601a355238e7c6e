import type { StatedDate } from "../../domain/dates.ts";

/** The first paragraphs name the day of the story, if any do. */
export const leadPassages = 3;
/** A day named there that lies further back is history. */
const storyDays = 3;

/**
 * The day (or month) that an article's story is of: the first day of `lead` that is the article's own
 * or just before, else the article's own; null where that is not known to the month. `lead`: the
 * dates of its first paragraphs, in their order.
 */
export function storyDay(
	lead: Iterable<Pick<StatedDate, "value" | "precision">>,
	published: Pick<StatedDate, "value" | "precision"> | null,
): StatedDate | null {
	const { value, precision } = published ?? { value: null, precision: "day" };
	if (value === null) return null;
	if (precision !== "day")
		return precision === "month" ? { value, precision, basis: "derived" } : null;
	for (const named of lead) {
		if (named.value === null || named.precision !== "day") continue;
		const days = (Date.parse(value) - Date.parse(named.value)) / 86_400_000;
		if (days >= 0 && days <= storyDays)
			return { value: named.value, precision: "day", basis: "derived" };
	}
	return { value, precision, basis: "derived" };
}
