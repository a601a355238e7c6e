import type { Relation } from "../articles/article-view.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { kinship } from "../statements/terms.ts";
import { areNamesakes, isAhead, otherNames, otherPeriod, otherPlaces, speaksOf } from "./gates.ts";
import { flag, isDisputed, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** What the two must share, by the weight of its words. */
const leastShared = 1;

/** Two accounts of how, where or by whom one thing began. */
export function rivalStarts(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	if (!a.marks.has("firsts") || !b.marks.has("firsts")) return undefined;
	if (a.rejects || b.rejects || a.denies || b.denies || otherPeriod(a, b)) return undefined;
	if (isAhead(a, a.terms.at(-1)?.at ?? 0) || isAhead(b, b.terms.at(-1)?.at ?? 0)) return undefined;
	if (a.claim.act === "promises" || b.claim.act === "promises") return undefined;
	if (areNamesakes(a.terms, b.terms)) return undefined;
	const shared = matchesOf(a.terms, b.terms, kinship);
	if (massOf(shared) < leastShared) return undefined;
	const [forth, back] = [
		shareOf(a.terms, shared),
		shareOf(b.terms, matchesOf(b.terms, a.terms, kinship)),
	];
	return {
		shared: Math.min(4, massOf(shared)),
		plain: Math.min(3, shared.filter(({ own }) => !own.general && !own.name).length),
		most: Math.max(forth, back),
		alike: Math.min(forth, back),
		accused: flag(speaksOf(a, b) || speaksOf(b, a)),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		otherFigures: flag(a.quantities.length > 0 && b.quantities.length > 0),
		otherPlaces: flag(otherPlaces(a, b)),
		otherNames: flag(otherNames(a, b, relation)),
		...setting(a, b, relation),
	};
}
