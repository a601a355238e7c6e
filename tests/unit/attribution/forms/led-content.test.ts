import { describe, expect, it } from "vitest";
import { withLedContents } from "../../../../src/attribution/forms/led-content.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { frameOf } from "../engine/readings.ts";

/** Who is read as the speaker and what as said, where the marked words were read as the speaker. */
function read(marked: string): [string | undefined, string | undefined] {
	const { reading } = frameOf("ar", marked, ["cue", "source"]);
	const parts = withLedContents(reading.view, reading.parts);
	const said = parts.contents[0]?.pieces[0];
	const [source] = parts.sources;
	return [source && textOf(reading.view, source), said && textOf(reading.view, said)];
}

describe("what an Arabic verb leads by بـ", () => {
	it.each([
		["و[q1 تعهد] [s1 سامي بإعادة الكتب]، ثم غادر.", "سامي", "بإعادة الكتب"],
		["و[q1 طالب] [s1 الأهالي بجدار جديد].", "الأهالي", "بجدار جديد"],
	])("was said and is no part of the name: %s", (line, who, said) => {
		expect(read(line)).toEqual([who, said]);
	});

	it.each([
		["و[q1 طالب] [s1 المكلف بالنقل] الحكومة.", "المكلف بالنقل"],
		["و[q1 صرح] [s1 مصدر بالنادي] بأن المباراة ألغيت.", "مصدر بالنادي"],
		["و[q1 قال] [s1 سامي بالحاج] إن المباراة ألغيت.", "سامي بالحاج"],
	])("is not what somebody is told by: %s", (line, who) => {
		expect(read(line)).toEqual([who, undefined]);
	});

	it("is no content of its own where the verb declares: it is where somebody spoke", () => {
		expect(read("و[q1 أفاد] [s1 الأهالي بساحل البلدة].")).toEqual(["الأهالي", undefined]);
	});
});
