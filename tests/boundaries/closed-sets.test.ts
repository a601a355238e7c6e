import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkMessages } from "../../tools/check-messages.ts";
import { root } from "../../tools/files.ts";

const run = promisify(execFile);

/** What is planted into a copy of the code: a row more in each closed set, and a text in one language. */
const planted: [file: string, before: string, row: string][] = [
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
	["index-data/messages/en.json", '\t"act.asserts"', '\t"act.planted": "planted",\n'],
	[
		"src/desk/help.ts",
		"export function",
		'export const planted = (say: Say) => say("en", "planted.key");\n',
	],
];

describe("a row more in a closed set", () => {
	let folder: string;
	let types: string[];
	let messages: string[];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), "isnad-sets-"));
		for (const part of ["src", "adapters", "index-data/messages", "package.json", "tsconfig.json"])
			cpSync(join(root, part), join(folder, part), { recursive: true });
		symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
		for (const [file, before, row] of planted) {
			const text = readFileSync(join(folder, file), "utf8");
			const at = text.indexOf(before);
			if (at < 0) throw new Error(`${file} has no ${before}: say where the row is planted now`);
			writeFileSync(join(folder, file), text.slice(0, at) + row + text.slice(at));
		}
		types = await run("npx", ["tsc", "-p", ".", "--pretty", "false"], { cwd: folder }).then(
			() => [],
			({ stdout }: { stdout: string }) => stdout.split("\n").filter(Boolean),
		);
		messages = (await checkMessages(folder)).findings;
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
		expect(types.some(inFile("src/app/serving/platforms.ts", "'teams'"))).toBe(true);
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

	it("of texts is missed in the other language, and where the code asks for it", () => {
		expect(messages.some(inFile("index-data/messages/ar.json", '"act.planted"'))).toBe(true);
		for (const language of ["en", "ar"])
			expect(messages.some(inFile(`index-data/messages/${language}.json`, '"planted.key"'))).toBe(
				true,
			);
	});
});
