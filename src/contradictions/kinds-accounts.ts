import type { Relation } from "./article-view.ts";
import { areNamesakes, isAhead, otherNames, otherPeriod } from "./gates.ts";
import { isDisputed } from "./kinds-figures.ts";
import { massOf, matchesOf, shareOf } from "./overlap.ts";
import type { Signals } from "./signals.ts";
import type { Statement } from "./statement.ts";

/** Two causes of one thing. `a` has a sign of cause. */
export function rivalCauses(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	const { cause } = a;
	if (!cause || a.rejects || b.rejects || a.denies || b.denies) return undefined;
	if (areNamesakes(a.terms, b.terms) || otherPeriod(a, b) || isAhead(a) || isAhead(b)) return undefined;
	if (a.claim.act === "promises" || b.claim.act === "promises") return undefined;
	const effect = [...cause.effect, ...a.around];
	const own = matchesOf(cause.effect, b.cause ? [...b.cause.effect, ...b.around] : b.terms);
	const wide = matchesOf(effect, [...b.terms, ...b.around]);
	const reasons = matchesOf(cause.reason, b.cause?.reason ?? b.terms);
	if (massOf(wide) === 0) return undefined;
	return {
		effect: Math.min(3, massOf(own)),
		effectShare: shareOf(cause.effect, own),
		wide: Math.min(4, massOf(wide)),
		both: flag(b.cause !== undefined),
		sameReason: shareOf(cause.reason, reasons),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		otherNames: flag(otherNames(a, b)),
		otherFigures: flag(a.quantities.length > 0 || b.quantities.length > 0),
		within: flag(relation.same),
		names: Math.min(1, relation.names / 5),
		event: Math.min(1, relation.event / 25),
		far: Math.min(1, (relation.daysApart ?? 3) / 30),
	};
}

function flag(holds: boolean): number {
	return holds ? 1 : 0;
}
