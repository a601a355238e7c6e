import { expect, it } from "vitest";
import { asSubject } from "../../../../../src/attribution/speakers/names/nominative.ts";
import { viewIn } from "../../engine/language.ts";

it.each([
	["مصدراً رابعاً", "مصدر رابع"],
	["مصدرا أمنيا", "مصدر أمني"],
	["دبلوماسيا أفريقيا مشاركا في الترتيبات", "دبلوماسي أفريقي مشارك في الترتيبات"],
])("who is not named is shown as the subject of a sentence: %s", (line, shown) => {
	const view = viewIn("ar", line);
	expect(asSubject(view, { from: 0, to: view.tokens.length })).toBe(shown);
});

it.each(["مصدر في الوزارة", "رضا الحداد", "وزارة الدفاع"])(
	"other words stay as they are: %s",
	(line) => {
		const view = viewIn("ar", line);
		expect(asSubject(view, { from: 0, to: view.tokens.length })).toBeUndefined();
	},
);
