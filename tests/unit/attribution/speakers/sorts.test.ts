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

describe("who cannot be meant", () => {
	const she = mention("", { printed: "pronoun", agreement: "f", stands: "person" });

	it("by “she” are several people, and a body that nobody spoke for", () => {
		const prosecutors = known("prosecutors", { kind: "anonymous", many: true });
		const embassy = known("China's embassy", { kind: "organisation", body: true });
		const counsel = known("Rosalind Thorne");
		const shares = [0.5, 0.3, 0.1, 0.1];
		expect(possible(shares, she, [prosecutors, embassy, counsel])).toEqual([0, 0, 0.1, 0.1]);
		const bureau = known("Housing Bureau", { kind: "organisation" });
		expect(possible([0.8, 0.2], she, [bureau])).toEqual([0.8, 0.2]);
	});

	it("by a verb of one sex is a paper of the other", () => {
		const channel = known("بيروت الأولى", { kind: "outlet", agreement: "f" });
		const verb = mention("", { agreement: "m" });
		expect(possible([0.8, 0.2], verb, [channel])).toEqual([0, 0.2]);
	});

	it("by the embassy of one state is that of another", () => {
		const iranian = known("السفارة الإيرانية", { kind: "organisation", states: new Set(["Iran"]) });
		const american = mention("السفارة الأميركية", { statesInName: ["United States"] });
		expect(possible([0.8, 0.2], american, [iranian])).toEqual([0, 0.2]);
		const man = known("فريد الأميركي", { states: new Set(["Iran"]) });
		const named = mention("فريد الأميركي", { statesInName: ["United States"] });
		expect(possible([0.8, 0.2], named, [man])).toEqual([0.8, 0.2]);
	});
});
