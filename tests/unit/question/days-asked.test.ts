import { describe, expect, it } from "vitest";
import { loadReader } from "../../../src/app/load/question-reader.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";

/** Thursday, 16 May 2024. */
const now = () => Date.UTC(2024, 4, 16, 9);
const data = await shippedSearchData();
const reader = (await loadReader(indexDataFolder, data, now))(() => ({
	speakers: [],
	outlets: [],
}));

describe("the days that a question asks for", () => {
	it.each([
		["What happened before 2023?", undefined, "2022-12-31"],
		["ماذا حدث قبل 2023؟", undefined, "2022-12-31"],
		["statements since March 2024", "2024-03-01", undefined],
		["ماذا قيل منذ مارس 2024؟", "2024-03-01", undefined],
		["what changed after 5 May 2023", "2023-05-06", undefined],
		["ماذا تغير بعد 5 مايو 2023؟", "2023-05-06", undefined],
		["what was known until 2022", undefined, "2022-12-31"],
		["between May 2022 and 2024", "2022-05-01", "2024-12-31"],
		["بين عامي 2022 و2024", "2022-01-01", "2024-12-31"],
		["exports in 2022 and 2023", "2022-01-01", "2023-12-31"],
		["after May 2022 and before 2024", "2022-06-01", "2023-12-31"],
		["what happened last year?", "2023-01-01", "2023-12-31"],
		["ماذا حدث العام الماضي؟", "2023-01-01", "2023-12-31"],
		["ماذا تقرر في 10 رجب 1446؟", "2025-01-10", "2025-01-10"],
		["ماذا حدث في رمضان 1445؟", "2024-03-11", "2024-04-09"],
		["what happened in May?", undefined, undefined],
	])("%s: %s to %s", async (text, from, to) => {
		const { filters } = await reader.read(text);
		expect([filters.from, filters.to]).toEqual([from, to]);
	});

	it("keep the words of a day for the search, and leave those of a side out of the topic", async () => {
		expect((await reader.read("ماذا تقرر في 10 رجب 1446؟")).dayWords).toBe("10 رجب 1446");
		expect((await reader.read("exports since March 2024")).topicText).toBe("exports");
	});
});
