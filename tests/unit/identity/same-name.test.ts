import { describe, expect, it } from "vitest";
import { nameKey, sameName, sameTitle } from "../../../src/identity/same-name.ts";

describe("names of one speaker", () => {
	it.each([
		["بوتين", "فلاديمير بوتين"],
		["جين بينغ", "شي جين بينغ"],
		["شي", "شي جين بينغ"],
		["شي جين بينغ", "شي جينبينغ"],
		["بلومبرغ", "بلومبيرج"],
		["الهاشمي", "سالم الهاشمي"],
		["غوتيريش", "أنطونيو جوتيريش"],
	])("%s is %s", (short, long) => {
		expect(sameName(nameKey(short), nameKey(long))).toBe(true);
		expect(sameName(nameKey(long), nameKey(short))).toBe(true);
	});

	it.each([
		["سالم الهاشمي", "سالم القاسمي"],
		["سالم الهاشمي", "نادر الهاشمي"],
		["ل", "ل م"],
		["", "سالم"],
	])("%s is not %s", (a, b) => {
		expect(sameName(nameKey(a), nameKey(b))).toBe(false);
	});

	it("joins titles by their first word and all the others", () => {
		const title = nameKey("وزير الخارجية الأميركي");
		expect(sameTitle(nameKey("وزير الخارجية الأمريكي"), title)).toBe(true);
		expect(sameTitle(nameKey("وزير الخارجية"), title)).toBe(true);
		expect(sameTitle(nameKey("وزير الداخلية"), title)).toBe(false);
		expect(sameTitle(nameKey("سفير الخارجية"), title)).toBe(false);
		expect(sameTitle(nameKey("الوزير"), title)).toBe(false);
		expect(sameTitle(nameKey("الوزير"), nameKey("وزير النقل"))).toBe(true);
	});
});
