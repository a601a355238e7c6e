import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOwnLexicon } from "../../../../src/app/load/own-lexicon.ts";
import { loadSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";

let folder = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "own-lexicon-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe("an operator's own lexicon", () => {
	it("is read in the order of its files' names, and nothing else of the folder", async () => {
		await write("b.tsv", "n\tdhow\tسنبوك|داو\n");
		await write("a.tsv", "# boats\nn\tfelucca\tفلوكة\n");
		await write("notes.txt", "n\tnote\tملاحظة\n");
		expect(await readOwnLexicon(folder)).toEqual({
			lines: ["n\tfelucca\tفلوكة", "n\tdhow\tسنبوك|داو"],
			problems: [],
		});
	});

	it("leaves a bad line out, names file and line, and keeps the rest", async () => {
		await write("own.tsv", "n\tdhow\tسنبوك\nn\tfelucca\nnoun\tbarge\tصندل\nn\tpunt\tقارب\n");
		const { lines, problems } = await readOwnLexicon(folder);
		expect(lines).toEqual(["n\tdhow\tسنبوك", "n\tpunt\tقارب"]);
		const file = join(folder, "own.tsv");
		expect(problems).toEqual([
			`${file}:2: has 2 columns; write POS, English and Arabic with tabs; the line is left out.`,
			expect.stringMatching(/:3: part of speech "noun"; use .*; the line is left out\.$/),
		]);
	});

	it("takes a file as editors write it: a mark before it, other line ends, no last one", async () => {
		await write("own.tsv", "\ufeffn\tdhow\tسنبوك\r\nn\tpunt\tقارب");
		expect(await readOwnLexicon(folder)).toEqual({
			lines: ["n\tdhow\tسنبوك", "n\tpunt\tقارب"],
			problems: [],
		});
	});

	it("says so where the folder or a file cannot be read, and goes on", async () => {
		const missing = await readOwnLexicon(join(folder, "none"));
		expect(missing.problems[0]).toMatch(
			/none cannot be read \(ENOENT\): name a folder .* ISNAD_LEXICON\.$/,
		);
		await mkdir(join(folder, "a.tsv"));
		await write("b.tsv", "n\tdhow\tسنبوك\n");
		const { lines, problems } = await readOwnLexicon(folder);
		expect(lines).toHaveLength(1);
		expect(problems[0]).toMatch(/a\.tsv cannot be read \(EISDIR\)/);
	});

	it("is nothing where the setting is not set", async () => {
		expect(await readOwnLexicon(undefined)).toEqual({ lines: [], problems: [] });
	});

	it("is looked for like the shipped entries", async () => {
		const { lexicon } = await loadSearchData(indexDataFolder, ["n\tzubzub\tزبزوب"]);
		const [found] = lexicon.matchEnglish(["zubzub"], 0)?.entries ?? [];
		expect(lexicon.entry(found?.entry ?? -1).arabic).toEqual(["زبزوب"]);
	});
});
