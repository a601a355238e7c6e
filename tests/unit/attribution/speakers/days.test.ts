import { describe, expect, it } from "vitest";
import { readDateFiles } from "../../../../src/app/load/language-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { ReadClaim } from "../../../../src/attribution/read-claim.ts";
import { Days } from "../../../../src/attribution/speakers/days.ts";
import type { PublishedDate } from "../../../../src/domain/dates.ts";
import { createDateFinder, parseDateData } from "../../../../src/language/dates/index.ts";
import { readClaim } from "../engine/read-claim.ts";
import { known } from "./knowns.ts";

const finder = createDateFinder(parseDateData(await readDateFiles(indexDataFolder)));
const findDates = (line: string, published: PublishedDate) => finder.find(line, { published });

/** An article of Wednesday, 13 March 2024. */
const published: PublishedDate = { value: "2024-03-13", precision: "day", basis: "given" };

/** The days of these claims; each of them stands in the line that it was read from. */
function daysOf(lines: readonly string[], claims: readonly ReadClaim[], on = published) {
	const passages = lines.map((text, i) => ({
		id: `p${i}`,
		kind: "body" as const,
		text,
		source: { line: i + 1, start: 0, end: text.length },
	}));
	const days = new Days({ findDates }, { id: "t", language: "en", published: on, passages });
	return claims.map(
		(claim) => days.of(claim, passages[claim.passage] as (typeof passages)[0]).value,
	);
}

const roth = known("Ana Roth");
const monday = "“It is shut,” Ana Roth said on Monday. “It was wet,” she said.";
const shut = readClaim("en", monday, { content: "It is shut", day: "Monday", speaker: roth });
const wet = readClaim("en", monday, { content: "It was wet", speaker: roth });

describe("the day on which it was said", () => {
	it("is the one that its words give", () => {
		expect(daysOf([monday], [shut])).toEqual(["2024-03-11"]);
		const line = "قال سامي الحداد يوم الاثنين إن الميناء مغلق";
		expect(
			daysOf([line], [readClaim("ar", line, { content: "الميناء مغلق", day: "يوم الاثنين" })]),
		).toEqual(["2024-03-11"]);
	});

	it("is looked for once in a passage, however many claims it has", () => {
		let looks = 0;
		const counted = (line: string, on: PublishedDate) => {
			looks++;
			return findDates(line, on);
		};
		const passage = {
			id: "p0",
			kind: "body" as const,
			text: monday,
			source: { line: 1, start: 0, end: monday.length },
		};
		const article = { id: "t", language: "en" as const, published, passages: [passage] };
		const days = new Days({ findDates: counted }, article);
		for (const claim of [shut, wet, wet]) expect(days.of(claim, passage).value).toBe("2024-03-11");
		expect(looks).toBe(1);
	});

	it("is unknown where no words give it", () => {
		expect(daysOf([monday], [wet])).toEqual([null]);
	});

	it("is unknown where the words that give it are no date", () => {
		expect(daysOf([monday], [{ ...shut, day: shut.content.pieces[0] }])).toEqual([null]);
	});

	it("is no month in which something else was done", () => {
		const content = "it will not help";
		const read = (line: string) =>
			readClaim("en", line, { content, cue: "said", day: "in January 2024", speaker: roth });
		const done = "The port opened its gate in January 2024 and has said it will not help.";
		expect(daysOf([done], [read(done)])).toEqual([null]);
		const told = "The port said in January 2024 it will not help.";
		expect(daysOf([told], [read(told)])).toEqual(["2024-01"]);
	});

	it("is the one behind what it was said through", () => {
		const line = "In a note on Monday, the port, which lost two cranes, said it is shut.";
		const words = { content: "it is shut", cue: "said", channel: "In a note", speaker: roth };
		expect(daysOf([line], [readClaim("en", line, words)])).toEqual(["2024-03-11"]);
		const { channel: _, ...without } = words;
		expect(daysOf([line], [readClaim("en", line, without)])).toEqual([null]);
	});

	it.each([
		["en", "“It is shut,” Ana Roth said in August.", "It is shut", "said", "Ana Roth", "2023-08"],
		[
			"en",
			"Ana Roth said in January, citing the rain, it is shut.",
			"it is shut",
			"said",
			"Ana Roth",
			"2024-01",
		],
		["en", "“It is shut,” Ana Roth said in March.", "It is shut", "said", "Ana Roth", "2024-03"],
		[
			"ar",
			"وقال سامي الحداد في أغسطس إن الميناء مغلق",
			"الميناء مغلق",
			"وقال",
			"سامي الحداد",
			"2023-08",
		],
		["ar", "وأضاف في شباط أن الميناء مغلق", "الميناء مغلق", "وأضاف", undefined, "2024-02"],
		["en", "“It is shut,” Ana Roth said in August 2024.", "It is shut", "said", "Ana Roth", null],
		[
			"en",
			"Ana Roth, who left in August, said it is shut.",
			"it is shut",
			"said",
			"Ana Roth",
			null,
		],
	] as const)(
		"is of the last month of that name, never ahead (%s): %s",
		(language, line, content, cue, source, day) => {
			const words = { content, cue, speaker: roth, ...(source ? { source } : {}) };
			expect(daysOf([line], [readClaim(language, line, words)])).toEqual([day]);
		},
	);

	it("goes on for the same speaker in the same passage, as derived", () => {
		const days = new Days({ findDates }, { id: "t", language: "en", published, passages: [] });
		const passage = {
			id: "p",
			kind: "body",
			text: monday,
			source: { line: 1, start: 0, end: monday.length },
		} as const;
		const first = days.of(shut, passage);
		expect(days.of(wet, passage)).toEqual({ ...first, basis: "derived" });
	});

	it("goes on neither into the next passage nor to somebody else nor to nobody", () => {
		const next = { ...wet, passage: 1 };
		const other = { ...wet, speaker: known("Tom Harlow") };
		const nobody = { ...wet, speaker: undefined };
		expect(daysOf([monday, monday], [shut, next, other, nobody]).slice(1)).toEqual([
			null,
			null,
			null,
		]);
	});

	it("does not go on for what is told inside of another statement", () => {
		const days = new Days({ findDates }, { id: "t", language: "en", published, passages: [] });
		const source = { line: 1, start: 0, end: monday.length };
		const passage = { id: "p", kind: "body", text: monday, source } as const;
		expect(days.of(shut, passage).value).toBe("2024-03-11");
		expect(days.of(wet, passage, true).value).toBe(null);
	});

	it("is never after the day of the article", () => {
		const line = "“It is shut,” Ana Roth said on 14 March 2024.";
		const claim = readClaim("en", line, {
			content: "It is shut",
			day: "14 March 2024",
			speaker: roth,
		});
		expect(daysOf([line], [claim, { ...wet, view: claim.view }])).toEqual([null, null]);
		const later: PublishedDate = { ...published, value: "2024-03-14" };
		expect(daysOf([line], [claim], later)).toEqual(["2024-03-14"]);
	});

	it("may be a month where no day is given", () => {
		const line = "“It is shut,” Ana Roth said in February 2024.";
		expect(
			daysOf([line], [readClaim("en", line, { content: "It is shut", day: "February 2024" })]),
		).toEqual(["2024-02"]);
	});
});
