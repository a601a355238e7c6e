import { describe, expect, it } from "vitest";
import { classifyPage } from "../../../../src/corpus/page/classify.ts";
import { withRivals } from "../../../../src/corpus/page/outlet/choosing/name-rivals.ts";
import { offeredRuns } from "../../../../src/corpus/page/outlet/finding/name-runs.ts";
import { rules } from "../rules.ts";

const title = "Harbour council approves a new quay";
const body = [
	"The harbour council approved a new quay on Wednesday, although fishermen had asked for more time to study the plan.",
	"Its chairman, Sam Reed, said that the quay would open before the summer and cost a third more than was planned.",
];

function placesOf(page: readonly string[], name: string): string[] {
	const { names } = classifyPage(page, rules);
	const group = names.find(({ same }) => same.some((one) => one.name === name));
	return (group?.same ?? []).map(({ place }) => place);
}

describe("names that a page has in its sentences", () => {
	it.each([
		["“It was never going to hold,” Reed told the Kilmore Ledger.", "Kilmore Ledger", "toldRun"],
		["وقال رئيس الميناء لـ«ضفاف الرصيف» إن الأعمال ستبدأ.", "ضفاف الرصيف", "toldRun"],
		["(Photo by Lena Orr, Kilmore Ledger)", "Kilmore Ledger", "creditRun"],
		["Illustration: Lena Orr for Kilmore Ledger", "Kilmore Ledger", "creditRun"],
		["You get this because you signed up with The Kilmore Crier.", "The Kilmore Crier", "textRun"],
	])("are found in %s", (line, name, place) => {
		expect(placesOf([title, ...body, line], name)).toContain(place);
	});

	it("are not those of listed outlets", () => {
		expect(placesOf([title, ...body, "Reed told Reuters that he was sure."], "Reuters")).toEqual(
			[],
		);
	});
});

describe("the names in what a page offers", () => {
	it.each([
		["نزّل تطبيق بوابة الرصيف على أندرويد", "بوابة الرصيف"],
		["النشرة البريدية لهسيس الرصيف", "هسيس الرصيف"],
		["مراسل رصيف كوم", "رصيف كوم"],
		["شبكة سي إن إن", ""],
	])("end where the name does: %s", (line, name) => {
		const runs = offeredRuns(line, rules);
		expect(name === "" ? runs : runs.includes(name)).toEqual(name === "" ? [] : true);
	});
});

describe("a page's other names", () => {
	const { names } = classifyPage(
		["Kilmore Ledger", title, "3 May 2024", ...body, "Read more in the Harbour Gazette"],
		rules,
	);
	it("are rivals where they look like publications", () => {
		const ledger = names.find(({ same }) => same[0]?.name === "Kilmore Ledger");
		expect(ledger?.evidence.rivals).toBeGreaterThan(0);
		expect(ledger?.evidence.lone).toBeUndefined();
		const [alone] = withRivals(ledger ? [ledger] : []);
		expect(alone?.evidence.lone).toBe(1);
	});
});
