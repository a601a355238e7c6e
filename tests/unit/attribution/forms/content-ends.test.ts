import { describe, expect, it } from "vitest";
import { withContentEnds } from "../../../../src/attribution/forms/content-ends.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import type { Language } from "../engine/language.ts";
import { frameOf } from "../engine/readings.ts";

/** What is said in a marked line that was read as its marks say. */
function said(language: Language, marked: string): string | undefined {
	const { reading } = frameOf(language, marked, ["content", "cue", "source"]);
	const [content] = withContentEnds(reading.view, reading.parts).contents;
	return content?.pieces.map((piece) => textOf(reading.view, piece)).join(" … ");
}

describe("what is said", () => {
	it.each<[Language, string, string]>([
		[
			"en",
			"[s1 Ana Roth] [q1 said] [c1 the pier would open, while divers searched below].",
			"the pier would open",
		],
		[
			"en",
			"[s1 Ana Roth] [q1 said] [c1 the pier was safe, although two piles had cracked].",
			"the pier was safe",
		],
		["ar", "[q1 قال] [s1 سامي الحداد] إن [c1 الميناء آمن، فيما غادرت آخر سفينة].", "الميناء آمن"],
		["ar", "[q1 قال] [s1 سامي الحداد] إن [c1 الميناء آمن، في حين غادرت آخر سفينة].", "الميناء آمن"],
		["ar", "[q1 قال] [s1 سامي الحداد] إن [c1 الميناء آمن، علماً أن السفن غادرت].", "الميناء آمن"],
	])("ends where the article goes on in its own voice (%s): %s", (language, line, content) => {
		expect(said(language, line)).toBe(content);
	});

	it.each<[Language, string, string]>([
		[
			"en",
			"[c1 Divers left the pier, a former pilot], [s1 Ana Roth], [q1 said].",
			"Divers left the pier",
		],
		["en", "“[c1 Divers left,” the port's historian], [s1 Ana Roth], [q1 said].", "Divers left"],
	])("ends before what is told of who speaks behind it (%s): %s", (language, line, content) => {
		expect(said(language, line)).toBe(content);
	});

	it.each<[Language, string]>([
		["en", "[s1 Ana Roth] [q1 said] [c1 the pier was open while it rained]."],
		["en", "[s1 Ana Roth] [q1 said] [c1 the pier, she hoped, was safe]."],
		["en", "[c1 Police held Jan Brandt, a former pilot], [s1 Ana Roth], [q1 said]."],
		["ar", "[q1 قال] [s1 سامي الحداد]: «[c1 الميناء آمن، فيما المرفأ مغلق]»."],
		["ar", "[q1 قال] [s1 سامي الحداد] إن [c1 الميناء آمن، والمرفأ مغلق]."],
	])("goes on otherwise (%s): %s", (language, line) => {
		const whole = /\[c1 ([^\]]*)\]/u.exec(line)?.[1];
		expect(said(language, line)).toBe(whole);
	});
});
