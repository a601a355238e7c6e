import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actOf } from "../../../../src/attribution/arabic/frames/act.ts";
import { readArabicSentence } from "../../../../src/attribution/arabic/read-sentence.ts";
import { shippedArabicGrammar } from "./grammar.ts";
import { type Expected, frames, silent } from "./table.ts";

const grammar = shippedArabicGrammar();

function read(line: string): Expected[] {
	return readArabicSentence(grammar, line, 0, line.length).statements.map((s) => {
		const quote = line.slice(s.start, s.end);
		const { act } = actOf(grammar, s.act, quote, line.slice(s.frameStart, s.start));
		return {
			speaker: s.speaker ? s.speaker.outlet || s.speaker.name || s.speaker.text : null,
			act,
			quote,
			via: s.via.map((v) => v?.outlet || v?.name || v?.text || "(before)"),
			...(s.unnamed ? { unnamed: true } : {}),
		};
	});
}

describe("Arabic attribution", () => {
	it.each(frames)("%s", (line, expected) => {
		const found = read(line);
		for (const one of expected) expect(found).toContainEqual(expect.objectContaining(one));
	});

	it.each(silent)("is no claim: %s", (line) => {
		expect(read(line)).toEqual([]);
	});

	it("keeps every statement inside its sentence, whatever the text", () => {
		const word = fc.constantFrom(
			"قال",
			"إن",
			"أن",
			"«",
			"»",
			'"',
			"،",
			"وأضاف",
			"بحسب",
			"رويترز",
			"الوزير",
			"نفى",
			"(",
			")",
			":",
			"مضيفاً",
			"التي",
			"a",
			"\u200f",
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 60 }), (words) => {
				const line = words.join(" ");
				for (const s of readArabicSentence(grammar, line, 0, line.length).statements) {
					expect(s.start).toBeGreaterThanOrEqual(0);
					expect(s.end).toBeLessThanOrEqual(line.length);
					expect(s.end).toBeGreaterThan(s.start);
				}
			}),
		);
	});
});
