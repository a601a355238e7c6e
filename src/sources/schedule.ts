const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How often sources and pages are looked at; all in milliseconds. */
export const rhythm = {
	/** Between two looks at a source, where its feed does not ask for more. */
	look: 15 * minute,
	/** A feed that asks to be left alone is, up to this long. */
	longestRest: day,
	/** After the first failure; doubled with each one more. */
	firstRetry: 5 * minute,
	longestRetry: day,
	/** A look that takes longer is given up. */
	longestLook: 10 * minute,
	/**
	 * So long nobody else looks at a source that somebody has taken, and how often that is renewed: with
	 * the beat of the poller that comes after, the source of a process that was killed is looked at
	 * again within a minute.
	 */
	lease: 40_000,
	renewal: 10_000,
	/** After which a look begins to read no more pages. */
	longestReading: 6 * minute,
	/** A new item whose page could not be fetched is tried again after so long, while it is so young. */
	itemRetry: { until: hour, every: 5 * minute },
	/** An article's page is looked at again after so long, while it is so young; then no more. */
	checks: [
		{ until: 6 * hour, every: hour },
		{ until: 2 * day, every: 6 * hour },
		{ until: 14 * day, every: 2 * day },
	],
	/** A page that shows something else than its article is looked at again, until that is certain. */
	confirming: hour,
	/** A page that broke the reader is not tried again before, whatever its feed says of it. */
	unreadableRest: day,
	/** A page that was not there so often in a row was taken down. */
	missingLooks: 3,
} as const;

/** Looks of many sources drift apart: a tenth more or less. `random` gives 0 to 1. */
function jittered(ms: number, random: () => number): number {
	return Math.round(ms * (0.9 + 0.2 * random()));
}

/** The next look after one that went well. */
export function nextLook(now: number, restMs: number | null, random: () => number): number {
	const rest = Math.min(Math.max(restMs ?? 0, rhythm.look), rhythm.longestRest);
	return now + jittered(rest, random);
}

/** The next look after so many failures in a row; never before the server wants it. */
export function nextTry(
	now: number,
	failures: number,
	retryAfterMs: number | null,
	random: () => number,
): number {
	const doubled = rhythm.firstRetry * 2 ** Math.min(failures - 1, 20);
	const wait = jittered(Math.min(doubled, rhythm.longestRetry), random);
	return now + Math.max(wait, retryAfterMs ?? 0);
}

/** When an article's page is looked at again; null once it is old. */
export function nextCheck(now: number, firstSeenAt: number, random: () => number): number | null {
	const age = now - firstSeenAt;
	const stage = rhythm.checks.find(({ until }) => age < until);
	return stage ? now + jittered(stage.every, random) : null;
}

/** When a page that could not be fetched is tried again; null once it is old. */
export function nextItemTry(
	now: number,
	firstSeenAt: number,
	retryAfterMs: number | null,
): number | null {
	const { until, every } = rhythm.itemRetry;
	const young = now - firstSeenAt < until;
	const next = young ? now + every : nextCheck(now, firstSeenAt, () => 0.5);
	return next === null ? null : Math.max(next, now + (retryAfterMs ?? 0));
}
