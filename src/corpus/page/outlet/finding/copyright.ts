import { foldWords } from "../../../../language/text/phrase-index.ts";
import type { Token } from "../../../../language/text/tokens.ts";
import { withArticle } from "../../../../language/words/arabic-clitics.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { withoutFor } from "../bare-name.ts";
import { withoutLegalForm } from "../same-name.ts";

/** Names longer than this in a copyright line are sentences. */
const longestOwner = 7;

/** The owner that the page's last copyright line names; a listed outlet by its own name. Null: none. */
export function copyrightOwner(lines: readonly MarkedLine[], rules: PageRules): string | null {
	for (const line of lines.toReversed()) {
		if (line.mark !== "copyright") continue;
		const owner = ownerOf(line, rules);
		if (owner) return owner;
	}
	return null;
}

/** What is left of a copyright line when its set phrases, years and marks are taken away. */
function ownerOf(line: MarkedLine, rules: PageRules): string | null {
	const { rightsWords } = rules.furniture;
	const runs: Token[][] = [];
	let run: Token[] = [];
	let previousEnd = 0;
	for (const word of line.words) {
		const parted = /[.|•·:؛;©]|\s[-–—]\s/u.test(line.text.slice(previousEnd, word.start));
		if (parted && run.length > 0) {
			runs.push(run);
			run = [];
		}
		previousEnd = word.end;
		if (/^\d/.test(word.text) || rightsWords.has(word.text)) {
			if (run.length > 0) runs.push(run);
			run = [];
			continue;
		}
		run.push(word);
	}
	if (run.length > 0) runs.push(run);
	for (const hitRun of runs) {
		const text = textOf(line, hitRun);
		const known = rules.outlets.named(text) ?? rules.outlets.named(withArticle(text));
		if (known) return known.name;
	}
	const [only, ...others] = runs.filter((words) => !isChrome(words, rules));
	if (!only || only.length > longestOwner) return null;
	if (others.length > 0 && !isWhole(line, only)) return null;
	const whole = withoutLegalForm(textOf(line, only), rules);
	const text = withoutFor(withoutKind(whole, rules), rules);
	return text.length >= 3 ? text : null;
}

/**
 * "(c) 2022 The Harbour Gazette. Registered as …": behind a year, before a stop (or "Ltd" and one); "© Harbour Gazette – licence 12",
 * "Harbour Gazette © an independent daily". What is said further on names nobody.
 */
function isWhole({ text }: MarkedLine, words: readonly Token[]): boolean {
	const before = text.slice(0, words[0]?.start);
	const behind = text.slice(words.at(-1)?.end);
	return (
		(/(?:©|\p{Nd}{4})[,،]?\s*$/u.test(before) && /^(?:\s\p{L}{2,4})?\.\s/u.test(behind)) ||
		(/©\s*$/u.test(before) && /^\s?(?:[،,|]|\s[-–—])\s/u.test(behind)) ||
		(before.trim() === "" && /^\s?©/u.test(behind))
	);
}

/** "Veldt & Coast, a quarterly": what it is stands behind its name. */
function withoutKind(owner: string, { furniture }: PageRules): string {
	const [name = owner, kind = ""] = owner.split(/[,،]\s+/u);
	return foldWords(kind).some((word) => furniture.kindWords.has(word)) ? name : owner;
}

/** "Log in", "Privacy policy": what else stands in a page's last line. */
function isChrome(words: readonly Token[], rules: PageRules): boolean {
	for (const { value, end } of rules.furniture.rules.at(words, 0))
		if (value.match === "whole" && end === words.length) return true;
	return false;
}

function textOf(line: MarkedLine, words: readonly Token[]): string {
	return line.text.slice(words[0]?.start ?? 0, words[words.length - 1]?.end ?? 0);
}
