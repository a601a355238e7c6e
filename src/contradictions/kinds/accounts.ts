import type { Relation } from "../articles/article-view.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { areContrasted, areNamesakes, otherNames, otherPlaces } from "./gates.ts";
import { flag, isDisputed, notTold, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** Days within which a thing is explained, and explained another way where no word says so. */
const soon = { said: 21, unsaid: 5 };

function isSoon({ same, daysApart }: Relation, isSaid: boolean): boolean {
	return same || (daysApart !== null && daysApart <= (isSaid ? soon.said : soon.unsaid));
}

/** The share of a reason that makes another one the same. */
const sameReason = 0.4;

/** Two causes of one thing. `a` has a sign of cause. */
export function rivalCauses(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	const { cause } = a;
	const disputed = isDisputed(a) || isDisputed(b);
	if (!cause || areContrasted(a, b) || !isSoon(relation, b.cause !== undefined || disputed))
		return undefined;
	if (!b.cause && !disputed && relation.same) return undefined;
	if (a.rejects || b.rejects || a.denies || b.denies) return undefined;
	if (areNamesakes(a.terms, b.terms)) return undefined;
	if (notTold.has(a.claim.act) || notTold.has(b.claim.act)) return undefined;
	const own = matchesOf(cause.effect, b.cause?.effect ?? b.terms);
	const near = (s: Statement) => (relation.same ? s.around : s.paragraph);
	const wide = matchesOf(
		[...cause.effect, ...near(a)],
		[...(b.cause?.effect ?? b.terms), ...near(b)],
	);
	const reasons = matchesOf(cause.reason, b.cause?.reason ?? b.terms);
	if (massOf(wide) === 0) return undefined;
	if (shareOf(cause.reason, reasons) >= sameReason) return undefined;
	return {
		effect: Math.min(3, massOf(own)),
		effectShare: shareOf(cause.effect, own),
		wide: Math.min(4, massOf(wide)),
		both: flag(b.cause !== undefined),
		sameReason: shareOf(cause.reason, reasons),
		disputed: flag(disputed),
		otherPlaces: flag(otherPlaces(a, b)),
		otherNames: flag(otherNames(a, b, relation)),
		otherFigures: flag(a.quantities.length > 0 || b.quantities.length > 0),
		counted: flag(a.quantities.length > 0 && b.quantities.length > 0),
		...setting(a, b, relation),
	};
}
