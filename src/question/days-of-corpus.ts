/** A date as a question writes it; `loose`: it names no year, and its value's is a guess. */
export type AskedDate = {
	start: number;
	end: number;
	value: string | null;
	loose?: "day" | "month" | "weekday" | undefined;
};

/**
 * A date without a year is of the last one that the articles tell of: "in May" of a corpus of 2024 is
 * May 2024, "on Thursday" its last Thursday. One that they do not tell of is left out.
 */
export function inTheirYear(
	dates: readonly AskedDate[],
	days: readonly string[] = [],
): AskedDate[] {
	return dates.flatMap((date) => {
		if (!date.loose || date.value === null) return [date];
		const value = lastLike(date.value, date.loose, days);
		return value === undefined ? [] : [{ ...date, value }];
	});
}

function lastLike(
	value: string,
	loose: NonNullable<AskedDate["loose"]>,
	days: readonly string[],
): string | undefined {
	if (loose === "weekday") {
		const wanted = weekdayOf(value);
		return days.findLast((day) => day.length === 10 && weekdayOf(day) === wanted);
	}
	const end = value.slice(4);
	const known = days.findLast((day) => {
		const length = Math.min(4 + end.length, day.length);
		return (
			day.length > 4 && !day.includes("/") && day.slice(4, length) === end.slice(0, length - 4)
		);
	});
	return known && known.slice(0, 4) + end;
}

function weekdayOf(day: string): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay();
}
