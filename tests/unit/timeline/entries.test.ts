import { describe, expect, it } from "vitest";
import type { TimelineEvent } from "../../../src/domain/article.ts";
import { buildTimeline, entriesAbout, entriesBetween } from "../../../src/timeline/index.ts";
import { precisionOf } from "./precision.ts";

let count = 0;
function event(
	quote: string,
	value: string | null,
	more: Partial<TimelineEvent> = {},
	basis: "printed" | "derived" = "printed",
): TimelineEvent {
	count++;
	const precision = precisionOf(value);
	return {
		id: `e${count}`,
		passage: `p${count}`,
		quote,
		source: { line: count, start: 0, end: quote.length },
		date: { value, precision, basis: value === null ? "unknown" : basis, expression: null },
		...more,
	};
}

const quake = "ضرب زلزال قوي ولاية غازي عنتاب جنوب تركيا فجرا";
const quakeAgain = "الزلزال الذي ضرب غازي عنتاب في جنوب تركيا";

describe("buildTimeline", () => {
	it("makes one entry of one event in several articles, with the finest date", () => {
		const entries = buildTimeline([
			{ id: "a", events: [event(quakeAgain, "2023-02")] },
			{ id: "b", events: [event(quake, "2023-02-06", {}, "derived")] },
			{ id: "c", events: [event(quake, "2023-02-06")] },
		]);
		expect(entries).toHaveLength(1);
		expect(entries[0]?.date).toMatchObject({ value: "2023-02-06", basis: "printed" });
		expect(entries[0]?.events.map(({ article }) => article)).toEqual(["a", "b", "c"]);
	});

	it("keeps apart what differs in the day, in the words, or stands in one sentence", () => {
		const other = "وقع الوزيران اتفاق تجارة جديدا في العاصمة";
		const passage = { passage: "same" };
		const days = (events: TimelineEvent[]) => buildTimeline([{ id: "a", events }]).length;
		expect(days([event(quake, "2023-02-06"), event(quake, "2023-03-09")])).toBe(2);
		expect(days([event(quake, "2023-02-06"), event(other, "2023-02-06")])).toBe(2);
		expect(days([event(quake, "2023-02-06", passage), event(quakeAgain, "2023-02", passage)])).toBe(
			2,
		);
	});

	it("orders by day, then by how exactly it is known, unknown days last", () => {
		const entries = buildTimeline([
			{
				id: "a",
				events: [
					event("one thing", null),
					event("second matter", "2023"),
					event("third affair", "2023-01-01"),
					event("fourth story", "2023-01"),
					event("fifth tale", "2022-05-05"),
				],
			},
		]);
		expect(entries.map(({ date }) => date.value)).toEqual([
			"2022-05-05",
			"2023-01-01",
			"2023-01",
			"2023",
			null,
		]);
	});

	it("is planned only while every telling says so", () => {
		const planned = event(quake, "2023-02-06", { planned: true });
		expect(buildTimeline([{ id: "a", events: [planned] }])[0]?.planned).toBe(true);
		expect(
			buildTimeline([{ id: "a", events: [planned, event(quake, "2023-02-06")] }])[0]?.planned,
		).toBe(false);
	});
});

describe("looking up", () => {
	const entries = buildTimeline([
		{
			id: "a",
			events: [
				event(quake, "2023-02-06"),
				event("The ministers signed a trade deal", "2023-05"),
				event("Trade grew", "2022"),
				event("Someone spoke", null),
			],
		},
	]);
	const values = (list: typeof entries) => list.map(({ date }) => date.value);

	it("by range, both ends included, partial ends widened", () => {
		expect(values(entriesBetween(entries, { from: "2023-02", to: "2023-02" }))).toEqual([
			"2023-02-06",
		]);
		expect(values(entriesBetween(entries, { from: "2023-02-07" }))).toEqual(["2023-05"]);
		expect(values(entriesBetween(entries, { to: "2023-01-01" }))).toEqual(["2022"]);
		expect(values(entriesBetween(entries, {}))).toEqual(["2022", "2023-02-06", "2023-05"]);
	});

	it("by words, whatever their endings", () => {
		expect(values(entriesAbout(entries, "signing trade deals"))).toEqual(["2023-05"]);
		expect(values(entriesAbout(entries, "زلازل تركيا"))).toEqual(["2023-02-06"]);
		expect(entriesAbout(entries, "؟")).toEqual([]);
	});
});
