import type { FoundFigure } from "../../language/figures/figures.ts";
import type { Token } from "../../language/text/tokens.ts";
import type { Marked } from "./marks.ts";

const share = "share:";
/** A part of an Arabic noun stands before its article. */
const article = /^(ال|لل)/;

/** Parts of a whole and twos that stand in words alone: two thirds of the pupils, ميلين. */
export function wordFigures(
	text: string,
	tokens: readonly Token[],
	marks: readonly Marked[],
): FoundFigure[] {
	return marks.flatMap(({ mark, from, to }): FoundFigure[] => {
		const isShare = mark.startsWith(share);
		if (!isShare && mark !== "duals") return [];
		const [first, last, next] = [tokens[from], tokens[to - 1], tokens[to]];
		if (!first || !last) return [];
		const quote = text.slice(first.start, last.end);
		const place = { start: first.start, end: last.end, quote };
		if (!isShare) return [{ ...place, value: 2, unit: quote, qualifier: null }];
		const isPart = /^\p{Script=Latin}/u.test(quote) || article.test(next?.text ?? "");
		const value = Number(mark.slice(share.length));
		return isPart ? [{ ...place, value, unit: "percent", qualifier: null }] : [];
	});
}
