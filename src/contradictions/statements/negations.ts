import type { Token } from "../../language/text/tokens.ts";
import type { Marked } from "./marks.ts";

/** How many words a negation reaches over, and one in passing: without weapons. */
const reach = { plain: 11, passing: 4 };

/** A negation with the words that it is said of, by their place. */
export type Negation = { mark: Marked; words: ReadonlySet<number>; passing: boolean };

export function negationsIn(
	text: string,
	all: readonly Token[],
	marks: readonly Marked[],
): Negation[] {
	const none = marks.filter((m) => m.mark === "noNegations");
	return marks.flatMap((mark): Negation[] => {
		const { from, to } = mark;
		if (mark.mark !== "negations") return [];
		if (none.some((m) => m.from <= from && m.to >= to)) return [];
		if (marks.some((m) => m.mark === "exceeds" && m.from >= to && m.from < to + 2)) return [];
		if (isExcepted(marks, to)) return [];
		const passing = marks.some((m) => m.mark === "withouts" && m.from <= from && m.to >= to);
		const words = new Set<number>();
		for (let at = to; at < Math.min(all.length, to + reach[passing ? "passing" : "plain"]); at++) {
			const gap = text.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0);
			if (/[,،;؛.:!?؟—–]/.test(gap)) break;
			if (marks.some((m) => m.mark === "scopeEnds" && m.from === at)) break;
			words.add(at);
		}
		return [{ mark, words, passing }];
	});
}

/** Behind the word `at` stands "but for": it is so after all. */
function isExcepted(marks: readonly Marked[], at: number): boolean {
	return marks.some(
		({ mark, from, to }) =>
			mark === "exceptives" &&
			from >= at &&
			from < at + reach.plain &&
			!marks.some((m) => m.mark === "scopeEnds" && m.from === from && m.to > to),
	);
}
