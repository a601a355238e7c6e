import { tokens } from "../../language/text/tokens.ts";
import { withoutConjunction } from "../../language/words/arabic-clitics.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";

type Stretch = { start: number; end: number };

/** The text with the first run of these folded words exchanged; null where it holds none of them. */
export function replaceWords(text: string, words: ReadonlySet<string>, by: string): string | null {
	const all = tokens(text);
	const isOne = (at: number) => words.has(all[at]?.text ?? "");
	const from = all.findIndex((_, at) => isOne(at));
	if (from < 0) return null;
	let to = from;
	while (isOne(to + 1)) to++;
	return replaceStretches(text, [{ start: all[from]?.start ?? 0, end: all[to]?.end ?? 0 }], by);
}

/** The text with these stretches taken out, the first one's place given to `by`. */
export function replaceStretches(text: string, stretches: readonly Stretch[], by: string): string {
	let out = "";
	let at = 0;
	for (const [n, { start, end }] of [...stretches].sort((a, b) => a.start - b.start).entries()) {
		out += text.slice(at, start) + (n === 0 ? by : "");
		at = end;
	}
	return (out + text.slice(at)).replace(/\s+/g, " ").trim();
}

/** The article that stands in English right before this place, with a blank; empty where there is none. */
export function articleBefore(text: string, start: number): string {
	const before = tokens(text).findLast(({ end }) => end <= start);
	return before && isEnglishArticle(before.text) ? `${before.text} ` : "";
}

/** The typed words without the conjunction that Arabic writes together with the first of them. */
export function asNamed(text: string): string {
	const [first] = tokens(text);
	if (!first || withoutConjunction(first.text, 2) === first.text) return text;
	return text.slice(first.start + 1);
}
