import { plain } from "./amount-line.ts";
import type { Amount } from "./amount-words.ts";
import type { Amounts } from "./read-amounts.ts";

/** Months and years are told in rounded days, shares in rounded percent. */
const near = 0.03;
const exact = 0.0005;

/** Whether two texts can tell of the same amounts, each in the words and the measures of its language. */
export function areSameAmounts(a: Amounts, b: Amounts): boolean {
	return (
		areIn(a, b) &&
		areIn(b, a) &&
		// What one has in the form of a noun the other may write out, but not as another one.
		!areOthers(a.order, b.order) &&
		!areOthers(a.shares, b.shares) &&
		!areOthers(a.times, b.times)
	);
}

function areIn({ all }: Amounts, other: Amounts): boolean {
	const { small, order, shares, times, may } = other;
	const told = [...other.all, ...may, ...[...small, ...order, ...shares, ...times].map(plain)];
	return all.every((one) =>
		[one, ...(one.or ?? []).map(plain)].some((way) => told.some((each) => isSame(way, each))),
	);
}

function isSame(one: Amount, other: Amount): boolean {
	if (one.measure && other.measure) {
		if (one.measure.of !== other.measure.of) return false;
		return isNear(one.value * one.measure.one, other.value * other.measure.one, near);
	}
	return isNear(one.value, other.value, one.value < 1 ? near : exact);
}

function isNear(a: number, b: number, by: number): boolean {
	return Math.abs(a - b) <= by * Math.max(a, b);
}

function areOthers(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
	return (
		a.size > 0 &&
		b.size > 0 &&
		![...a].some((value) => [...b].some((other) => isNear(value, other, near)))
	);
}
