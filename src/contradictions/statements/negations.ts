import type { Token } from "../../language/text/tokens.ts";
import type { Marked } from "./marks.ts";

/** How many words a negation reaches over. */
const negationReach = 11;

/** The words that a negation is said of, by their place. */
export function negatedWords(
	text: string,
	all: readonly Token[],
	marks: readonly Marked[],
): ReadonlySet<number> {
	const out = new Set<number>();
	const none = marks.filter((m) => m.mark === "noNegations");
	for (const { mark, from, to } of marks) {
		if (mark !== "negations") continue;
		if (none.some((m) => m.from <= from && m.to >= to)) continue;
		if (marks.some((m) => m.mark === "exceeds" && m.from >= to && m.from < to + 2)) continue;
		if (isExcepted(marks, to)) continue;
		for (let at = to; at < Math.min(all.length, to + negationReach); at++) {
			const gap = text.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0);
			if (/[,،;؛.:!?؟—–]/.test(gap)) break;
			if (marks.some((m) => m.mark === "scopeEnds" && m.from === at)) break;
			out.add(at);
		}
	}
	return out;
}

/** Behind the word `at` stands "but for": it is so after all. */
function isExcepted(marks: readonly Marked[], at: number): boolean {
	return marks.some(
		({ mark, from, to }) =>
			mark === "exceptives" &&
			from >= at &&
			from < at + negationReach &&
			!marks.some((m) => m.mark === "scopeEnds" && m.from === from && m.to > to),
	);
}
