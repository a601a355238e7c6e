import { describe, expect, it } from "vitest";
import { names } from "../answers/doubles.ts";

describe("names across scripts and spellings", () => {
	it.each([
		["yellen", "جانيت ييلين"],
		["Yellen", "Janet Yellen"],
		["يلين", "Janet Yellen"],
		["wang yi", "وانغ يي"],
		["Wang Yi", "وزير الخارجية الصيني وانغ يي"],
		["officials", "مسؤولون أمريكيون كبار"],
		["china", "بكين"],
		["الصين", "Beijing"],
		["the Kremlin", "Kremlin"],
		["Blinken", "أنتوني بلينكن"],
	])("%s is %s", (asked, spelling) => {
		expect(names.test(asked)([spelling])).toBe(true);
	});

	it.each([
		["yellen", "لن"],
		["yellen", "أنتوني بلينكن"],
		["wang yi", "جانيت ييلين"],
		["Janet Yellen", "Janet Smith"],
		["china", "واشنطن"],
		["", "Janet Yellen"],
	])("%s is not %s", (asked, spelling) => {
		expect(names.test(asked)([spelling])).toBe(false);
	});
});
