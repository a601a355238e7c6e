import { describe, expect, it } from "vitest";
import { detectMetadata } from "../../../src/corpus/index.ts";
import { classifyPage } from "../../../src/corpus/page/classify.ts";
import { body, englishBody, rules } from "./rules.ts";

const titleOf = (...lines: string[]) => detectMetadata(lines, rules).title;

describe("a short headline that the text does not speak of", () => {
	it.each([
		["right above the text", "Ferry sinks", [], englishBody],
		["with a blank line between", "Ferry sinks off Sarin", [""], englishBody],
		["above a day", "Ferry sinks", ["5 May 2024"], englishBody],
		["above a byline and a day", "Ferry sinks", ["By Lena Orr", "5 May 2024"], englishBody],
		["right above an Arabic text", "غرق زورق", [], body],
		["of four words in Arabic", "زلزال في تل بعيد", [""], body],
		["above an Arabic byline", "غرق زورق", ["كتبت: لينا عرنوق", "5 أيار 2024"], body],
	])("is the title %s", (_, headline, between, paragraphs) => {
		const lines = [headline, ...between, ...paragraphs];
		expect(titleOf(...lines)).toBe(headline);
		expect(classifyPage(lines, rules).kinds.get(0)).toBe("title");
	});

	it.each([
		["an outlet's name", ["Sarin Herald", ...englishBody]],
		[
			"a name that the copyright line has",
			["Harbour Lights", ...englishBody, "© 2024 Harbour Lights"],
		],
		["a section", ["World", "Sport", ...englishBody]],
		["one of a menu", ["Ferry sinks", "Home", "Fares", "Tides", ...englishBody]],
		["a place and an agency", ["القاهرة - رويترز", ...body]],
	])("is not %s", (_, lines) => {
		expect(titleOf(...lines)).toBeNull();
	});
});
