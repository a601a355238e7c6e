import { expect, it } from "vitest";
import { glossLine, readersLines } from "../../../../adapters/shared/answer/readers-lines.ts";
import { glossResult } from "../../../../adapters/shared/programs/results/citation-result.ts";
import { say } from "../../answers/doubles.ts";

const gloss = { language: "en", text: "The dam\u202e is full." } as const;

it("is given to programs as a machine's, beside the quotation and none", () => {
	expect(glossResult({ gloss })).toEqual({
		gloss: { language: "en", text: "The dam is full.", by: "machine translation" },
	});
	expect(glossResult({})).toEqual({});
});

it("is marked where people read it, in no quotation marks, and stands in the place of key words", () => {
	const { text } = glossLine(gloss, say);
	expect(text).toBe("Machine translation: The dam is full.");
	const keyWords = { language: "en", words: ["dam"], left: 0 } as const;
	expect(readersLines({ gloss, keyWords: { ...keyWords, words: ["dam"] } }, say)).toHaveLength(1);
	expect(readersLines({}, say)).toEqual([]);
});
