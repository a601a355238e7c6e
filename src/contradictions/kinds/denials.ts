import type { Relation } from "../articles/article-view.ts";
import { areOpposite } from "../statements/opposites.ts";
import { type Matched, massOf, matchesOf, shareOf, weightOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { agreeByDenial } from "../statements/states.ts";
import { likeness } from "../statements/terms.ts";
import { agreed, deniedOf, deniedTerms, isOfAnother, isOfOther, isPlainlyTold } from "./denied.ts";
import {
	areContrasted,
	areNamesakes,
	haveFollowed,
	isAhead,
	isOpen,
	otherNames,
	otherPeriod,
	otherPlaces,
	speaksOf,
} from "./gates.ts";
import { flag, isDisputed, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** One claim says of a thing what the other says is not so. `b` is the one that negates. */
export function opposed(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	if (a.rejects || b.rejects) return undefined;
	// That nothing shows it agrees with whoever denies it.
	if ((a.denies && b.marks.has("noSigns")) || (b.denies && a.marks.has("noSigns")))
		return undefined;
	const apart = opposites(a, b);
	// Most pairs end here: nothing of them is compared before it is known that one of them negates.
	if (apart.length === 0 && !mayHinge(a, b)) return undefined;
	const unkept = isUnkept(a, b);
	if (isOfOther(a, b, relation.same) || isOfOther(b, a, relation.same)) return undefined;
	if (areNamesakes(whole(a), whole(b)) || (!unkept && otherPeriod(a, b))) return undefined;
	const matches = matchesOf(a.terms, b.terms);
	const hinges = hingesOf(matches, a, b);
	const contrary = apart.filter(([x, y]) => areOfOneThing(matches, x, y));
	if (hinges.length === 0 && contrary.length === 0) return undefined;
	if (agreeByDenial(a.states, b.states)) return undefined;
	// Both say that there were no visits, in words that reach over others.
	if (contrary.length === 0 && massOf(hinges) <= massOf(agreed(matches))) return undefined;
	const hinge = Math.max(0, ...hinges.map((m) => m.likeness * weightOf(m.own)));
	const rest = matches.filter((m) => !hinges.includes(m) && m.own.negated === m.other.negated);
	const [forth, back] = [
		shareOf(a.terms, matchesOf(a.terms, [...b.terms, ...b.around])),
		shareOf(b.terms, matchesOf(b.terms, [...a.terms, ...a.around])),
	];
	const [denial, other] = negates(b) || !negates(a) ? [b, a] : [a, b];
	const denied = deniedOf(denial, other, hinges);
	const inPassing = denied.inPassing && contrary.length === 0;
	if (denial.denies && !isPlainlyTold(denied)) return undefined;
	const otherDoer = isOfAnother(denial, other);
	if (otherDoer && denied.deed === 0) return undefined;
	if (inPassing && massOf(hinges) < leastInPassing) return undefined;
	const [first] = hinges;
	const places = first ? [first.own.at, first.other.at] : (contrary[0] ?? [0, 0]);
	const open = isOpen(a, b);
	const [aAhead, bAhead] = [isAhead(a, places[0] ?? 0), isAhead(b, places[1] ?? 0)];
	return {
		hinge,
		hinges: Math.min(3, massOf(hinges)),
		contrary: Math.min(1, contrary.length),
		rest: Math.min(3, massOf(rest)),
		plain: Math.min(2, rest.filter((m) => !m.own.general).length),
		most: Math.max(forth, back),
		least: Math.min(forth, back),
		denies: flag(b.denies || a.denies),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		whole: flag(b.marks.has("whole")),
		oneAhead: flag(aAhead !== bAhead && !unkept),
		unkept: flag(unkept),
		core: denied.core,
		deed: denied.deed,
		object: denied.object,
		deedAndObject: denied.deed * denied.object,
		inPassing: flag(inPassing),
		otherDoer: flag(otherDoer),
		close: (closeShare(a, b, hinges, "own") + closeShare(b, a, hinges, "other")) / 2,
		contrast: flag(areContrasted(a, b)),
		otherPlaces: flag(otherPlaces(a, b)),
		ahead: flag(aAhead && bAhead),
		calls: flag(a.claim.act === "calls_for" || b.claim.act === "calls_for"),
		otherNames: flag(otherNames(a, b, relation)),
		otherFigures: flag(otherFigures(a, b)),
		// What was denied before is denied still.
		followed: flag(!a.denies && !b.denies && haveFollowed(a, b, relation)),
		conditional: flag(open.conditional),
		doubt: flag(open.doubt),
		beside: flag(relation.same && Math.abs(a.passage - b.passage) <= 1),
		...setting(a, b, relation),
		accused: flag(speaksOf(a, b) || speaksOf(b, a)),
	};
}

/** Words on either side of the one that is denied. */
const closeBy = 5;

/** What a "without" must deny of a claim, by the weight of its words: weapons alone are none. */
const leastInPassing = 1.5;

/** Whether words that cannot both be true stand by a word of both: a gate opened, a gate shut. */
function areOfOneThing(matches: readonly Matched[], x: number, y: number): boolean {
	const isBy = ({ own, other }: Matched) =>
		Math.abs(own.at - x) <= closeBy && Math.abs(other.at - y) <= closeBy;
	return matches.some((m) => m.own.at !== x && m.other.at !== y && isBy(m));
}

/** Whether it says of anything that it is not so. */
export function negates({ denies, terms }: Statement): boolean {
	return denies || terms.some(({ negated }) => negated);
}

/** How much of what stands close by what is said and denied the other speaks of. */
function closeShare(
	{ terms }: Statement,
	{ terms: others, around }: Statement,
	hinges: readonly Matched[],
	side: "own" | "other",
): number {
	const at = hinges.map((m) => m[side].at);
	const near = terms.filter(
		(term) => !at.includes(term.at) && at.some((place) => Math.abs(term.at - place) <= closeBy),
	);
	return shareOf(near, matchesOf(near, [...others, ...around]));
}

/** What was promised, and that it is due and has not come. `b` negates. */
function isUnkept(a: Statement, b: Statement): boolean {
	const isPromise = a.claim.act === "promises" || a.marks.has("future");
	const isDue = b.marks.has("overdue") || b.aroundMarks.has("overdue");
	return isPromise && isDue && b.terms.some(({ negated, at }) => negated && !isAhead(b, at));
}

/** Words of both, said of the one and denied in the other. */
function hingesOf(matches: readonly Matched[], a: Statement, b: Statement): Matched[] {
	const [own, other] = [new Set(deniedTerms(a)), new Set(deniedTerms(b))];
	return matches.filter((m) => !m.own.name && own.has(m.own) !== other.has(m.other));
}

/** Whether any two words of theirs are alike, the one said and the other denied. */
function mayHinge(a: Statement, b: Statement): boolean {
	for (const own of a.terms) {
		if (own.name) continue;
		const isNegated = own.negated || a.denies;
		for (const other of b.terms)
			if (isNegated !== (other.negated || b.denies) && likeness(own, other) > 0) return true;
	}
	return false;
}

/** Where words that cannot both be true stand in the two. */
function opposites(a: Statement, b: Statement): [number, number][] {
	const out: [number, number][] = [];
	for (const own of a.terms) {
		if (own.sides.length === 0 || own.negated || a.denies) continue;
		for (const other of b.terms) {
			if (other.negated || b.denies || !areOpposite(own.sides, other.sides)) continue;
			out.push([own.at, other.at]);
		}
	}
	return out;
}

/** Numbers of both, none of them of both. */
function otherFigures(a: Statement, b: Statement): boolean {
	if (a.quantities.length === 0 || b.quantities.length === 0) return false;
	return !a.quantities.some((x) => b.quantities.some((y) => x.value === y.value));
}

function whole({ terms, around }: Statement) {
	return [...terms, ...around].sort((x, y) => x.at - y.at);
}
