import { describe, expect, it } from "vitest";
import { possible } from "../../../../src/attribution/speakers/can-be-meant.ts";
import { sortFit } from "../../../../src/attribution/speakers/known.ts";
import { known, mention } from "./knowns.ts";

const union = known("Steelmakers Union", { kind: "organisation", sorts: new Set(["union"]) });
const mill = known("Solway Steel", { kind: "organisation", sorts: new Set(["firm"]) });
const company = mention("", { printed: "description", titles: ["company"], sorts: ["firm"] });

describe("what a description tells of whom it means", () => {
	it("fits, fits not, or nobody can tell", () => {
		expect([mill, union, known("Harlow")].map((one) => sortFit(company, one))).toEqual([2, 3, 1]);
		expect(sortFit(mention("Solway Steel", { sorts: ["firm"] }), union)).toBe(0);
	});

	it("rules out bodies of another sort", () => {
		expect(possible([0.7, 0.2, 0.1], company, [union, mill])).toEqual([0, 0.2, 0.1]);
	});
});
