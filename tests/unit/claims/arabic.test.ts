import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actOf } from "../../../src/claims/arabic/act.ts";
import { readArabicSentence } from "../../../src/claims/arabic/read.ts";
import { shippedArabicGrammar } from "./arabic-grammar.ts";

const grammar = shippedArabicGrammar();

type Expected = {
	speaker?: string | null;
	act?: string;
	quote: string;
	via?: string[];
	unnamed?: true;
};

function read(line: string): Expected[] {
	return readArabicSentence(grammar, line, 0, line.length).statements.map((s) => {
		const quote = line.slice(s.start, s.end);
		const { act } = actOf(grammar, s.act, quote, line.slice(s.frameStart, s.start));
		return {
			speaker: s.speaker ? s.speaker.outlet || s.speaker.name || s.speaker.text : null,
			act,
			quote,
			via: s.via.map((v) => v?.outlet || v?.name || v?.text || "(before)"),
			...(s.unnamed ? { unnamed: true } : {}),
		};
	});
}

/** [sentence, what must be among its statements] */
const frames: [string, Expected[]][] = [
	["قال وزير النقل سالم الهاشمي إن الجسر أُغلق يومين.", [{ speaker: "سالم الهاشمي", quote: "الجسر أُغلق يومين", act: "asserts" }]],
	["وقالت شركة الكهرباء إن التيار عاد.", [{ speaker: "شركة الكهرباء", quote: "التيار عاد" }]],
	["وأضاف أن الطريق سالكة.", [{ speaker: null, quote: "الطريق سالكة" }]],
	["كما أوضحت وزارة الزراعة، في بيان، أن المحصول تضاعف.", [{ speaker: "وزارة الزراعة", quote: "المحصول تضاعف" }]],
	["الوزير سالم الهاشمي قال إن الميناء جاهز للعمل.", [{ speaker: "سالم الهاشمي", quote: "الميناء جاهز للعمل", act: "promises" }]],
	["وكانت تركيا قد نفت إغلاق المعبر.", [{ speaker: "تركيا", act: "denies", quote: "إغلاق المعبر" }]],
	["نفى المتحدث باسم الجيش وجود أسرى.", [{ act: "denies", quote: "وجود أسرى" }]],
	["وحذرت منظمة الصحة العالمية من انتشار الكوليرا في المخيمات.", [{ speaker: "منظمة الصحة العالمية", act: "warns", quote: "انتشار الكوليرا في المخيمات" }]],
	["واتهمت فرنسا إيران بتهريب السلاح.", [{ speaker: "فرنسا", act: "accuses", quote: "إيران بتهريب السلاح" }]],
	["ودعا الأمين العام للأمم المتحدة إلى هدنة فورية.", [{ act: "calls_for", quote: "هدنة فورية" }]],
	["وتعهدت اليابان بزيادة المساعدات.", [{ speaker: "اليابان", act: "promises", quote: "بزيادة المساعدات" }]],
	["وتوقع البنك الدولي انكماش الاقتصاد.", [{ speaker: "البنك الدولي", act: "predicts", quote: "انكماش الاقتصاد" }]],
	["وقال المدير: «لن نغلق المصنع».", [{ quote: "لن نغلق المصنع", act: "predicts" }]],
	["وقال المدير: “سنفتح المصنع غدا”.", [{ quote: "سنفتح المصنع غدا", act: "promises" }]],
	["وقال المدير: المصنع مغلق منذ شهر.", [{ quote: "المصنع مغلق منذ شهر" }]],
	["قال الناطق إن المفاوضات تعثرت، مضيفاً أن الوفد غادر.", [{ quote: "المفاوضات تعثرت" }, { quote: "الوفد غادر" }]],
	["قال الناطق إن المفاوضات تعثرت، محذراً من العودة إلى القتال.", [{ quote: "العودة إلى القتال", act: "warns" }]],
	["قال الناطق إن المفاوضات تعثرت وإن الوفد غادر.", [{ quote: "المفاوضات تعثرت" }, { quote: "الوفد غادر" }]],
	["ارتفعت الأسعار بحسب وكالة رويترز.", [{ speaker: "رويترز", quote: "ارتفعت الأسعار" }]],
	["ووفقاً لوزارة المالية، فإن العجز تراجع.", [{ speaker: "وزارة المالية", quote: "العجز تراجع" }]],
	["حذرت مصر من فيضان النهر، بحسب صحيفة الأهرام.", [{ speaker: "مصر", act: "warns", quote: "فيضان النهر", via: ["الأهرام"] }]],
	["ونقلت وكالة رويترز عن مسؤول قوله إن السفينة غرقت.", [{ speaker: "مسؤول", quote: "السفينة غرقت", via: ["رويترز"] }]],
	["وقال مسؤول لوكالة رويترز إن السفينة غرقت.", [{ speaker: "مسؤول", quote: "السفينة غرقت", via: ["رويترز"] }]],
	["وقال مصدر أمني إن وزير الداخلية أكد للنواب أن الخطة جاهزة.", [{ speaker: "وزير الداخلية", quote: "الخطة جاهزة", via: ["مصدر أمني"], act: "promises" }]],
	["جاء في التقرير أن السد آمن.", [{ quote: "السد آمن" }]],
	["وُصف الاتفاق بأنه تاريخي وشامل.", [{ unnamed: true, quote: "تاريخي وشامل" }]],
	["وُجهت اتهامات للشركة بأنها أخفت الوثائق.", [{ unnamed: true, act: "accuses", quote: "أخفت الوثائق" }]],
	["جاء القرار بعد اتهامات فرنسية بأن طهران تهرب السلاح.", [{ speaker: "فرنسا", act: "accuses", quote: "طهران تهرب السلاح" }]],
	["وهي مزاعم تنكرها إيران بشدة.", [{ speaker: "إيران", act: "denies", quote: "وهي مزاعم تنكرها إيران بشدة" }]],
	["وقال الخبير إن الخسائر ربما تتجاوز المليار.", [{ act: "estimates", quote: "الخسائر ربما تتجاوز المليار" }]],
	["وأوضحت «أفق موبايل» أن الخدمة عادت.", [{ speaker: "أفق موبايل", quote: "الخدمة عادت" }]],
	["وقال النائب: \"لا صحة لهذه الأنباء إطلاقا\".", [{ act: "denies", quote: "لا صحة لهذه الأنباء إطلاقا" }]],
];

