import { expect, it } from "vitest";
import { shippedExtraction } from "../../../../src/app/load/extraction.ts";
import { articleOf } from "../extraction.ts";

const { extract } = await shippedExtraction();

/** Who says the last claim of these lines. */
const lastSpeaker = (language: "ar" | "en", lines: readonly string[]) =>
	extract({ ...articleOf(lines, "2024-05-15"), language }).claims.at(-1)?.speaker;

it.each([
	[
		"behind a comma",
		["وبينما أعلنت هيئة الموانئ أن الطاقم بخير، قالت شركة «المنارة» إن حراسا نزلوا منها."],
		"المنارة",
	],
	[
		"between marks",
		[
			"قالت وزارة الصحة إن العدد ثابت.",
			"وأعلنت «نماء» في نشرتها لشهر فبراير أنها ستدرب أربعين قابلة أخرى.",
		],
		"نماء",
	],
	[
		"behind what one comes back to",
		[
			"قال طبيب النادي سالم الحجي إن الإصابة خفيفة.",
			"وبالعودة إلى نايف المطرفي فقد قال إن الاتحاد «لا يدخل في جدل».",
		],
		"نايف المطرفي",
	],
] as const)("who is printed, %s, speaks", (_, lines, speaker) => {
	expect(lastSpeaker("ar", lines)?.name).toBe(speaker);
});

it.each([
	[
		"how it was said",
		["قال مدير التربية سامر حداد إن المصرف تأخر.", "ونفى بشدة وجود تمييز بين الريف والمدينة."],
		"سامر حداد",
	],
	[
		"nobody in particular",
		[
			"قال مدير التربية سامر حداد إن المصرف تأخر.",
			"ولم يصدر عن الوزارة أي تعليق، وقال في مقطع نشره على فيسبوك: «لم نتأخر يوما عن أحد».",
		],
		"سامر حداد",
	],
	[
		"the one who talks to us",
		["قالت مديرة الصحة سنية فرج إن البحث بدأ.", "وفندت محدثتنا ما راج حول فراغ القوارير."],
		"سنية فرج",
	],
] as const)("words for %s name nobody else", (_, lines, speaker) => {
	expect(lastSpeaker("ar", lines)?.name).toBe(speaker);
});

it("one of two is told as they are, one of nobody as nobody", () => {
	const two = "قال دبلوماسيان من شرق القارة إن الوساطة عرضت، وأضاف أحدهما أن الاجتماع قريب.";
	expect(lastSpeaker("ar", [two])).toMatchObject({ kind: "anonymous" });
	expect(lastSpeaker("ar", [two])?.name).toMatch(/دبلوماسيان/u);
	const none = ["قال الوزير سامر حداد إن المصرف تأخر.", "وأضاف أحدهم أن الاجتماع قريب."];
	expect(lastSpeaker("ar", none)?.kind).toBe("anonymous");
});

it("whoever rejects what was said before has spoken", () => {
	const lines = [
		"Chief Nakombe has accused the board of planning to sell the drum. It is a charge that the board’s director, Thandeka Luhanga, rejects with some heat. “Not one drum has left this country,” she told me in Lusaka.",
		"She says woodworm has eaten a third of the rim.",
	];
	expect(lastSpeaker("en", lines)?.name).toBe("Thandeka Luhanga");
});

it("words for a speaker end before a verb that goes on", () => {
	const line =
		"In 2019 a judge threw out a similar complaint against the council, writing that “speculation is not evidence”.";
	expect(lastSpeaker("en", [line])?.name).not.toMatch(/council|complaint/u);
});
