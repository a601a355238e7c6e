import { describe, expect, it } from "vitest";
import { storyDay } from "../../../../src/language/dates/story-day.ts";

const day = (value: string) => ({ value, precision: "day" as const });

describe("the day that an article's story is of", () => {
	const published = day("2023-05-04");

	it("is a day of its lead that lies just before its own", () => {
		expect(storyDay([day("2023-05-02")], published)?.value).toBe("2023-05-02");
	});

	it("is no day of history and none ahead", () => {
		expect(storyDay([day("2023-04-01"), day("2023-05-09")], published)?.value).toBe("2023-05-04");
	});

	it("is the month where that is all that is known, and unknown where less is", () => {
		const month = { value: "2023-05", precision: "month" as const };
		expect(storyDay([day("2023-05-02")], month)).toMatchObject(month);
		expect(storyDay([day("2023-05-02")], { value: "2023", precision: "year" })).toBeNull();
		expect(storyDay([day("2023-05-02")], null)).toBeNull();
	});
});
