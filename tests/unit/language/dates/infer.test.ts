import { describe, expect, it } from "vitest";
import { inferPublished } from "../../../../src/language/dates/index.ts";
import { finder } from "./date-data.ts";

describe("inferPublished", () => {
	it("takes the day that the text itself calls today or yesterday", () => {
		const inferred = { value: "2023-07-27", precision: "day", basis: "inferred" };
		expect(inferPublished(["أعلنت الوزارة اليوم الخميس 27 يوليو 2023 نتائجها"], finder)).toEqual(
			inferred,
		);
		expect(inferPublished(["It said yesterday, July 26, 2023, that"], finder)).toEqual(inferred);
	});

	it.each([
		[["قال الخميس 27 يوليو 2023"]],
		[["اليوم الخميس"]],
		[["today, 5 May 2023", "and today, 9 May 2023"]],
		[[]],
	])("stays unknown for %j", (lines) => {
		expect(inferPublished(lines, finder).value).toBeNull();
	});
});
