import { describe, expect, it } from "vitest";
import { takesObject } from "../../../../src/attribution/frames/source/leaves-object.ts";
import { stretchOf, viewIn } from "../engine/language.ts";

/** Whether the words leave nobody over who is accused; the verb is the line's first word. */
function takes(line: string, who: string, said: string): boolean {
	const view = viewIn("ar", line);
	const content = { pieces: [stretchOf(view, said)], sure: 1 };
	return takesObject(view, stretchOf(view, who), { from: 0, to: 1 }, content);
}

describe("words for a speaker between a verb that accuses and the charge", () => {
	it.each([
		["واتهم دول الجوار، الثلاثاء، بتصعيد النزاع", "دول الجوار", "بتصعيد النزاع"],
		["اتهم كميل أبو رزق الخازن بـ«توزيع الأسرار»", "كميل أبو رزق الخازن", "توزيع الأسرار"],
		["تتهم النيابة العامة غروبر، وهو مفتش، بتسليم وثائق", "النيابة العامة غروبر", "بتسليم وثائق"],
		["اتهمت منظمة حقوقية جهات أمنية بالتعذيب", "جهات أمنية", "بالتعذيب"],
	])("are whom it accuses, or hold his name: %s", (line, who, said) => {
		expect(takes(line, who, said)).toBe(true);
	});

	it.each([
		["اتهم كميل أبو رزق الخازن بـ«توزيع الأسرار»", "كميل أبو رزق", "توزيع الأسرار"],
		["تتهم النيابة العامة غروبر، وهو مفتش، بتسليم وثائق", "النيابة العامة", "بتسليم وثائق"],
		["اتهم الوزير الشركة بالإهمال", "الوزير", "الشركة بالإهمال"],
		["تتهمها الخرطوم بتوريد السلاح", "الخرطوم", "بتوريد السلاح"],
		["وعد الوزير بالتعويض", "الوزير", "بالتعويض"],
	])("may speak where somebody is left over, or written onto the verb: %s", (line, who, said) => {
		expect(takes(line, who, said)).toBe(false);
	});
});
