import { describe, expect, it } from "vitest";
import { checkWords } from "../../tools/check-words.ts";
import { plant } from "./planted.ts";

const planted: [file: string, code: string, word: string][] = [
	["src/question/list.ts", `export const asks = ["لماذا"];`, "لماذا"],
	["adapters/slack/line.ts", "export const line = `السطر`;", "السطر"],
	["src/timeline/pattern.ts", "export const month = /(?:شباط|فبراير)$/u;", "شباط"],
	["src/answers/word.ts", `export const isThe = (word: string) => word === "Those";`, "Those"],
	["src/identity/pattern.ts", "export const title = /^(?:mr|dr)\\b/;", "mr"],
	["src/corpus/set.ts", `export const links = new Set(["from"]);`, "from"],
];

describe("a word of a language in code", () => {
	it.each(planted)("is found in %s", async (file, code, word) => {
		const tree = plant({ [file]: `${code}\n` });
		const { findings } = await checkWords(tree.folder);
		tree.remove();
		expect(findings).toContain(
			`${file}: holds the word ${JSON.stringify(word)}: move it to index-data`,
		);
	});

	it("is told where there are more than are allowed", async () => {
		const words = Array.from({ length: 156 }, () => `"whether"`).join(", ");
		const file = "src/attribution/english/more.ts";
		const tree = plant({ [file]: `export const more = [${words}];\n` });
		const { findings } = await checkWords(tree.folder);
		tree.remove();
		expect(findings).toEqual([expect.stringMatching(/holds 156 words of a language, 155 are/)]);
	});

	it("is none in a comment, a set of letters, a single letter, a key, a format, or elsewhere in English", async () => {
		const tree = plant({
			"src/question/clean.ts": [
				"// قال and whether",
				"export const letters = /[وفبكل]ل/u;",
				"export type Kind = 'from';",
				"export const row = { from: 1, isLink: /^https:/ };",
				"",
			].join("\n"),
			"src/desk/clean.ts": `export const keys = ["from", "to"];\n`,
		});
		expect(await checkWords(tree.folder)).toEqual({
			findings: [],
			looked: "2 files, 0 words that are allowed",
		});
		tree.remove();
	});
});
