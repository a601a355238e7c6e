import { expect, it } from "vitest";
import { WordKnowledge } from "../../../../src/language/words/word-knowledge.ts";
import type { WordShape } from "../../../../src/language/words/word-shape.ts";

const shape: WordShape = {
	splits: (word) => [
		{ clitics: "", stem: word },
		...(word.startsWith("re") ? [{ clitics: "re", stem: word.slice(2) }] : []),
	],
	guess: () => "guessed",
	parts: () => "",
	agreement: () => "",
	isTheirs: () => false,
	isMany: () => false,
	isLed: () => false,
	withoutEnding: () => undefined,
	adjective: (stem) => stem,
};

it("a word may stand in several lists; the first is its kind", () => {
	const words = new WordKnowledge(shape)
		.add("tools", ["Saw"])
		.add("verbs", ["saw", "two words", " "]);
	const { kind, kinds } = words.of("saw", "saw");
	expect([kind, [...kinds]]).toEqual(["tools", ["tools", "verbs"]]);
	expect(words.of("two", "two").kind).toBe("guessed");
});

it("a verb of saying is that first, and its first reading stays", () => {
	const words = new WordKnowledge(shape)
		.add("tools", ["saw"])
		.addCue("saw", "past:asserts", "m")
		.addCue("saw", "past:denies");
	expect(words.of("saw", "saw")).toMatchObject({
		kind: "Vpast:asserts",
		cue: "past:asserts",
		agreement: "m",
	});
});

it("the whole word is known before its parts", () => {
	const words = new WordKnowledge(shape).add("acts", ["build"]).add("papers", ["report"]);
	expect(words.of("rebuild", "rebuild")).toMatchObject({
		clitics: "re",
		stem: "build",
		kind: "acts",
	});
	expect(words.of("report", "report")).toMatchObject({
		clitics: "",
		stem: "report",
		kind: "papers",
	});
});

it("a name stays what else it is", () => {
	const words = new WordKnowledge(shape)
		.add("virtues", ["grace"])
		.addName("Grace", "f")
		.addName("Grace", "m")
		.addName("grace", "");
	expect(words.of("Grace", "grace")).toMatchObject({ kind: "virtues", sex: "f", family: true });
});

it("words of any length are told, long ones by what they fold to", () => {
	const long = "x".repeat(5_000);
	const words = new WordKnowledge(shape).add("long", [long]);
	expect(words.of(long.toUpperCase(), long).kind).toBe("long");
});

it("a particle is no name that folds to its letters, and a feminine noun no verb with a pronoun", () => {
	const words = new WordKnowledge(shape)
		.add("complementisers", ["أن"])
		.addName("آن", "f")
		.addCue("قوه", "past:accuses", "m");
	expect(words.of("أن", "ان").sex).toBe("");
	expect(words.of("آن", "ان").sex).toBe("f");
	expect(words.of("قوه", "قوه").cue).toBe("past:accuses");
	expect(words.of("قوة", "قوه").cue).toBe("");
});

it("a noun for somebody is known with the ending of an object", () => {
	const ending = { ...shape, withoutEnding: (word: string) => word.replace(/o$/u, "") };
	const words = new WordKnowledge(ending).add("head:anonymous", ["sourc"]).add("tools", ["sawd"]);
	expect(words.of("sourco", "sourco")).toMatchObject({ kind: "head:anonymous", stem: "sourc" });
	expect(words.of("sawdo", "sawdo").kind).toBe("guessed");
});

it("a word tells what sorts of body it may be", () => {
	const words = new WordKnowledge(shape).addSorts({ firm: ["Trust", "Ltd"], group: ["trust"] });
	expect(words.of("Trust", "trust").sorts).toEqual(["firm", "group"]);
	expect(words.of("Ltd.", "ltd.").sorts).toEqual(["firm"]);
	expect(words.of("door", "door").sorts).toEqual([]);
});
