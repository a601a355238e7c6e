import { describe, expect, it } from "vitest";
import { loadExtraction } from "../../../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import type { Claim } from "../../../../src/domain/article.ts";
import { articleOf } from "../extraction.ts";

const { extract } = await loadExtraction(indexDataFolder);

const read = (language: "ar" | "en", lines: readonly string[]): Claim[] =>
	extract({ ...articleOf(lines, "2024-05-15"), language }).claims;

/** Speaker, act and quotation of the last claims; what is undefined is not looked at. */
type Told = readonly [speaker: string | undefined, act: string | undefined, quote?: string];
type Row = readonly [lines: readonly string[], ...told: Told[]];

function expectTold(language: "ar" | "en", [lines, ...wanted]: Row): void {
	const claims = read(language, lines).slice(-Math.max(1, wanted.length));
	const found = claims.map(({ speaker, act, quote }, i): Told => {
		const [name, what, said] = wanted[i] ?? [];
		return [name && speaker.name, what && act, ...(said ? [quote] : [])];
	});
	expect(found).toEqual(wanted);
}

const arabic: readonly Row[] = [
	[
		["قال أمين سلامة إن الباب مغلق.", "وقال سعيد نصر إن الوزارة لم تُبلغ بالقرار."],
		["أمين سلامة", "asserts"],
		["سعيد نصر", undefined],
	],
	[
		["وقال محمد بن زايد العامري إن المزرعة بيعت."],
		["محمد بن زايد العامري", "asserts", "المزرعة بيعت"],
	],
	[
		["وأوضح مدير التسويق في معرض الزهور طلال السمان أن الأسعار ارتفعت."],
		["طلال السمان", "asserts", "الأسعار ارتفعت"],
	],
	[
		["وصرح معالي المهندس راشد بن سيف بأن الطريق سيفتح."],
		["راشد بن سيف", undefined, "الطريق سيفتح"],
	],
	[
		["وتشير تقديرات مجلس الأرز، ومقره صفاقس، إلى أن المحصول تضاعف."],
		["مجلس الأرز", "estimates", "المحصول تضاعف"],
	],
	[
		['"خسرنا موسم التمر كله"، تقول المزارعة نجلاء عواد.'],
		["نجلاء عواد", "asserts", "خسرنا موسم التمر كله"],
	],
	[["سليم أورهان ينفي أن تكون بلاده قد أوقفت المحادثات."], ["سليم أورهان", "denies"]],
	[
		["قال الوزير سامي الحداد إن الطريق مغلق.", "وقال المصدر ذاته إن العمل جار."],
		["سامي الحداد", "asserts"],
		["سامي الحداد", "asserts"],
	],
];

const english: readonly Row[] = [
	[
		[
			"Mayor Ana Roth spoke on Monday.",
			"“We will not move the school,” Roth said when asked about the fire.",
		],
		["Ana Roth", "promises", "We will not move the school"],
	],
	[
		["“We are here to stay!” Mayor Ana Roth said."],
		["Ana Roth", undefined, "We are here to stay!"],
	],
	[
		["Mr. Adler said, ''I have never been edited.''"],
		["Adler", undefined, "I have never been edited."],
	],
	[
		['"The bill will pass," Senate Leader Ana Roth, D-N.J., said Tuesday.'],
		["Ana Roth", "predicts", "The bill will pass"],
	],
	[
		["BOSTON -- Mayor Paul Rolle, opening the bridge on Saturday, said it would last a century."],
		["Paul Rolle", undefined, "it would last a century"],
	],
	[
		["The Harbour Post reports that the bridge is shut."],
		["Harbour Post", "asserts", "the bridge is shut"],
	],
	[
		["“The land has changed,” Holt said in June, citing the release of prisoners."],
		["Holt", "asserts", "The land has changed"],
	],
	[
		["Fowler said the school would stay, but offered no proof."],
		["Fowler", undefined, "the school would stay"],
	],
	[["Ana Roth denied the charge."], ["Ana Roth", "denies"]],
	[["Some council members said the gates were old."], [undefined, "asserts", "the gates were old"]],
	[
		["Fifty-two percent of voters said they would stay home."],
		[undefined, undefined, "they would stay home"],
	],
	[
		[
			"Helen Quist met Mark Lund in Lima. Quist said the talks were short.",
			"“I am glad,” he said.",
		],
		["Helen Quist", "asserts"],
		["Mark Lund", "asserts"],
	],
];

describe("who said what", () => {
	it.each(arabic)("in Arabic: %j", (...row) => expectTold("ar", row));
	it.each(english)("in English: %j", (...row) => expectTold("en", row));
});

const silent: readonly ["ar" | "en", string][] = [
	["ar", "ويذكر أن الجسر افتتح قبل عامين."],
	["ar", "يشار إلى أن المباراة أقيمت أمس."],
	["en", "The three members are Chile, Peru and the United States."],
	["en", "Roth would not say who paid."],
];

describe("nobody's claim", () => {
	it.each(silent)("%s: %s", (language, line) => {
		expect(read(language, [line]).filter((c) => !c.speaker.unread)).toEqual([]);
	});
});
