import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
	addDays,
	dueAt,
	dueDay,
	firstDay,
	localDay,
	nextDue,
	type Schedule,
	type Told,
	weekday,
} from "../../../src/digest/local-days.ts";
import { everyDay } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;
const zones = Intl.supportedValuesOf("timeZone");
const [begin, end] = [Date.UTC(2016, 0, 1), Date.UTC(2026, 0, 1)];

type Delivered = { day: string; at: number };

/** What a process delivers that looks when it is time to, up to `lateMs` late. */
function deliver(schedule: Schedule, from: number, to: number, lateMs = 0): Delivered[] {
	const told: Told[] = [];
	const out: Delivered[] = [];
	for (let now = from; now < to; now = nextDue(schedule, told, now) + lateMs) {
		const due = dueDay(schedule, told, now);
		if (!due) continue;
		expect(due.missed).toBe(0);
		told.push(due);
		out.push({ day: due.day, at: due.due });
	}
	return out;
}

/** Local days that people in the zone lived through, whole ones, as a clock on the wall shows them. */
function daysLived(zone: string, from: number, to: number): string[] {
	const days = new Set<string>();
	for (let at = from; at < to; at += 3 * hour) days.add(localDay(at, zone));
	return [...days].sort().slice(1, -1);
}

function expectOneEach(
	{ zone, around }: { zone: string; around: number },
	times: readonly { at: string; lateMs: number }[],
): void {
	const [from, to] = [around - 1.5 * day, around + 1.5 * day];
	const lived = daysLived(zone, from, to);
	for (const { at, lateMs } of times) expectOne(zone, at, lived, [from, to], lateMs);
}

function expectOne(
	zone: string,
	at: string,
	lived: string[],
	[from, to]: [number, number],
	lateMs: number,
): void {
	const schedule = { at, zone, days: everyDay, from: lived[0] ?? "" };
	const delivered = deliver(schedule, from, to + day, lateMs);
	const days = delivered.map((each) => each.day);
	expect(days.filter((each) => lived.includes(each))).toEqual(lived);
	for (const { day: of, at: instant } of delivered) {
		const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
		const time = local.toPlainTime().toString({ smallestUnit: "minute" });
		const asChosen = time === at && local.toPlainDate().toString() === of;
		if (!asChosen) expect(isSkipped(of, at, zone)).toBe(true);
	}
}

/** Whether no clock in the zone shows the time on that day. */
function isSkipped(of: string, at: string, zone: string): boolean {
	const wall = Temporal.PlainDateTime.from(`${of}T${at}`);
	return !wall.toZonedDateTime(zone).toPlainDateTime().equals(wall);
}

type Change = { zone: string; at: number; before: string; after: string };

/** Every change of a clock in ten years, once where several zones share it. */
function changes(): Change[] {
	const seen = new Map<string, Change>();
	for (const zone of zones) {
		let at = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone);
		for (;;) {
			const next = at.getTimeZoneTransition("next");
			if (!next || next.epochMilliseconds >= end) break;
			const before = next.subtract({ milliseconds: 1 });
			const change = {
				zone,
				at: next.epochMilliseconds,
				before: before.toPlainTime().toString({ smallestUnit: "minute" }),
				after: next.toPlainTime().toString({ smallestUnit: "minute" }),
			};
			seen.set(`${change.at} ${before.offset} ${next.offset}`, change);
			at = next;
		}
	}
	return [...seen.values()];
}

describe("every zone of the world, ten years", () => {
	it("delivers each local day once around every change of the clock, at whatever time is chosen", () => {
		const all = changes();
		expect(all.length).toBeGreaterThan(300);
		for (const [n, { zone, at, before, after }] of all.entries()) {
			// In what is jumped over or lived twice, at its edges, and at an ordinary time in turn.
			const between = minutes((minutesOf(before) + minutesOf(after) + 1_440) >> 1);
			const times = [before, after, between, "00:00", "23:59", "07:30"];
			expectOneEach({ zone, around: at }, [
				{ at: times[n % times.length] ?? after, lateMs: 0 },
				{ at: times[(n + 3) % times.length] ?? before, lateMs: (n % 4) * 20 * 60_000 },
			]);
		}
	});

	it("delivers each local day once on ordinary days", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: begin, max: end }),
				fc.nat(1_439),
				fc.nat(zones.length - 1),
				fc.nat(2 * hour),
				(around, time, zone, lateMs) =>
					expectOneEach({ zone: zones[zone] ?? "UTC", around }, [{ at: minutes(time), lateMs }]),
			),
			{ numRuns: 300 },
		);
	});
});

