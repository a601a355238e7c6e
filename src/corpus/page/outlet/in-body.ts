import { foldWords } from "../../../language/text/phrase-index.ts";
import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";

/** How the text speaks of a name, if it does. */
export type Mention = "told" | "quoted" | "bare";

/**
 * Every place of the body where a name stands whole: somebody tells it something ("told the X", «لـ«X»») or it saw
 * something ("seen by X"), it stands in quotation marks, or the text is about it.
 */
export function mentionsOf(
	lines: readonly MarkedLine[],
	name: string,
	{ furniture }: PageRules,
): ReadonlySet<Mention> {
	const words = foldWords(name);
	const found = new Set<Mention>();
	for (const line of lines) {
		if (line.mark !== null) continue;
		const told = new Set<number>();
		for (const [at, word] of line.words.entries()) {
			for (const { end } of furniture.toldTo.at(line.words, at)) told.add(end);
			if (!words.every((own, i) => line.words[at + i]?.text === own)) continue;
			const before = line.text.slice(0, word.start);
			found.add(told.has(at) ? "told" : /[«"“]\s?$/u.test(before) ? "quoted" : "bare");
		}
	}
	return found;
}
