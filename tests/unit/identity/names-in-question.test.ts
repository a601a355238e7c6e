import { expect, it } from "vitest";
import { KnownNames } from "../../../src/identity/names-in-question.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";
import { parseStopWords } from "../../../src/language/words/index-terms.ts";

const data = {
	lexicon: new Lexicon(["n\tport\tميناء\nn\tauthority\tهيئة"]),
	stopWords: parseStopWords("what did the of", "ماذا في من"),
	related: new Map(),
};

const names = [
	["Salma Rashwan", "سلمى رشوان"],
	["Rashwan Adeeb", "رشوان أديب"],
	["Port Authority", "هيئة الميناء"],
];
const asked = ["what", "did", "salma", "rashwan", "say"];

it("finds the same names however far it was made ready before somebody asks", () => {
	const found = new KnownNames(names, data).find(asked);
	expect(found.length).toBeGreaterThan(0);
	for (let steps = 0; steps <= names.length + 1; steps++) {
		const known = new KnownNames(names, data);
		const ready = known.prepare();
		for (let n = 0; n < steps; n++) ready.next();
		expect(known.find(asked)).toEqual(found);
		// Whoever was making it ready goes on, and finds it done.
		expect(ready.next().done).toBe(true);
		expect(known.find(asked)).toEqual(found);
	}
});

it.each([
	[["salma", "say"], 2],
	// The same sound in the other script, where the name has no spelling of its own.
	[["باتريك", "قال"], 1],
	[["selima", "say"], 0],
	[["سليم", "قال"], 0],
])("takes no near name of one script for another one: %s", (words, count) => {
	const known = new KnownNames([...names.slice(0, 1), ["Salma Port"], ["Patrick Lund"]], data);
	expect(known.find(words)).toHaveLength(count);
});