function minutes(of: number): string {
	const time = of % 1_440;
	return `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;
}

function minutesOf(time: string): number {
	const [hours = 0, minute = 0] = time.split(":").map(Number);
	return hours * 60 + minute;
}

describe("times of a day", () => {
	const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

	it("are an hour later where the clock jumps over them, and the first where they come twice", () => {
		expect(iso(dueAt("2024-03-31", "02:30", "Europe/Berlin"))).toBe("2024-03-31T01:30:00.000Z");
		expect(iso(dueAt("2024-10-27", "02:30", "Europe/Berlin"))).toBe("2024-10-27T00:30:00.000Z");
	});

	it("belong to their day though the clock carries them into the next one", () => {
		expect(iso(dueAt("2024-03-30", "23:30", "America/Nuuk"))).toBe("2024-03-31T01:30:00.000Z");
		expect(localDay(Date.parse("2024-03-31T01:30:00Z"), "America/Nuuk")).toBe("2024-03-31");
	});

	it("are none on a day that a zone left out", () => {
		expect(dueAt("2011-12-30", "07:30", "Pacific/Apia")).toBeNull();
		const schedule = { at: "07:30", zone: "Pacific/Apia", days: everyDay, from: "2011-12-28" };
		const days = deliver(schedule, Date.UTC(2011, 11, 27), Date.UTC(2012, 0, 2));
		expect(days.map((each) => each.day.slice(5))).toEqual([
			"12-28",
			"12-29",
			"12-31",
			"01-01",
			"01-02",
		]);
	});
});

describe("what is due", () => {
	const schedule = {
		at: "07:30",
		zone: "UTC",
		days: everyDay,
		from: "2024-05-01",
	} satisfies Schedule;
	const at = (text: string) => Date.parse(`${text}Z`);
	const told = (...days: string[]): Told[] => days.map((each) => ({ day: each, missedFrom: null }));

	it("is nothing before its time, and nothing twice", () => {
		const before = told("2024-05-05");
		expect(dueDay(schedule, before, at("2024-05-06T07:29:59"))).toBeNull();
		expect(dueDay(schedule, before, at("2024-05-06T07:30:00"))).toEqual({
			day: "2024-05-06",
			due: at("2024-05-06T07:30:00"),
			missedFrom: null,
			missed: 0,
		});
		expect(dueDay(schedule, told("2024-05-06"), at("2024-05-06T23:00:00"))).toBeNull();
	});

	it("is one day for all that were missed, the chosen ones counted", () => {
		const now = at("2024-05-10T12:00:00");
		const due = dueDay({ ...schedule, days: ["mon", "wed", "fri"] }, told("2024-05-03"), now);
		expect(due).toMatchObject({ day: "2024-05-10", missedFrom: "2024-05-06", missed: 2 });
	});

	it("goes no further back than a month", () => {
		const due = dueDay({ ...schedule, from: "2020-01-01" }, [], at("2024-05-10T12:00:00"));
		expect(due).toMatchObject({ day: "2024-05-10", missedFrom: "2024-04-10", missed: 30 });
	});

	it("is not a day before the subscription", () => {
		expect(dueDay({ ...schedule, from: "2024-05-07" }, [], at("2024-05-06T12:00:00"))).toBeNull();
		expect(firstDay(schedule, at("2024-05-06T07:29:00"))).toBe("2024-05-06");
		expect(firstDay(schedule, at("2024-05-06T07:30:00"))).toBe("2024-05-07");
	});

	it("is not what a digest made up for that a clock far ahead had sent", () => {
		const ahead = [{ day: "2024-05-12", missedFrom: "2024-05-07" }, ...told("2024-05-06")];
		for (const now of ["2024-05-07T12:00:00", "2024-05-09T12:00:00", "2024-05-12T12:00:00"])
			expect(dueDay(schedule, ahead, at(now))).toBeNull();
		expect(dueDay(schedule, ahead, at("2024-05-13T12:00:00"))).toMatchObject({ day: "2024-05-13" });
	});

	it("is looked for again within a day, whatever the schedule", () => {
		const weekly = { ...schedule, days: ["fri" as const] };
		const now = at("2024-05-06T12:00:00");
		expect(nextDue(weekly, [], now)).toBeLessThanOrEqual(now + 25 * hour);
		expect(nextDue(schedule, told("2024-05-06"), now)).toBe(at("2024-05-07T07:30:00"));
		expect(nextDue(schedule, [{ day: "2024-07-01", missedFrom: "2024-05-01" }], now)).toBe(
			now + day,
		);
	});
});

it("knows the days of the week and counts over the ends of months", () => {
	expect(weekday("2024-05-06")).toBe("mon");
	expect(weekday("2024-05-05")).toBe("sun");
	expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
	expect(addDays("2024-01-01", -1)).toBe("2023-12-31");
});
