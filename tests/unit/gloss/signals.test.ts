import { expect, it } from "vitest";
import { differenceOf } from "../../../src/gloss/compare/judge.ts";
import { type Signal, signalsOf } from "../../../src/gloss/compare/signals.ts";
import { glossReaders } from "./readers.ts";

const readers = await glossReaders();
const told = (en: string, ar: string): Signal[] => {
	const signals = signalsOf({ en, ar }, readers);
	const names = Object.keys(signals).filter((name): name is Signal => name in signals);
	// How much of it is linked says little of so short texts.
	return names.filter((name) => name !== "unlinked" && signals[name] > 0);
};

it.each<[string, string, Signal]>([
	["The bridge opens next spring.", "يفتتح الجسر في الخريف المقبل.", "otherTimes"],
	["He left after the vote.", "غادر قبل التصويت.", "otherTimes"],
	["They pay 40 dinars a month.", "يدفعون 40 دينارا في الأسبوع.", "otherTimes"],
	["The plant makes 40 megawatts.", "ينتج المصنع 40 غيغاواط.", "otherAmounts"],
	["The port closed on 3 May 1871.", "أغلق الميناء في 3 أيار 1817.", "dates"],
	["A third of the wells are dry.", "ربع الآبار جافة.", "amounts"],
	["A Kenyan ship sank.", "غرقت سفينة صومالية.", "otherCountry"],
	[
		"The justice ministry closed the office in Tunis.",
		"أغلقت وزارة الداخلية المكتب في تونس.",
		"otherOffice",
	],
	["The water came from Tripoli to Benghazi.", "وصلت المياه من بنغازي إلى طرابلس.", "namesSwapped"],
	["The court rejected the appeal.", "قبلت المحكمة الاستئناف.", "contraries"],
	["The minister confirmed the visit.", "نفى الوزير الزيارة.", "contraries"],
	["The village still has water.", "لم يعد في القرية ماء.", "contraries"],
	["The ship did not leave the port on Sunday.", "غادرت السفينة الميناء الأحد.", "excess"],
	["The bus nearly hit the wall.", "لم تصدم الحافلة الجدار.", "excess"],
	["The town has a hospital.", "تفتقر البلدة إلى مستشفى.", "denials"],
	["The team scored in the last minute.", "كاد الفريق يسجل في الدقيقة الأخيرة.", "limits"],
	["The police did not allow the march.", "سمحت الشرطة بالمسيرة دون قيود.", "denied"],
])("tells what differs: %s", (en, ar, signal) => {
	expect(told(en, ar)).toContain(signal);
});

it.each([
	["Only two of nine members came.", "لم يحضر سوى عضوين من تسعة."],
	["Nine out of ten pupils passed.", "نجح 90 في المئة من التلاميذ."],
	["One house in three has a roof.", "ثلث المنازل مسقوف."],
	["He spent three quarters of a million.", "أنفق ثلاثة أرباع مليون."],
	["Prices fell by one and a half percent.", "تراجعت الأسعار بنسبة واحد ونصف في المئة."],
	["The war of 1914–18 began here.", "بدأت هنا حرب 1914-1918."],
	["Pope Leo XIII visited the city.", "زار البابا ليو الثالث عشر المدينة."],
	["The church was built in 1520.", "بنيت الكنيسة عام 1520."],
	["It lasted through the 18th and 19th centuries.", "استمر خلال القرنين الثامن عشر والتاسع عشر."],
	["Rates rose on 1 January.", "ارتفعت الأسعار مطلع كانون الثاني."],
	["The dress dates from the 1920s.", "يعود الثوب إلى عشرينيات القرن الماضي."],
	["The Kremlin said so on Monday.", "أعلنت الرئاسة الروسية ذلك يوم الاثنين."],
	["The council ruled it out.", "استبعد المجلس ذلك."],
	["He refused to speak.", "لم يقبل أن يتكلم."],
	["As the ministry said, it is over.", "انتهى الأمر على ما ذكرت الوزارة."],
	["The minister was accused by the judge.", "اتهم القاضي الوزير."],
])("lets pass what is told in other words: %s", (en, ar) => {
	expect(told(en, ar).filter((name) => name !== "countryMissing")).toEqual([]);
});

it("names the fault of what weighs most", () => {
	const none = signalsOf({ en: "", ar: "" }, readers);
	expect(differenceOf(none, readers.weights)).toBeNull();
	expect(differenceOf({ ...none, dates: 1 }, readers.weights)).toBe("numbers");
	expect(differenceOf({ ...none, otherCountry: 1 }, readers.weights)).toBe("names");
	expect(differenceOf({ ...none, countryMissing: 1 }, readers.weights)).toBeNull();
});
