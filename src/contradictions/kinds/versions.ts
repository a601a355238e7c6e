import type { Relation } from "../articles/article-view.ts";
import { areOpposite } from "../statements/opposites.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import { isCount } from "../statements/quantities.ts";
import type { Statement } from "../statements/statement.ts";
import { opposedStates } from "../statements/states.ts";
import { kinship, type Term } from "../statements/terms.ts";
import {
	areContrasted,
	areNamesakes,
	isAhead,
	isOpen,
	otherNames,
	otherPeriod,
	otherPlaces,
	speaksOf,
} from "./gates.ts";
import { flag, isDisputed, isOwnVoice, notTold, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** Titles of the articles of two statements, where they are two. */
export type Titles = { a: readonly Term[]; b: readonly Term[] };

/** What the two and all around them must share, by the weight of its words. */
const leastWide = 1;

/**
 * Two accounts of one thing, of which neither denies the other in so many words: he resigned, he was
 * thrown out; a bird got into the engine, a pump had been fitted wrongly.
 */
export function rivalVersions(
	a: Statement,
	b: Statement,
	relation: Relation,
	titles: Titles,
): Signals | undefined {
	if (a.rejects || b.rejects || a.denies || b.denies) return undefined;
	if (isOwnVoice(a) || isOwnVoice(b)) return undefined;
	// What needs no words compared comes first: most pairs end here.
	const disputed = isDisputed(a) || isDisputed(b);
	const causal = a.cause !== undefined || b.cause !== undefined;
	const sides = a.terms.some(
		(x) =>
			!x.negated &&
			x.sides.length > 0 &&
			b.terms.some((y) => !y.negated && areOpposite(x.sides, y.sides)),
	);
	const mayBeContrary = a.states.length > 0 && b.states.length > 0;
	if (!mayBeContrary && !sides && !disputed && !causal) return undefined;
	// Of what both count the numbers are compared.
	if (a.quantities.some(isCount) && b.quantities.some(isCount)) return undefined;
	if (otherPeriod(a, b)) return undefined;
	const kin = matchesOf(a.terms, b.terms, kinship);
	const states = mayBeContrary ? opposedStates(a.states, b.states, kin) : 0;
	if (states === 0 && !sides && !disputed && !causal) return undefined;
	const at = (s: Statement) => s.terms.at(-1)?.at ?? 0;
	const [aAhead, bAhead] = [isAhead(a, at(a)), isAhead(b, at(b))];
	const isTold = ({ claim }: Statement) => !notTold.has(claim.act);
	if (states === 0 && (aAhead !== bAhead || !isTold(a) || !isTold(b))) return undefined;
	if (areNamesakes(a.terms, b.terms) || areContrasted(a, b)) return undefined;
	const near = (s: Statement) => (relation.same ? s.around : [...s.around, ...s.paragraph]);
	const wide = matchesOf([...a.terms, ...near(a)], [...b.terms, ...near(b)]);
	if (massOf(wide) < leastWide) return undefined;
	const matches = matchesOf(a.terms, b.terms);
	const back = matchesOf(b.terms, a.terms);
	const negates = (s: Statement) => s.terms.some(({ negated }) => negated);
	const open = isOpen(a, b);
	return {
		shared: Math.min(3, massOf(matches)),
		plain: Math.min(2, matches.filter(({ own }) => !own.general && !own.name).length),
		kin: Math.min(2, massOf(kin) - massOf(matches)),
		most: Math.max(shareOf(a.terms, matches), shareOf(b.terms, back)),
		alike: Math.min(shareOf(a.terms, matches), shareOf(b.terms, back)),
		wide: Math.min(4, massOf(wide)),
		titled: Math.min(2, massOf(matchesOf(a.terms, titles.b)), massOf(matchesOf(b.terms, titles.a))),
		contrary: Math.min(2, states),
		contraryShared: states > 0 ? Math.min(2, massOf(matches)) : 0,
		sides: flag(sides),
		causal: flag(causal),
		causes: flag(a.cause !== undefined && b.cause !== undefined),
		negates: flag(negates(a) !== negates(b)),
		whole: flag(a.marks.has("whole") || b.marks.has("whole")),
		accused: flag(speaksOf(a, b) || speaksOf(b, a)),
		disputed: flag(disputed),
		oneAhead: flag(aAhead !== bAhead),
		ahead: flag(aAhead && bAhead),
		calls: flag(a.claim.act === "calls_for" || b.claim.act === "calls_for"),
		conditional: flag(open.conditional),
		doubt: flag(open.doubt),
		otherNames: flag(otherNames(a, b, relation)),
		otherPlaces: flag(otherPlaces(a, b)),
		beside: flag(relation.same && a.passage === b.passage),
		...setting(a, b, relation),
	};
}
