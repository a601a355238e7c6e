/** The passages of one segment that hold a term, in the order of their numbers. */
export type TermList = {
	passages: Uint16Array;
	/** How often; 255 means that it stands in `many`. */
	times: Uint8Array;
	/** The list is what stands from here, and up to there. */
	from: number;
	to: number;
	/** By place in `times`. */
	many: ReadonlyMap<number, number>;
};

/** Times from here on have no room in a byte. */
export const manyTimes = 255;

export function timesAt({ times, many }: TermList, at: number): number {
	const found = times[at] ?? 0;
	return found === manyTimes ? (many.get(at) ?? found) : found;
}

/** Passages that hold all the terms of these lists, and how often the rarest of them. */
export function together(lists: readonly TermList[]): TermList {
	const [first, ...others] = lists.toSorted((a, b) => a.to - a.from - (b.to - b.from));
	if (!first) return { ...none };
	let both = first;
	for (const list of others) both = inBoth(both, list);
	return both;
}

const none: TermList = {
	...{ passages: new Uint16Array(0), times: new Uint8Array(0), from: 0, to: 0, many: new Map() },
};

/** `few` is the shorter list: each of its passages is looked for in the other. */
function inBoth(few: TermList, list: TermList): TermList {
	const most = few.to - few.from;
	const out = { passages: new Uint16Array(most), times: new Uint8Array(most), from: 0, to: 0 };
	const many = new Map<number, number>();
	let at = list.from;
	for (let n = few.from; n < few.to && at < list.to; n++) {
		const passage = few.passages[n] ?? 0;
		at = firstFrom(list, at, passage);
		if (at >= list.to || list.passages[at] !== passage) continue;
		const times = Math.min(timesAt(few, n), timesAt(list, at));
		if (times >= manyTimes) many.set(out.to, times);
		out.passages[out.to] = passage;
		out.times[out.to++] = Math.min(times, manyTimes);
	}
	return { ...out, many };
}

/** The first place from `at` on that holds the passage or a later one: by steps that double, then by halves. */
function firstFrom({ passages, to }: TermList, at: number, passage: number): number {
	let step = 1;
	let low = at;
	let high = at;
	while (high < to && (passages[high] ?? 0) < passage) {
		low = high + 1;
		high += step;
		step *= 2;
	}
	high = Math.min(high, to);
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((passages[middle] ?? 0) < passage) low = middle + 1;
		else high = middle;
	}
	return low;
}
