import { describe, expect, it } from "vitest";
import { readAmounts } from "../../../src/gloss/read-amounts.ts";
import { areSameAmounts } from "../../../src/gloss/same-amounts.ts";
import { fold } from "../../../src/language/text/normalise.ts";
import { glossReaders } from "./readers.ts";

const { amounts } = await glossReaders();
const english = (text: string) => readAmounts(fold(text), amounts.en);
const arabic = (text: string) => readAmounts(fold(text), amounts.ar);

describe("amounts that are one in both languages", () => {
	it.each([
		["three hundred and five people", "ثلاثمئة وخمسة أشخاص"],
		["23,000 homes", "ثلاثة وعشرون ألف منزل"],
		["a fortnight", "أسبوعين"],
		["14 days", "أسبوعان"],
		["an 18-month break", "توقف دام سنة ونصف السنة"],
		["half a tonne", "500 كيلوغرام"],
		["11 crore rupees", "110 ملايين روبية"],
		["£4.2m", "4,2 مليون جنيه"],
		["250,000 people", "ربع مليون نسمة"],
		["one in five nurses", "20% من الممرضين"],
		["a third of the pieces", "ثلث القطع"],
		["the 14 fishermen", "الصيادين الأربعة عشر"],
		["2,000 rupees", "ألفا روبية"],
		["31-27", "27-31"],
		["the seventeenth century", "القرن السابع عشر"],
		["two suspects", "مشتبهان"],
		["1,500 people", "ألف وخمسمئة شخص"],
		["the third millennium", "الألف الثالث"],
		["two and a half years", "سنتين ونصف السنة"],
		["the twenty-first day", "اليوم الحادي والعشرين"],
		["the semi-final", "نصف النهائي"],
		["2.3 percent", "2,3 في المئة"],
		["2.6 million tonnes", "مليونان و600 ألف طن"],
		["7,300 pupils", "سبعة آلاف و300 تلميذ"],
		["6.5 million trees", "ستة ملايين ونصف المليون شجرة"],
		["half a per cent", "0.5 في المئة"],
		["three-fifths of the crop", "60 في المئة من المحصول"],
	])("%s / %s", (en, ar) => {
		expect(areSameAmounts(english(en), arabic(ar))).toBe(true);
	});
});

describe("amounts that differ", () => {
	it.each([
		["three months", "ثلاثة أسابيع"],
		["12 metres", "12 كيلومترا"],
		["740 hectares", "740 دونما"],
		["a quarter of the pieces", "ثلث القطع"],
		["the second transplant", "أول عملية زراعة"],
		["the seventh century", "القرن التاسع"],
		["admissions were halved", "تضاعف عدد الحالات"],
		["85 percent", "58 في المئة"],
		["four workers", "أربعون عاملا"],
		["3 million", "3 آلاف"],
	])("%s / %s", (en, ar) => {
		expect(areSameAmounts(english(en), arabic(ar))).toBe(false);
	});
});