/** Sentences in which nobody is said to have said anything. */
const silent = [
	"ورفض المحافظ التعليق على الحادث.",
	"ولم يعلن الوزير موقفه من الخطة.",
	"ولم توضح الشركة ما إذا كانت ستشارك في المعرض.",
	"ومن المقرر أن يعلن الوزير القرار غدا.",
	"سيعلن البنك نتائجه يوم الأحد.",
	"انهار الجسر بين المدينة والميناء بعد أن غمرته المياه.",
	"وصل الرئيس إلى العاصمة صباح اليوم.",
	"تجاوزت الخسائر مليار دولار.",
];

describe("Arabic attribution", () => {
	it.each(frames)("%s", (line, expected) => {
		const found = read(line);
		for (const one of expected) expect(found).toContainEqual(expect.objectContaining(one));
	});

	it.each(silent)("is no claim: %s", (line) => {
		expect(read(line)).toEqual([]);
	});

	it("keeps every statement inside its sentence, whatever the text", () => {
		const word = fc.constantFrom("قال", "إن", "أن", "«", "»", "\"", "،", "وأضاف", "بحسب", "رويترز", "الوزير", "نفى", "(", ")", ":", "مضيفاً", "التي", "a", "\u200f");
		fc.assert(
			fc.property(fc.array(word, { maxLength: 60 }), (words) => {
				const line = words.join(" ");
				for (const s of readArabicSentence(grammar, line, 0, line.length).statements) {
					expect(s.start).toBeGreaterThanOrEqual(0);
					expect(s.end).toBeLessThanOrEqual(line.length);
					expect(s.end).toBeGreaterThan(s.start);
				}
			}),
		);
	});
});
