import { describe, expect, it } from "vitest";
import { shippedExtraction } from "../../../../src/app/load/extraction.ts";
import type { Claim } from "../../../../src/domain/article.ts";
import { articleOf } from "../extraction.ts";

const { extract } = await shippedExtraction();

const read = (language: "ar" | "en", lines: readonly string[]): Claim[] =>
	extract({ ...articleOf(lines, "2024-05-15"), language }).claims;

/** What the last claims must hold. */
type Told = { speaker?: string; act?: string; quote?: string };
type Row = readonly [lines: readonly string[], ...told: Told[]];

function expectTold(language: "ar" | "en", [lines, ...wanted]: Row): void {
	const claims = read(language, lines).slice(-Math.max(1, wanted.length));
	const found = claims.map(({ speaker, act, quote }) => ({ speaker: speaker.name, act, quote }));
	expect(found).toMatchObject(wanted);
}

const arabic: readonly Row[] = [
	[
		["قال أمين سلامة إن الباب مغلق.", "وقال سعيد نصر إن الوزارة لم تُبلغ بالقرار."],
		{ speaker: "أمين سلامة", act: "asserts" },
		{ speaker: "سعيد نصر" },
	],
	[
		["وقال محمد بن زايد العامري إن المزرعة بيعت."],
		{ speaker: "محمد بن زايد العامري", act: "asserts", quote: "المزرعة بيعت" },
	],
	[
		["وأوضح مدير التسويق في معرض الزهور طلال السمان أن الأسعار ارتفعت."],
		{ speaker: "طلال السمان", act: "asserts", quote: "الأسعار ارتفعت" },
	],
	[
		["وصرح معالي المهندس راشد بن سيف بأن الطريق سيفتح."],
		{ speaker: "راشد بن سيف", quote: "الطريق سيفتح" },
	],
	[
		["قال وانغ يي إن العلاقة تتطور.", "وأضاف لوزير الدفاع الفرنسي، لوكورنو: «تبقى الصين ملتزمة»."],
		{ speaker: "وانغ يي", quote: "العلاقة تتطور" },
		{ speaker: "وانغ يي", quote: "تبقى الصين ملتزمة" },
	],
	[
		["وقال بوتين لوزير الخارجية الصيني وانغ يي: «ننتظر الرئيس شي في موسكو»."],
		{ speaker: "فلاديمير بوتين", quote: "ننتظر الرئيس شي في موسكو" },
	],
	[
		[
			"قال نقيب الصيادين في رأس البر محمود الدسوقي، الثلاثاء، إن قرار حظر الصيد ستة أسابيع أُعلن من دون استشارة أحد.",
			"وأضاف لوزير الزراعة علاء فاروق: «لم يسألنا أحد، ولن نسكت».",
			"ونفت وزارة الزراعة ذلك، وقالت إن النقابة حضرت ثلاثة اجتماعات في سبتمبر.",
		],
		{ speaker: "وزارة الزراعة", act: "denies" },
		{ speaker: "وزارة الزراعة", quote: "النقابة حضرت ثلاثة اجتماعات في سبتمبر" },
	],
	[
		["قال بوتين إن الحرب مستمرة، واتهم دول الجوار، الأربعاء، بإطالة النزاع."],
		{ speaker: "فلاديمير بوتين", act: "accuses" },
	],
	[
		[
			"قالت وزارة الدفاع إن المناورات انتهت.",
			"قناة «الميناء» اللبنانية، ذكرت أن السفن عادت إلى الميناء.",
		],
		{ speaker: "قناة «الميناء»", quote: "السفن عادت إلى الميناء" },
	],
	[
		[
			"قال الوزير غرانت هوليستر إن الوقت يمر. فالمحادثات، بحسب تعبيره، «مفيدة لكنها ليست مفتوحة إلى الأبد».",
		],
		{ speaker: "غرانت هوليستر", act: "asserts" },
	],
	[
		["وتشير تقديرات مجلس الأرز، ومقره صفاقس، إلى أن المحصول تضاعف."],
		{ speaker: "مجلس الأرز", quote: "المحصول تضاعف" },
	],
	[
		['"خسرنا موسم التمر كله"، تقول المزارعة نجلاء عواد.'],
		{ speaker: "نجلاء عواد", act: "asserts", quote: "خسرنا موسم التمر كله" },
	],
	[
		["سليم أورهان ينفي أن تكون بلاده قد أوقفت المحادثات."],
		{ speaker: "سليم أورهان", act: "denies" },
	],
	[
		["قال مصدر أمني إن الطريق مغلق.", "وقال المصدر ذاته إن العمل جار."],
		{ speaker: "مصدر أمني", act: "asserts" },
		{ speaker: "مصدر أمني", act: "asserts" },
	],
];

