import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseSync } from "@swc/core";
import { loadExtraction } from "../src/app/load/extraction.ts";
import { loadMessages } from "../src/app/load/messages.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import type { ArticleSkeleton } from "../src/corpus/index.ts";
import { openCorpus } from "../src/corpus/store/read-corpus.ts";
import { unknownPublished } from "../src/domain/dates.ts";
import { Language } from "../src/domain/sets/languages.ts";
import { filesBelow, root } from "./files.ts";

/** Read as whole folders; every other data file is named by the code that reads it. */
const readAsFolder = /^index-data\/(?:(?:lexicon|thesaurus|corpus)\/|attribution\/weights-)/;

/**
 * Reads every data file of `index-data` as the program does, with its schemas, and looks for what a
 * schema cannot see: a file that nothing reads, a key that stands twice, a stray form of a letter.
 */
export async function checkData(): Promise<{ findings: string[]; looked: string }> {
	const folder = join(root, "index-data");
	const files = filesBelow("index-data", "").filter((path) => extname(path) !== "");
	const findings: string[] = [];
	const loaders = [loadExtraction, loadSearchData, loadMessages];
	for (const load of loaders) {
		await load(folder).catch((error: unknown) => findings.push(`${load.name}: ${error}`));
	}
	findings.push(...(await unfitWeights(folder)));
	const corpus = await openCorpus(join(folder, "corpus"));
	findings.push(...corpus.problems.map(({ file, error }) => `corpus/${file}: ${error.message}`));
	if (corpus.articles.length === 0) findings.push("corpus: holds no article");
	const code = filesBelow("src", ".ts").map((path) => readFileSync(join(root, path), "utf8"));
	for (const file of files) {
		const text = readFileSync(join(root, file), "utf8");
		const name = basename(file, extname(file));
		const mention = new RegExp(`["/.]${name}["./;\\s]|\\b${name}:`);
		const named = code.some((source) => mention.test(source));
		if (!readAsFolder.test(file) && !named) findings.push(`${file}: no code reads it`);
		if (file.endsWith(".bin")) continue;
		if (!text.endsWith("\n")) findings.push(`${file}: end the last line`);
		if (text.includes("\uFEFF")) findings.push(`${file}: remove the byte order mark`);
		if (file.endsWith(".json"))
			findings.push(...repeatedKeys(text).map((key) => `${file}: the key ${key} stands twice`));
	}
	return { findings, looked: `${files.length} files, ${corpus.articles.length} articles` };
}

/** Keys that an object of the JSON text has twice: JSON.parse keeps the last and says nothing. */
export function repeatedKeys(json: string): string[] {
	const repeated: string[] = [];
	const open: unknown[] = [parseSync(`(${json})`, { syntax: "ecmascript" })];
	while (open.length > 0) {
		const value = open.pop();
		if (!value || typeof value !== "object") continue;
		open.push(...Object.values(value));
		const { type, properties } = value as {
			type?: string;
			properties?: { key: { value: string } }[];
		};
		if (type !== "ObjectExpression" || !properties) continue;
		const keys = properties.map(({ key }) => key.value);
		repeated.push(...keys.filter((key, index) => keys.indexOf(key) !== index));
	}
	return repeated;
}

/** What was learned is read when an article comes: one of each language shows whether it fits the code. */
async function unfitWeights(folder: string): Promise<string[]> {
	const { extract } = await loadExtraction(folder);
	return Language.options.flatMap((language) => {
		try {
			extract(emptyArticle(language));
			return [];
		} catch (error) {
			return [`weights-${language}.bin: ${error}`];
		}
	});
}

const emptyArticle = (language: Language): ArticleSkeleton => ({
	id: language,
	language,
	...{ title: null, outlet: null, url: null },
	source: { file: "none.txt", sha256: "" },
	published: unknownPublished,
	rendering: "verbatim",
	passages: [],
});
