import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escaped, readable } from "../../../../adapters/slack/readable.ts";

describe("what a person wrote", () => {
	it.each([
		["<@U0ISNAD001> who denied it?", "who denied it?"],
		["<@U0ISNAD001|isnad> <!here> weapons", "weapons"],
		["see <#C024BE7LR|general> and <#C1>", "see #general and"],
		["<https://x.example/a?b=1&amp;c=2|the story> says", "the story says"],
		["<https://x.example/a>", "https://x.example/a"],
		["a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"],
		["by:“janet yellen” drones", 'by:"janet yellen" drones'],
		["  من نفى\u00a0ذلك؟ ", "من نفى ذلك؟"],
		["1 < 2 > 1", "1 < 2 > 1"],
	])("%s is read as %s", (text, wanted) => {
		expect(readable(text)).toBe(wanted);
	});

	it("is read in linear time, whatever it is", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 400 }), (text) => typeof readable(text) === "string"),
		);
		for (const part of ["<", "<@", "<a|", "&lt;", "“"])
			expect(readable(part.repeat(50_000)).length).toBeGreaterThan(0);
	});
});

describe("the text of a notification", () => {
	it("can neither mention nor link", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(escaped(text)).not.toMatch(/[<>]/);
			}),
		);
		expect(escaped("<!channel> & <https://x|y>")).toBe(
			"&lt;!channel&gt; &amp; &lt;https://x|y&gt;",
		);
	});
});
