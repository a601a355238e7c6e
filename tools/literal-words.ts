import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { filesBelow, root } from "./files.ts";

/**
 * Words of a language that stand in code: they belong in `index-data`, where whoever knows the
 * language can mend them. Arabic ones are told by their letters, wherever they stand. English ones
 * are looked for in folders that read text: the function words of the stop list and, in patterns,
 * whatever is written in letters; pages are read by words of formats too, so there the stop list alone.
 */
type LiteralWord = { file: string; word: string };

const readingText =
	/^src\/(language|identity|attribution|contradictions|timeline|question|search|answers|corpus)\//;
const readingPages = /^src\/corpus\//;
/** Patterns hold these without reading a language. */
const ofFormats: ReadonlySet<string> = new Set(["https", "www", "feff", "fffd"]);

const stopWordsFile = "index-data/lexicon/stopwords-en.txt";

/** All of them below `base`, in the order of the files, and how many files were read. */
export function literalWords(base: string = root): { words: LiteralWord[]; files: number } {
	const stopWords = englishStopWords();
	const files = ["src", "adapters"].flatMap((folder) => filesBelow(folder, ".ts", base));
	const words = files.flatMap((file) =>
		textsIn(readFileSync(join(base, file), "utf8")).flatMap((text) => [
			...arabicIn(text).map((word) => ({ file, word })),
			...englishIn(text, file, stopWords).map((word) => ({ file, word })),
		]),
	);
	return { words, files: files.length };
}

type Text = { text: string; isPattern: boolean };
type Node = { type: string; [field: string]: unknown };

/** String literals, pieces of templates and patterns of a TypeScript source text; comments are none. */
function textsIn(source: string): Text[] {
	const found: Text[] = [];
	const open: unknown[] = [parseSync(source, { syntax: "typescript", target: "es2024" })];
	while (open.length > 0) {
		const value = open.pop();
		if (Array.isArray(value)) open.push(...value);
		else if (value && typeof value === "object") {
			const node = value as Node;
			if (node.type === "ImportDeclaration" || node.type === "TsLiteralType") continue;
			const text = textOf(node);
			if (text) found.push(text);
			open.push(...Object.values(node));
		}
	}
	return found.reverse();
}

function textOf(node: Node): Text | undefined {
	if (node.type === "StringLiteral") return { text: String(node.value), isPattern: false };
	if (node.type === "TemplateElement") return { text: String(node.cooked ?? ""), isPattern: false };
	if (node.type === "RegExpLiteral") return { text: String(node.pattern), isPattern: true };
	return undefined;
}

/** A single letter is spelling (a clitic, an ending), and so is a set of letters in a pattern. */
function arabicIn({ text, isPattern }: Text): string[] {
	const plain = isPattern ? text.replace(/\[[^\]]*\]/g, "\0") : text;
	return plain.match(/\p{Script=Arabic}{2,}/gu) ?? [];
}

function englishIn({ text, isPattern }: Text, file: string, stops: ReadonlySet<string>): string[] {
	if (!readingText.test(file)) return [];
	const isStop = (word: string) => word.length > 1 && stops.has(word.toLowerCase());
	if (!isPattern) return isStop(text) ? [text] : [];
	const plain = text.replace(/\\[pPk]\{[^}]*\}|\\[a-zA-Z]|\[[^\]]*\]|\(\?<\w+>/g, "\0");
	const words = (plain.match(/[a-z]{2,}/gi) ?? []).filter((word) => !ofFormats.has(word));
	return readingPages.test(file) ? words.filter(isStop) : words;
}

function englishStopWords(): ReadonlySet<string> {
	const lines = readFileSync(join(root, stopWordsFile), "utf8").split("\n");
	return new Set(
		lines.filter((line) => !line.startsWith("#")).flatMap((line) => line.split(/\s+/)),
	);
}