const english: readonly Row[] = [
	[
		[
			"Wang Yi said ties were growing. “China remains committed,” he added to Foreign Minister Sergei Lavrov.",
		],
		{ speaker: "Wang Yi", quote: "ties were growing" },
		{ speaker: "Wang Yi", quote: "China remains committed" },
	],
	[
		["Putin told Chinese Foreign Minister Wang Yi: “We are waiting for President Xi in Moscow.”"],
		{ speaker: "Vladimir Putin", quote: "We are waiting for President Xi in Moscow." },
	],
	[
		[
			"The daily Yeni Pusula reported, citing two intelligence officers, that the message came late.",
		],
		{ speaker: "two intelligence officers", quote: "the message came late" },
	],
	[
		[
			"Mayor Ana Roth spoke on Monday.",
			"“We will not move the school,” Roth said when asked about the fire.",
		],
		{ speaker: "Ana Roth", act: "promises", quote: "We will not move the school" },
	],
	[
		["“We are here to stay!” Mayor Ana Roth said."],
		{ speaker: "Ana Roth", quote: "We are here to stay!" },
	],
	[
		["Mr. Adler said, ''I have never been edited.''"],
		{ speaker: "Adler", quote: "I have never been edited" },
	],
	[
		['"The bill will pass," Senate Leader Ana Roth, D-N.J., said Tuesday.'],
		{ speaker: "Ana Roth", quote: "The bill will pass" },
	],
	[
		["BOSTON -- Mayor Paul Rolle, opening the bridge on Saturday, said it would last a century."],
		{ speaker: "Paul Rolle", quote: "it would last a century" },
	],
	[
		["“The land has changed,” Holt said in June, citing the release of prisoners."],
		{ speaker: "Holt", act: "asserts", quote: "The land has changed" },
	],
	[["Ana Roth denied the charge."], { speaker: "Ana Roth", act: "denies" }],
	[
		["Some council members said the gates were old."],
		{ act: "asserts", quote: "the gates were old" },
	],
	[["Fifty-two percent of voters said they would stay home."], { quote: "they would stay home" }],
	[
		["Fowler said the school would stay, but offered no proof."],
		{ speaker: "Fowler", quote: "the school would stay" },
	],
	[
		[
			"Helen Quist met Mark Lund in Lima. Quist said the talks were short.",
			"“I am glad,” he said.",
		],
		{ speaker: "Helen Quist", act: "asserts" },
		{ speaker: "Mark Lund", act: "asserts" },
	],
];

/** Open: a paper that reports itself. */
const open: readonly Row[] = [
	[
		["The Harbour Post reports that the bridge is shut."],
		{ speaker: "Harbour Post", act: "asserts", quote: "the bridge is shut" },
	],
];

describe("who said what", () => {
	it.each(arabic.map((row) => [row] as const))("in Arabic: %j", (row) => expectTold("ar", row));
	it.fails.each(open.map((row) => [row] as const))("not yet: %j", (row) => expectTold("en", row));
	it.each(english.map((row) => [row] as const))("in English: %j", (row) => expectTold("en", row));
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
