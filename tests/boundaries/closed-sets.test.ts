import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Edit, type Scratch, scratchCopy, slowTypesMs } from "./scratch.ts";

/** What is planted into a copy of the code: a row more in each closed set, and a text in one language. */
const planted: Edit[] = [
	["src/domain/sets/acts.ts", "\tpredicts: {", "\tthreatens: { answerable: true },\n"],
	[
		"src/domain/sets/filters.ts",
		"\tstance: {",
		'\tmood: { takes: "name", value: "MOOD", help: "only so", form: 1 },\n',
	],
	[
		"src/domain/sets/platforms.ts",
		"\tconsole: {",
		"\tteams: { own: false, rate: { channelMs: 0, anywhereMs: 0, atOnce: 1 } },\n",
	],
	[
		"src/domain/sets/languages.ts",
		"\tar: {",
		'\tfr: { locale: "fr-FR", comma: ", ", direction: "ltr" },\n',
	],
	[
		"src/question/question-types.ts",
		"\twhy: {",
		"\twhose: { told: true, asks: null, wants: null },\n",
	],
	[
		"src/domain/sets/commands.ts",
		"\tmore: {",
		"\tglossary: { asks: true, slash: true, manages: false, typed: [] },\n",
	],
	["src/domain/sets/settings.ts", "\tvisibility: [", '\tlength: ["short", "long"],\n'],
	["index-data/messages/en.json", '\t"act.asserts"', '\t"act.planted": "planted",\n'],
	[
		"src/desk/help.ts",
		"export function",
		'export const planted = (say: Say) => say("en", "planted.key");\n',
	],
];

describe("a row more in a closed set", () => {
	let scratch: Scratch;
	let types: string[];
	let messages: string[];

	beforeAll(async () => {
		scratch = scratchCopy(planted);
		types = await scratch.types();
		messages = await scratch.messages();
	}, slowTypesMs);
	afterAll(() => scratch.remove());

	const inFile = (file: string, text: string) => (line: string) =>
		line.startsWith(file) && line.includes(text);

	it("of acts lacks its words in every language", () => {
		for (const language of ["en", "ar"])
			for (const key of ["act.threatens", "stance.threatens", "stance_words.threatens"])
				expect(messages.some(inFile(`index-data/messages/${language}.json`, `"${key}"`))).toBe(
					true,
				);
	});

	it("of filters lacks what it asks of a claim, and its words", () => {
		expect(types.some(inFile("src/answers/find/filters.ts", "'mood'"))).toBe(true);
		for (const language of ["en", "ar"])
			for (const key of [
				"filter.mood",
				"note.filter.mood",
				"slack.narrow.mood",
				"discord.field.mood",
				"discord.placeholder.mood",
				"discord.option.mood",
				"discord.describe.option.mood",
			])
				expect(messages.some(inFile(`index-data/messages/${language}.json`, `"${key}"`))).toBe(
					true,
				);
	});

	it("of platforms lacks its start", () => {
		expect(types.some(inFile("src/app/serving/platforms/platforms.ts", "'teams'"))).toBe(true);
	});

	it("of languages lacks its texts, and is named wherever a text stands in each", () => {
		expect(messages.some(inFile("index-data/messages/fr.json", "no such file"))).toBe(true);
		for (const file of ["src/domain/sets/languages.ts", "src/app/load/messages.ts"])
			expect(types.some(inFile(file, "'fr'"))).toBe(true);
	});

	it("of question types lacks what the asker is told", () => {
		for (const language of ["en", "ar"])
			expect(messages.some(inFile(`index-data/messages/${language}.json`, '"asked.whose"'))).toBe(
				true,
			);
	});

	it("of commands lacks its words, and its place on Discord", () => {
		expect(types.some(inFile("adapters/discord/commands/commands.ts", "'glossary'"))).toBe(true);
		for (const language of ["en", "ar"])
			expect(
				messages.some(inFile(`index-data/messages/${language}.json`, '"command.glossary"')),
			).toBe(true);
	});

	it("of settings lacks its words and those of its values", () => {
		for (const language of ["en", "ar"])
			for (const key of ["settings_words.length", "settings_words.short", "settings.length.long"])
				expect(messages.some(inFile(`index-data/messages/${language}.json`, `"${key}"`))).toBe(
					true,
				);
	});

	it("of texts is missed in the other language, and where the code asks for it", () => {
		expect(messages.some(inFile("index-data/messages/ar.json", '"act.planted"'))).toBe(true);
		for (const language of ["en", "ar"])
			expect(messages.some(inFile(`index-data/messages/${language}.json`, '"planted.key"'))).toBe(
				true,
			);
	});
});
