import { describe, expect, it } from "vitest";
import { withPrintedSubjects } from "../../../../src/attribution/forms/printed-subject.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { frameOf } from "../engine/readings.ts";

/** Who is read as the speaker and what as said, where a marked line was read as its marks say. */
function parted(marked: string): [string | undefined, string | undefined] {
	const { reading } = frameOf("ar", marked, ["content", "cue", "source"]);
	const { view, parts } = withPrintedSubjects(reading);
	const [source] = parts.sources;
	const said = parts.contents[0]?.pieces[0];
	return [source && textOf(view, source), said && textOf(view, said)];
}

describe("an Arabic subject that was read as said", () => {
	it.each([
		["و[q1 اتهم] [c1 الحلاقون البلدية بإهمال السوق].", "الحلاقون", "البلدية بإهمال السوق"],
		[
			"و[q1 ناشد] [c1 التجار المتضررون المصرف تأجيل السداد].",
			"التجار المتضررون",
			"المصرف تأجيل السداد",
		],
		[
			"و[q1 طالبت] [c1 المعلمات وزير التربية بصرف الرواتب].",
			"المعلمات",
			"وزير التربية بصرف الرواتب",
		],
		["و[q1 اتهم] [c1 التكريتي الوزير سامي حداد بالرشوة].", "التكريتي", "الوزير سامي حداد بالرشوة"],
		["و[q1 قدرتها] [c1 النقابة العامة بستة ملايين].", "النقابة العامة", "ستة ملايين"],
		[
			"[q1 اتهم] [s1 تحالف] «[c1 نهضة الوادي» الكبير المفوضية بحجب النتائج].",
			"تحالف «نهضة الوادي» الكبير",
			"المفوضية بحجب النتائج",
		],
	])("by its ending or by a second noun speaks: %s", (line, who, said) => {
		expect(parted(line)).toEqual([who, said]);
	});

	it.each([
		[
			"و[q1 نفى] [s1 وزير الزراعة] [c1 كمال حداد شراء القمح].",
			"وزير الزراعة كمال حداد",
			"شراء القمح",
		],
		["و[q1 حذر] [s1 جميل] [c1 حداد من نفاد القمح].", "جميل حداد", "نفاد القمح"],
		[
			"و[q1 دعا] [s1 المزارعون] [c1 المتضررون الحكومة إلى شراء القمح].",
			"المزارعون المتضررون",
			"الحكومة إلى شراء القمح",
		],
	])("is one with what was read as the speaker: %s", (line, who, said) => {
		expect(parted(line)).toEqual([who, said]);
	});

	it.each([
		["و[q1 حث] [c1 المواطنين على التبرع بالدم].", undefined, "المواطنين على التبرع بالدم"],
		["و[q1 طالب] [c1 المجتمع الدولي بوقف القتال].", undefined, "المجتمع الدولي بوقف القتال"],
		["و[q1 اتهم] [s1 جميل] [c1 كمال حداد بالرشوة].", "جميل", "كمال حداد بالرشوة"],
		["و[q1 أكد] [s1 الوزير] [c1 أهمية القمح].", "الوزير", "أهمية القمح"],
	])("is not made of an object: %s", (line, who, said) => {
		expect(parted(line)).toEqual([who, said]);
	});
});
