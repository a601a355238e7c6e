/** Where a page may say which day it is of, and how much one such place is worth beside others. */
export const dayPlaces = {
	/** Meta tags and fields that mean the day of publication. */
	metadata: 4,
	/** The same of linked data (JSON-LD) about an article. */
	linked: 4,
	/** A printed date with the label "published". */
	label: 4,
	/** A date line between title and text. */
	beside: 3,
	/** An element that the markup calls the date of publication. */
	marked: 3,
	/** What a feed says. */
	feed: 3,
	/** The masthead's day less the age that stands beside the title. */
	age: 3,
	/** The day in the page's own address. */
	address: 2.5,
	/** "CAIRO, 28 July 2023 (Agency) -". */
	dateline: 2.5,
	/** A lead that says which day today is. */
	today: 2.5,
	/** A `<time>` near the title. */
	time: 2,
	/** The day at the top of the page, under the outlet's name: it may be the day it was saved. */
	masthead: 2,
	/** The lead's words agree with another candidate. */
	agreement: 1,
	/** A printed date with the label "updated". */
	updated: 2,
	/** A day and an hour and nothing else, right above the title: no page prints its clock there. */
	stamp: 2,
	/** When the page was made or changed, as its markup says. */
	changed: 1,
	/** A date above the title that nothing names. */
	bare: 1,
} as const;
export type DayPlace = keyof typeof dayPlaces;

/** What together must be reached: a wrong day is worse than none. */
export const leastWorth = 2;

/** A day that the page's markup, or whoever led to it, states; not read yet. */
export type StatedDay = { text: string; place: DayPlace };

export type DayCandidate = {
	/** ISO day. */
	day: string;
	place: DayPlace;
	/** The hour in UTC where the day is that of a stamp in UTC: the page's own day may be a neighbour. */
	utcHour?: number;
};

/**
 * The day that the candidates agree on: what each place is worth is added up by day, and the older of
 * equals is taken, because a page is changed after it was published. Null where all is worth too little.
 */
export function settleDay(candidates: readonly DayCandidate[]): string | null {
	const worth = new Map<string, Map<DayPlace, number>>();
	for (const { day, place } of inLocalDays(candidates)) {
		const places = worth.get(day) ?? new Map();
		// The same place twice is one witness.
		places.set(place, dayPlaces[place]);
		worth.set(day, places);
	}
	let best: { day: string; sum: number } | null = null;
	for (const [day, places] of worth) {
		const sum = [...places.values()].reduce((a, b) => a + b, 0);
		if (!best || sum > best.sum || (sum === best.sum && day < best.day)) best = { day, sum };
	}
	return best && best.sum >= leastWorth ? best.day : null;
}

const dayMs = 86_400_000;

/** Places whose day may be that of saving or of a change, and says nothing of a stamp's local day. */
const notLocal: ReadonlySet<DayPlace> = new Set(["bare", "masthead", "changed", "updated"]);

/** A stamp in UTC late in the evening is of the next day where the page prints that one, and so on. */
function inLocalDays(candidates: readonly DayCandidate[]): DayCandidate[] {
	const own = candidates.filter(
		({ place, utcHour }) => utcHour === undefined && !notLocal.has(place),
	);
	const local = new Set(own.map(({ day }) => day));
	return candidates.map((one) => {
		if (one.utcHour === undefined || local.has(one.day)) return one;
		// No zone is more than 14 hours ahead or 12 behind.
		const step = one.utcHour >= 10 ? dayMs : -dayMs;
		const day = new Date(Date.parse(one.day) + step).toISOString().slice(0, 10);
		return local.has(day) ? { ...one, day } : one;
	});
}
