import { describe, expect, it } from "vitest";
import { actOfExclusion } from "../../../../../src/attribution/frames/act/excluded.ts";
import type { Act } from "../../../../../src/domain/sets/acts.ts";
import type { Language } from "../../../../../src/domain/sets/languages.ts";
import { viewIn } from "../../engine/language.ts";

/** The act of what begins with `begin`, told by `verb` and whatever stands before it, where `read` was made of it. */
function actIn(language: Language, line: string, verb: string, begin: string, read: Act): Act {
	const view = viewIn(language, line);
	const at = (word: string) => view.tokens.findIndex(({ text }) => text === word);
	const content = { pieces: [{ from: at(begin), to: view.tokens.length }], sure: 1 };
	const cue = { from: at(verb), to: at(verb) + 1 };
	return actOfExclusion(view, { content, cue }, { act: read, sure: 0.5 }).act;
}

describe("what is ruled out or doubted", () => {
	it.each([
		["en", "The warden ruled out reopening the bridge", "ruled", "reopening", "promises"],
		["en", "The lake was low, she said, ruling out a ban", "ruling", "a", "predicts"],
		["en", "The surveyor doubts that the wall will stand", "doubts", "the", "estimates"],
		["ar", "واستبعد المشرف فتح الجسر", "واستبعد", "فتح", "predicts"],
		["ar", "وقالت إن النهر هادئ، مستبعدةً حظر الصيد", "مستبعدةً", "حظر", "promises"],
		["ar", "وتشكك النقابة في صحة الجدول", "وتشكك", "صحة", "asserts"],
	] as const)("is denied: %s %s", (language, line, verb, begin, read) => {
		expect(actIn(language, line, verb, begin, read)).toBe("denies");
	});

	it.each([
		["en", "The warden did not rule out reopening the bridge", "rule", "reopening"],
		["en", "The warden refused to rule out a toll", "rule", "a"],
		["ar", "ولم يستبعد المشرف فتح الجسر", "يستبعد", "فتح"],
	] as const)("is not, behind a negation: %s %s", (language, line, verb, begin) => {
		expect(actIn(language, line, verb, begin, "denies")).toBe("asserts");
		expect(actIn(language, line, verb, begin, "predicts")).toBe("predicts");
	});

	it.each([
		["en", "The court ruled that the toll was lawful", "ruled", "the"],
		["en", "The warden expects a toll", "expects", "a"],
		["ar", "وتوقع المشرف فتح الجسر", "وتوقع", "فتح"],
	] as const)("nothing else is: %s %s", (language, line, verb, begin) => {
		expect(actIn(language, line, verb, begin, "predicts")).toBe("predicts");
	});

	it("is what stands behind the verb: whoever doubts it is told of", () => {
		const view = viewIn("ar", "بلغت النسبة النصف ومن يشكك فليسأل");
		const verb = view.tokens.findIndex(({ text }) => text === "يشكك");
		const content = { pieces: [{ from: 0, to: 3 }], sure: 1 };
		const cue = { from: verb, to: verb + 1 };
		const read = { act: "asserts", sure: 0.5 } as const;
		expect(actOfExclusion(view, { content, cue }, read)).toBe(read);
	});
});
