import { expect, it } from "vitest";
import { templatesOf } from "../../../../src/attribution/templates.ts";
import { WordKnowledge } from "../../../../src/language/words/word-knowledge.ts";
import type { WordShape } from "../../../../src/language/words/word-shape.ts";
import { words } from "./language.ts";

const plain: WordShape = {
	splits: (word) => [{ clitics: "", stem: word }],
	guess: () => "word",
	parts: () => "",
	agreement: () => "",
	isTheirs: () => false,
	isMany: () => false,
	isLed: () => false,
	withoutEnding: () => undefined,
	adjective: (stem) => stem,
};

it("the hash of the templates is the same for the same words", () => {
	expect(templatesOf(words.en)).toBe(templatesOf(words.en));
	expect(templatesOf(words.en)).toMatch(/^[0-9a-f]{16}$/);
});

it("the hash of the templates changes with what is known of words", () => {
	const bare = templatesOf(new WordKnowledge(plain));
	const titled = templatesOf(new WordKnowledge(plain).add("head:person:title", ["minister"]));
	expect(new Set([bare, titled, templatesOf(words.en), templatesOf(words.ar)]).size).toBe(4);
});
