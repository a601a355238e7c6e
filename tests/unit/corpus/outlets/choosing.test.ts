import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../../src/corpus/index.ts";
import { parseNameWeights } from "../../../../src/corpus/page/outlet/choosing/name-weights.ts";
import { runsIn } from "../../../../src/corpus/page/outlet/finding/name-runs.ts";
import { body, englishBody, readData, rules } from "../rules.ts";

const title = "Crane falls in the harbour on Sunday";

function outletOf(head: readonly string[], text: readonly string[], foot: readonly string[] = []) {
	return detectMetadata([...head, "", ...text, "", ...foot], rules).outlet;
}

describe("the publisher among a page's names", () => {
	it.each([
		[
			"who sent the letter",
			["From: Harrow Gazette <desk@harrowgazette.example>", "To: subscribers", title],
			englishBody,
			[],
			"Harrow Gazette",
		],
		[
			"in whose name an author writes",
			["بلدية المدينة تبدأ توسعة الحديقة", "كتبت: لينا عرنوق لـ«ضفاف الوادي»"],
			body,
			["ضفاف الوادي، شارع النهر ١٢"],
			"ضفاف الوادي",
		],
		[
			"what heads the page, and not the firm that its foot names",
			["MERIDIAN", "Essays | Archive | Support us", title],
			englishBody,
			["© 2024 Meridian Trust"],
			"MERIDIAN",
		],
		[
			"a name that no form fits, in several parts of the page",
			["News", title, "By Lena Orr"],
			[...englishBody, '"We will rebuild it," she told the Harrow Gazette.'],
			["Write to desk@harrowgazette.example", "Harrow Gazette, 12 Quay Street"],
			"Harrow Gazette",
		],
		[
			"a name that ends as a menu's entry does",
			["News", "Sport", "Letters", title, "By Lena Orr"],
			englishBody,
			["Follow Harrow Weekly News on Facebook", "© 2024 Harrow Weekly News"],
			"Harrow Weekly News",
		],
		[
			"a ministry below its state",
			[
				"Republic of Sarin",
				"Ministry of Rivers and Inland Ports",
				"About | Departments | Media Centre | Contact",
				title,
			],
			englishBody,
			[],
			"Ministry of Rivers and Inland Ports",
		],
	])("is %s", (_, head, text, foot, outlet) => {
		expect(outletOf(head, text, foot)).toBe(outlet);
	});

	it.each([
		["a headline's section", ["Science & Nature", title, "21 September 2025"], []],
		["whom the text merely quotes", [title, "21 September 2025"], ["Photo by Lena Orr"]],
		[
			"an agency that helped",
			["World", title],
			["The Associated Press contributed to this report."],
		],
		["what a page offers", ["Older post", title], ["Newer post", "Send us your news"]],
		["where it is read elsewhere", ["Google News", title, "21 September 2025"], []],
		["a channel elsewhere", [title, "21 September 2025"], ["قناة واتساب", "أخبار غوغل"]],
		["what is asked of readers first", ["Your Privacy Choices", "News | Sport", title], []],
		["cookies, in Arabic", ["إعدادات ملفات الارتباط", "الرئيسية | رياضة", title], []],
		["a row of sections", ["News Sports Opinion Obituaries Classifieds", title], []],
		["what kind of page it is", ["Press statement", title, "21 September 2025"], []],
		["where a text stood in print", ["Front page", title, "21 September 2025"], []],
		["what it calls itself", ["صحيفة يومية", "الرئيسية | رياضة", title], []],
		["what an author is", [title, "By Lena Orr @OrrGazette Local Press Reporter"], []],
		["an agency with a picture", [title, "Picture by Lena Orr / Quayside Press Agency"], []],
		["whom it was taken from", [title], ["نقلاً عن صحيفة «ضفاف اليوم»"]],
		["who reported it first", [title], ["As reported by the Lowtown Courier"]],
	])("is not %s", (_, head, foot) => {
		const text = [...englishBody, "A clerk told the Samoa Observer that nobody had asked her."];
		expect(outletOf(head, text, foot)).toBeNull();
	});
});

describe("words of a line that may be a name", () => {
	it.each([
		["Good morning from Harrow Gazette", ["Good", "Harrow Gazette"]],
		["get it first: follow The Tide and Times on Sundays", ["The Tide and Times", "Sundays"]],
		["Forwarded from ضفاف الوادي", ["Forwarded", "ضفاف الوادي"]],
		["لينا عرنوق لـ«ضفاف الوادي»", ["ضفاف الوادي"]],
	])("are found in %s", (line, found) => {
		expect(runsIn(line, rules)).toEqual(found);
	});
});

describe("the weights of names", () => {
	it("are refused where one is missing", () => {
		const whole = readData("publisher-weights.json") as { weights: Record<string, number> };
		const { copyright: _, ...weights } = whole.weights;
		expect(() => parseNameWeights({ ...whole, weights })).toThrow(/damaged at weights/);
	});
});
