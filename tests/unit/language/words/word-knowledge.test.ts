import { expect, it } from "vitest";
import { WordKnowledge, type WordShape } from "../../../../src/language/words/word-knowledge.ts";

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
