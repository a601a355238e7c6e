import { Temporal } from "temporal-polyfill";
import type { Delivery } from "../domain/delivery-ledger.ts";
import type { Subscription, Weekday } from "../domain/digest.ts";

/** When a subscription wants its digest. */
export type Schedule = Pick<Subscription, "at" | "zone" | "days" | "from">;
/** What the ledger has: a day, and the first of those that it made up for. */
export type Told = Pick<Delivery, "day" | "missedFrom">;
export type DueDay = { day: string; due: number; missedFrom: string | null; missed: number };

const week: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** Days that a digest makes up for at most; what was new on earlier ones is in it all the same. */
const mostMissed = 31;
const dayMs = 86_400_000;
/** No time to look again lies further ahead, so that a clock put right is noticed within a day. */
export const farthestMs: number = dayMs + 3_600_000;

/** The local day at an instant, ISO. */
export function localDay(now: number, zone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(now)
		.toZonedDateTimeISO(zone)
		.toPlainDate()
		.toString();
}

/**
 * The instant of a local time on a local day, in milliseconds since the epoch. A time that the clock
 * jumps over is as much later as it jumps, one that comes twice is its first: Temporal's `compatible`.
 * Null for a day that the zone left out, such as 30 December 2011 in Apia.
 */
export function dueAt(day: string, at: string, zone: string): number | null {
	const date = Temporal.PlainDate.from(day);
	const begins = date.toZonedDateTime(zone);
	if (!begins.toPlainDate().equals(date)) return null;
	return date.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds;
}

/**
 * The day that is due now: the latest that the ledger does not have, with the earlier ones that it
 * makes up for. It goes by days, never by instants, so that whatever the clock does a day is due once.
 */
export function dueDay(schedule: Schedule, told: readonly Told[], now: number): DueDay | null {
	const due = openDays(schedule, told, now)
		.map((day) => ({ day, due: dueAt(day, schedule.at, schedule.zone) }))
		.filter((each): each is { day: string; due: number } => each.due !== null && each.due <= now);
	const last = due.at(-1);
	const first = due[0];
	if (!last || !first) return null;
	return { ...last, missedFrom: first === last ? null : first.day, missed: due.length - 1 };
}

/** When to look again, in milliseconds since the epoch: after `now`, at most `farthestMs` ahead. */
export function nextDue(schedule: Schedule, told: readonly Told[], now: number): number {
	for (const day of openDays(schedule, told, now)) {
		const due = dueAt(day, schedule.at, schedule.zone);
		if (due !== null && due > now) return Math.min(due, now + farthestMs);
	}
	return now + dayMs;
}

/** The first day whose time is still to come; null where none is in the next two weeks. */
export function nextDay(schedule: Schedule, now: number): { day: string; due: number } | null {
	let day = localDay(now, schedule.zone);
	for (let ahead = 0; ahead <= 14; ahead++, day = addDays(day, 1)) {
		if (day < schedule.from || !schedule.days.includes(weekday(day))) continue;
		const due = dueAt(day, schedule.at, schedule.zone);
		if (due !== null && due > now) return { day, due };
	}
	return null;
}

/** The first day that a schedule made at `now` may be due on. */
export function firstDay({ at, zone }: Pick<Schedule, "at" | "zone">, now: number): string {
	const today = localDay(now, zone);
	const due = dueAt(today, at, zone);
	return due !== null && due > now ? today : addDays(today, 1);
}

export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * Chosen days that the ledger does not have, up to tomorrow: a time that the clock jumps over may
 * fall on the day after its own.
 */
function openDays(schedule: Schedule, told: readonly Told[], now: number): string[] {
	const today = localDay(now, schedule.zone);
	const tomorrow = addDays(today, 1);
	// Days further ahead were told by a clock that has been put right since.
	const last = told.reduce((max, { day }) => (day <= tomorrow && day > max ? day : max), "");
	const ahead = told.filter(({ day }) => day > tomorrow);
	const from = [schedule.from, last && addDays(last, 1), addDays(today, 1 - mostMissed)]
		.sort()
		.at(-1);
	const out: string[] = [];
	const end = addDays(tomorrow, 1);
	for (let day = from ?? today; day <= end; day = addDays(day, 1)) {
		if (!schedule.days.includes(weekday(day))) continue;
		if (ahead.some((row) => (row.missedFrom ?? row.day) <= day)) continue;
		out.push(day);
	}
	return out;
}

export function weekday(day: string): Weekday {
	return week[new Date(day).getUTCDay()] ?? "sun";
}
