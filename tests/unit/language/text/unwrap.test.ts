import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/language/text/unwrap.ts";

describe("lines joined for reading", () => {
	it.each([
		["two words", "the new\nquay", "the new quay"],
		["white space at the line's end", "the new  \r\n  quay", "the new quay"],
		["a divided word", "the govern-\nment said", "the government said"],
		["a divided Arabic word", "قالت الحكو-\nمة", "قالت الحكومة"],
		["a soft hyphen", "the govern\u00ad\nment", "the government"],
		[
			"a compound that stands elsewhere too",
			"a long-term plan, or long-\nterm",
			"a long-term plan, or long-term",
		],
		["a name behind a hyphen", "Al-\nHaddad", "Al-Haddad"],
		["years", "in 2019-\n2020", "in 2019-2020"],
		["a dash with blanks", "the quay -\nthe new one", "the quay - the new one"],
		["a letter's marks", "the new\n> > quay", "the new quay"],
	])("undoes %s", (_, raw, text) => {
		expect(unwrap(raw).text).toBe(text);
	});

	it("knows the way back for every character, and the way there", () => {
		const raw = "the govern-\n> ment of the\r\n  new quay, long-\nterm";
		const { text, rawAt, offsetOf } = unwrap(raw);
		for (let at = 0; at < text.length; at++) {
			if (text[at] !== " ") expect(raw[rawAt(at)]).toBe(text[at]);
			if (text[at] !== " ") expect(offsetOf(rawAt(at))).toBe(at);
		}
	});
});
