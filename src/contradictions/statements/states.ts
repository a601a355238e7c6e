import type { Marked } from "./marks.ts";
import type { Negation } from "./negations.ts";
import type { Matched } from "./overlap.ts";
import type { Term } from "./terms.ts";

/** On which side of a row of `states` a thing is said to be, and where; 4 and 5 stand for the two sides of the third. */
export type State = { side: number; denied: boolean; from: number; to: number };

export function statesIn(negations: readonly Negation[], marks: readonly Marked[]): State[] {
	return marks.flatMap(({ mark, from, to }) => {
		if (!mark.startsWith("state:")) return [];
		const side = Number(mark.slice("state:".length));
		const denied = negations.some(({ words }) => words.has(from));
		return [{ side: denied ? side ^ 1 : side, denied, from, to }];
	});
}

/** Words on either side of a state among which stands the thing that it is of. */
const closeBy = 8;

/** Rows in which the two say of a thing, by a word of both, what cannot both be so; none where one of them says both. */
export function opposedStates(
	a: readonly State[],
	b: readonly State[],
	matches: readonly Matched[],
): number {
	const has = (states: readonly State[], side: number) => states.some((s) => s.side === side);
	const isBy = ({ at, general }: Term, { from, to }: State) =>
		!general && (at < from || at >= to) && at >= from - closeBy && at < to + closeBy;
	const rows = new Set<number>();
	for (const x of a) {
		if (has(a, x.side ^ 1) || has(b, x.side)) continue;
		for (const y of b)
			if (y.side === (x.side ^ 1) && matches.some((m) => isBy(m.own, x) && isBy(m.other, y)))
				rows.add(x.side >> 1);
	}
	return rows.size;
}

/** Whether what the one says is what is left where the other denies the contrary: closed, not open. */
export function agreeByDenial(a: readonly State[], b: readonly State[]): boolean {
	return a.some((x) => b.some((y) => x.side === y.side && x.denied !== y.denied));
}
