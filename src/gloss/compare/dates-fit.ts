import type { Quantities } from "../quantities.ts";

/** Whether two texts may name the same days, months and years. */
export function datesFit(a: Quantities, b: Quantities): boolean {
	return (
		calendarsFit(a, b) &&
		weekdaysFit(a, b) &&
		// Which of these are written at all differs between good translations.
		offsetsFit(a, b) &&
		canBeSame(a.spans, b.spans) &&
		canBeSame(a.parts, b.parts) &&
		periodsFit(a.periods, b.periods)
	);
}

/** A day, a month or a year that only one text has, where the other has no rival of it, may be told in other words. */
function calendarsFit(a: Quantities, b: Quantities): boolean {
	const [onlyA, onlyB] = [onlyIn(a, b), onlyIn(b, a)];
	if (![...onlyA, ...onlyB].length) return true;
	const sorts = (all: readonly string[]) => new Set(all.map((part) => part.split(" ")[0]));
	const others = sorts(onlyB);
	if ([...sorts(onlyA)].some((sort) => others.has(sort))) return false;
	return (
		onlyA.every((part) => isToldOtherwise(part, b)) &&
		onlyB.every((part) => isToldOtherwise(part, a))
	);
}

function onlyIn({ calendar }: Quantities, other: Quantities): string[] {
	return [...calendar].filter((part) => !other.calendar.has(part));
}

/** From this day on a month is at its end. */
const lastDays = 28;

function isToldOtherwise(
	part: string,
	{ perhapsMonths, hasMonthWord, parts, amounts }: Quantities,
): boolean {
	const [sort, number] = part.split(" ");
	const value = Number(number);
	if (sort === "year") return amounts.all.some((amount) => amount.value === value);
	if (sort === "month") return hasMonthWord || perhapsMonths.has(value);
	if (sort !== "day") return false;
	return (value === 1 && parts.has(0)) || (value >= lastDays && parts.has(1));
}

/** A day that one tells by its distance the other may name; today goes without saying. */
function offsetsFit(a: Quantities, b: Quantities): boolean {
	if (areSame(farOf(a), farOf(b))) return true;
	const isNamed = ({ weekdays, hasDate }: Quantities) => weekdays.size > 0 || hasDate;
	if (a.offsets.size > 0 && b.offsets.size > 0) return false;
	return (farOf(a).size === 0 || isNamed(b)) && (farOf(b).size === 0 || isNamed(a));
}

function farOf({ offsets }: Quantities): Set<number> {
	return new Set([...offsets].filter((offset) => offset !== 0));
}

/** Of the same length; another length may be told of the same thing. */
function periodsFit(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const lengthOf = (period: string) => period.split(" ")[0];
	const lengths = new Set([...b].map(lengthOf));
	const shared = [...a].filter((period) => lengths.has(lengthOf(period)));
	return shared.length === 0 || shared.some((period) => b.has(period));
}

function weekdaysFit(a: Quantities, b: Quantities): boolean {
	if (areSame(a.weekdays, b.weekdays)) return true;
	const isTold = a.hasDate && b.hasDate;
	return isTold && (a.weekdays.size === 0 || b.weekdays.size === 0);
}

function areSame<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}

/** The same, or one of them leaves it unsaid. */
function canBeSame<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
	return one.size === 0 || other.size === 0 || areSame(one, other);
}
