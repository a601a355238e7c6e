import { describe, expect, it } from "vitest";
import { withAccordingTails } from "../../../../src/attribution/forms/according-tail.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { frameOf } from "../engine/readings.ts";

function parted(marked: string): { said: string[]; who: string[] } {
	const { reading } = frameOf("ar", marked, ["content", "cue", "source"]);
	const { view } = reading;
	const parts = withAccordingTails(view, reading.parts);
	return {
		said: parts.contents.flatMap(({ pieces }) => pieces.map((piece) => textOf(view, piece))),
		who: parts.sources.map((source) => textOf(view, source)),
	};
}

describe("a clause and who says so behind it, read as one", () => {
	it("are parted, before what somebody else says", () => {
		const line =
			"[c1 غرق تسعة بحارة بحسب خفر السواحل]، بينما [q2 تحدث] [s2 الصيادون] [c2 عن عشرين].";
		expect(parted(line)).toEqual({
			said: ["غرق تسعة بحارة", "عن عشرين"],
			who: ["خفر السواحل", "الصيادون"],
		});
	});

	it("are parted where two of them stand side by side", () => {
		const line = "[c1 حضر ألف متفرج وفق النادي وعشرون ألفا وفق الرابطة].";
		expect(parted(line)).toEqual({
			said: ["حضر ألف متفرج", "وعشرون ألفا"],
			who: ["النادي", "الرابطة"],
		});
	});

	it.each([
		["غرق تسعة بحارة بحسب بيان وزارة النقل", "بيان وزارة النقل"],
		["غرق تسعة بحارة وفق مراسل وكالة محلية", "مراسل وكالة محلية"],
	])("are parted before a word that begins with the letter of and: %s", (line, who) => {
		expect(parted(`[c1 ${line}].`)).toEqual({ said: ["غرق تسعة بحارة"], who: [who] });
	});

	it.each([
		"[q1 قال] [s1 سامي الحداد] إن [c1 تسعة بحارة غرقوا بحسب خفر السواحل].",
		"[c1 غرق تسعة بحارة بحسب خفر السواحل الذين وصلوا بعد ساعتين من الحادث إلى المكان].",
		"[c1 غرق تسعة بحارة].",
	])("are left together where it is not plain: %s", (line) => {
		expect(parted(line).said).toEqual([/\[c1 ([^\]]*)\]/u.exec(line)?.[1]]);
	});
});
