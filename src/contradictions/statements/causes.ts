import type { Marked } from "./marks.ts";
import type { Term } from "./terms.ts";

/** The words before and behind a sign of cause. */
export type Cause = { effect: readonly Term[]; reason: readonly Term[] };

/** Who did it and no other, and what was done: it was she who called. */
export type Doer = { who: readonly Term[]; did: readonly Term[] };

export function causeIn(terms: readonly Term[], marks: readonly Marked[]): Cause | undefined {
	const mark = marks.find((m) => m.mark === "causes");
	if (!mark) return undefined;
	const effect = terms.filter(({ at }) => at < mark.from);
	const reason = terms.filter(({ at }) => at >= mark.to);
	// The cause of the fire was a spark.
	return effect.length > 0
		? { effect, reason }
		: { effect: reason.slice(0, 1), reason: reason.slice(1) };
}

/** Words before, and between, the signs of who did it. */
const doerReach = 8;

export function doerIn(terms: readonly Term[], marks: readonly Marked[]): Doer | undefined {
	const [open, end] = cleftIn(marks);
	if (!end) return undefined;
	const from = open?.to ?? end.from - doerReach;
	return {
		who: terms.filter(({ at }) => at >= from && at < end.from),
		did: terms.filter(({ at }) => at >= end.to && at < end.to + doerReach),
	};
}

function cleftIn(marks: readonly Marked[]): [Marked | undefined, Marked | undefined] {
	const cleft = marks.find(({ mark }) => mark === "clefts");
	if (cleft) return [undefined, cleft];
	const open = marks.find(({ mark }) => mark === "cleftOpens");
	const isNear = ({ mark, from }: Marked) =>
		open !== undefined && mark === "relatives" && from > open.to && from <= open.to + doerReach;
	return [open, marks.find(isNear)];
}
