import { describe, expect, it } from "vitest";
import { repeatedKeys } from "../../tools/check-data.ts";

describe("the check of data files", () => {
	it("sees a key that stands twice in one object, at any depth", () => {
		expect(repeatedKeys(`{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}`).sort()).toEqual(["a", "c"]);
	});

	it("leaves the same key in two objects alone", () => {
		expect(repeatedKeys(`[{"a": {"a": "a"}}, {"a": "b"}]`)).toEqual([]);
	});
});
