import { describe, expect, it } from "vitest";
import type { ArticleSkeleton } from "../../../src/corpus/index.ts";
import { articleOf, extraction } from "../attribution/extraction.ts";

/** Kinds of the pairs in an article of these paragraphs. */
function kinds(language: "ar" | "en", ...lines: string[]): string[] {
	const skeleton: ArticleSkeleton = { ...articleOf(lines, "2023-05-04"), language };
	return extraction.extract(skeleton).contradictions.map(({ kind }) => kind);
}

const accused = (what: string) => `قالت فرنسا إن إيران تبيع ${what} للمتمردين.`;
const denied = "ونفت إيران بيع أي أسلحة.";

describe("what a denial covers", () => {
	it("is what its words take in, and nothing that they do not", () => {
		expect(kinds("ar", accused("الصواريخ"), denied)).toEqual(["denial"]);
		expect(kinds("ar", accused("الخبز"), denied)).toEqual([]);
	});

	it("is the deed with its object, not the object alone", () => {
		const drill = "قالت فرنسا إن إيران تعرض الصواريخ في العاصمة.";
		expect(kinds("ar", drill, denied)).toEqual([]);
	});

	it("is not what the same sentence says behind it", () => {
		const both = "ونفت الشركة إغلاق المصنع، وقالت إنها تراقب أسعار القمح في السوق.";
		const prices = "قال الوزير إن الشركة تراقب أسعار القمح في السوق.";
		expect(kinds("ar", prices, both)).toEqual([]);
	});
});

describe("a negation", () => {
	it("of a thing that is lacking in passing denies nothing that is done", () => {
		const sent = "The union said the ministry had sent guards with rifles to the border.";
		const without = "The minister said the ministry had sent clerks without rifles to Dorne.";
		expect(kinds("en", sent, without)).toEqual([]);
	});

	it("of what has been tells of nothing that is yet to be, whatever the verb's form", () => {
		const signed = "قال زعيم المعارضة إن الحكومة وقعت اتفاق الميناء مع الشركة.";
		const unsigned = "وقال الوزير إن الحكومة لم توقع اتفاقا.";
		expect(kinds("ar", signed, unsigned)).toEqual(["denial"]);
	});
});

it("that there is no such thing is a rejection, also where the article tells it and goes on", () => {
	const rumour = "وانتشر مقطع يزعم أن البلدية تمنح كل عائلة ألف دينار.";
	const answer =
		"اتصلنا بالبلدية فكان جوابها أن لا وجود لمثل هذا البرنامج إطلاقا، وأن المساعدة تقتصر على السكن والطعام.";
	expect(kinds("ar", rumour, answer)).toEqual(["denial"]);
});
