/** Which side of the days that a question names is meant; the days themselves belong to two of them. */
export type Side = "before" | "until" | "since" | "after";

type Days = { from?: string | undefined; to?: string | undefined };

const dayMs = 86_400_000;

/**
 * The days that are asked for: those named, or the side of them; the other end is kept from the
 * last question where the two make sense together. All are ISO days.
 */
export function sideOfDays(
	named: { from: string; to: string },
	side: Side | undefined,
	last: Days,
): Days {
	const { from, to } = last;
	switch (side) {
		case "before":
			return until(shifted(named.from, -1), from);
		case "until":
			return until(named.to, from);
		case "since":
			return since(named.from, to);
		case "after":
			return since(shifted(named.to, 1), to);
		default:
			return named;
	}
}

function until(to: string, from: string | undefined): Days {
	return { from: from && from <= to ? from : undefined, to };
}

function since(from: string, to: string | undefined): Days {
	return { from, to: to && to >= from ? to : undefined };
}

function shifted(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
