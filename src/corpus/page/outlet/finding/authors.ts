import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { hasOutletWord } from "../name-form.ts";
import { nameKey } from "../same-name.ts";

/** In words. */
const longestByline = 6;
const longestNote = 14;
const longestAuthor = 4;

/**
 * The keys (`nameKey`) of those whom the page calls its authors: "By Lena Orr", "Lena Orr is a columnist for X", "Lena Orr
 * writes on Mondays". Such a name is no publisher's, wherever it stands.
 */
export function authorsOf(lines: readonly MarkedLine[], rules: PageRules): ReadonlySet<string> {
	const { authorWords, authorVerbs } = rules.furniture;
	const found = lines.flatMap((line) => {
		if (line.words.length > longestNote) return [];
		const verb = line.words.findIndex(({ text }) => authorVerbs.has(text));
		const tells = verb >= 1 && verb <= longestAuthor && !line.text.includes("|");
		const label = line.words.findLastIndex(({ text }) => authorWords.has(text));
		const from = line.words[label + 1];
		const labelled = line.mark === "byline" && line.words.length <= longestByline;
		const names = [
			tells ? line.text.slice(0, line.words[verb]?.start).trim() : "",
			labelled && from && (label === 0 || label === 1) ? line.text.slice(from.start) : "",
		];
		return names.filter((name) => name !== "" && !hasOutletWord(name, rules));
	});
	return new Set(found.map((name) => nameKey(name, rules)));
}
