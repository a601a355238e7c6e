import { expect, it } from "vitest";
import { speakerBehindQuote } from "../../../../src/attribution/frames/behind-quote.ts";
import { frameOf } from "../engine/readings.ts";

/** Whether the marked source of a line is found behind its quotation. */
function isBehind(language: "ar" | "en", marked: string): boolean {
	const { reading, content, source } = frameOf(language, marked, ["content", "cue", "source"]);
	return speakerBehindQuote(reading, content, source ? [source] : []) === 0;
}

it.each([
	["en", "Jan left. “[c1 Who shut the pier?]” [s1 Senator Ana Roth] [q1 demanded]."],
	["en", "Jan left. “[c1 Shut the pier!]” [s1 Ana Roth] [q1 shouted]."],
] as const)(
	"whoever stands between a quotation and its verb says it (%s): %s",
	(language, line) => {
		expect(isBehind(language, line)).toBe(true);
	},
);

it.each([
	["en", "“[c1 Who shut the pier?]” [s1 Ana Roth] left and [q1 said] nothing."],
	["en", "[c1 The pier is shut], [s1 Ana Roth] [q1 said]."],
] as const)("nobody else does (%s): %s", (language, line) => {
	expect(isBehind(language, line)).toBe(false);
});
