import { describe, expect, it } from "vitest";
import { joined } from "./conversation.ts";

const english = "what did Lindqvist say about the ferry strike?";
const arabic = "ماذا قال ليندكفيست عن إضراب العبارات؟";

describe("what is left out", () => {
	it.each([
		[english, "without Delta Post", "Delta Post"],
		[english, "everything but the Delta Post please", "Delta Post"],
		[english, "not Sabbagh", "Karim Sabbagh"],
		[english, "and leave out the embassy", "embassy"],
		[arabic, "بدون دلتا بوست", "Delta Post"],
		[arabic, "طيب بلا دلتا بوست", "Delta Post"],
		[arabic, "ما عدا صباغ", "Karim Sabbagh"],
		[arabic, "مش من دلتا بوست", "Delta Post"],
	])("%s — %s", async (text, typed, without) => {
		expect(await joined({ text, outlet: "Other" }, typed)).toMatchObject({
			...{ text, outlet: "Other", without },
		});
	});

	it("is added to what was left out before", async () => {
		const request = await joined({ text: "ferry strike", without: "Reuters" }, "without Sabbagh");
		expect(request?.without).toBe("Reuters, Karim Sabbagh");
	});

	it("stays left out where it is named once more", async () => {
		const before = { text: "ferry strike", without: "Reuters, Delta Post", outlet: "Other" };
		expect(await joined(before, "without Delta Post")).toMatchObject(before);
		const within = { text: "ferry strike", within: "sabbagh-2024" };
		expect(await joined(within, "not Sabbagh")).toMatchObject({
			...{ ...within, without: "Karim Sabbagh" },
		});
	});

	it("is the person before an outlet that is called by more than was typed", async () => {
		const request = await joined({ text: "ferry strike" }, "without Holt");
		expect(request?.without).toBe("Ada Holt");
		expect((await joined({ text: "ferry strike" }, "without Holt Journal"))?.without).toBe(
			"Holt Journal",
		);
	});

	it.each([
		["who accuses Karim Sabbagh?", "not Sabbagh"],
		["من يتهم صباغ؟", "غير صباغ"],
	])("is still asked about where nothing else is: %s — %s", async (text, typed) => {
		expect(await joined({ text }, typed)).toMatchObject({ text, without: "Karim Sabbagh" });
	});

	it.each([
		["what did Delta Post report about ferries?", "without Delta Post", "ferries", "Delta Post"],
		[
			"what did officials tell Delta Post about ferries?",
			"without Delta Post",
			"what did officials tell about ferries?",
			"Delta Post",
		],
		[
			"what did officials tell Karim Sabbagh about ferries?",
			"not Sabbagh",
			"what did officials tell about ferries?",
			"Karim Sabbagh",
		],
	])("is no longer asked of: %s — %s", async (text, typed, expected, without) => {
		expect(await joined({ text }, typed)).toMatchObject({ text: expected, without });
	});

	it.each([
		[{ outlet: "Delta Post" }, "without Delta Post"],
		[{ without: "Delta Post" }, "without exclusions"],
		[{ written: "ar" as const }, "any language"],
		[{ written: "ar" as const }, "بكل اللغات"],
	])("is taken back where it was narrowed to: %o — %s", async (filters, typed) => {
		const request = await joined({ text: "ferry strike", ...filters }, typed);
		expect(request).toMatchObject({ text: "ferry strike" });
		for (const key of ["outlet", "without", "written"]) expect(request).not.toHaveProperty(key);
	});

	it.each(["without sanctions", "not one ship sailed", "without doubt the strike will end soon"])(
		"is nobody: %s",
		async (typed) => {
			expect((await joined({ text: "ferry strike" }, typed))?.without).toBeUndefined();
		},
	);
});

describe("the language of the articles", () => {
	it.each([
		["only the Arabic ones", "ar"],
		["just English sources", "en"],
		["articles in Arabic", "ar"],
		["بس بالعربي", "ar"],
		["طيب بس الإنجليزية", "en"],
		["المصادر العربية فقط", "ar"],
	])("is chosen by %s", async (typed, written) => {
		const request = await joined({ text: "ferry strike" }, typed);
		expect(request).toMatchObject({ text: "ferry strike", written });
	});

	it.each([
		["in English", "en"],
		["بالعربية", "ar"],
	])("is none where the answer's is meant: %s", async (typed, language) => {
		const request = await joined({ text: "ferry strike" }, typed);
		expect(request).toMatchObject({ text: "ferry strike", language });
		expect(request).not.toHaveProperty("written");
	});
});
