import type { Relation } from "../articles/article-view.ts";
import { type Matched, massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { agreeByDenial } from "../statements/states.ts";
import { kinship, type Term } from "../statements/terms.ts";
import { agreed, deniedTerms, isOfOther } from "./denied.ts";
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
import { flag, isDisputed, isOwnVoice, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** What the two must share of what is denied, by the weight of its words. */
const leastKindred = 0.4;

/** The same where not the least of it is so: of all that the denial's paragraph tells. */
const leastAbout = 1.5;
/** What both deny in the same words makes them one, by the weight of these. */
const leastAgreed = 1;
/** Words between a negation and the least of a thing. */
const leastReach = 6;

/**
 * A denial in other words: he fled, he never set foot outside. `b` negates; what it says is not so
 * is of one doing with what `a` says. `title`: that of b's article, where it is another one.
 */
export function deniedOtherwise(
	a: Statement,
	b: Statement,
	relation: Relation,
	title: readonly Term[],
): Signals | undefined {
	if (a.rejects || b.rejects || a.denies || (b.denies && a.marks.has("noSigns"))) return undefined;
	if (agreeByDenial(a.states, b.states)) return undefined;
	const promised = isPromise(a);
	// What an article tells itself is rarely what a denial is of, but a promise or a rumour.
	if (isOwnVoice(b) || (isOwnVoice(a) && !promised)) return undefined;
	const things = deniedTerms(b).filter(({ name, inPassing }) => !name && !inPassing);
	if (things.length === 0 || (!b.denies && !things.some(({ negated }) => negated)))
		return undefined;
	const said = a.terms.filter(({ negated, name }) => !negated && !name);
	const kin = matchesOf(things, said, kinship);
	const minimal = isOfTheLeast(b);
	if (massOf(kin) < (minimal ? 0 : leastKindred)) return undefined;
	if (!minimal && isOfOneWord(things, kin)) return undefined;
	if (massOf(agreed(matchesOf(a.terms, b.terms))) >= leastAgreed) return undefined;
	if (areNamesakes(a.terms, b.terms) || otherPeriod(a, b)) return undefined;
	// "Denied that" is mostly followed by the words of what was said.
	if (b.denies && isOfOther(b, a, relation.same)) return undefined;
	const taken = new Set(kin.map(({ other }) => other.at));
	const others = a.terms.filter(({ at }) => !taken.has(at));
	const own = [...b.terms.filter((term) => !things.includes(term)), ...b.around, ...b.speaker];
	const wide = [...own, ...b.paragraph, ...b.previous, ...title];
	const about = massOf(matchesOf(a.terms, wide));
	if (minimal && massOf(kin) === 0 && about < leastAbout) return undefined;
	const open = isOpen(a, b);
	const [first] = things;
	const [aAhead, bAhead] = [isAhead(a, a.terms.at(-1)?.at ?? 0), isAhead(b, first?.at ?? 0)];
	const unkept = promised && !bAhead;
	return {
		kin: Math.min(2, massOf(kin)),
		kinShare: shareOf(things, kin),
		exact: Math.min(2, massOf(kin.filter((m) => m.likeness > 0.5))),
		deed: first ? (matchesOf([first], said, kinship)[0]?.likeness ?? 0) : 0,
		subject: Math.min(3, massOf(matchesOf(others, own))),
		theme: shareOf(a.terms, matchesOf(a.terms, wide)),
		titled: Math.min(3, massOf(matchesOf(a.terms, title))),
		minimal: flag(minimal),
		emphatic: flag(b.marks.has("emphatics")),
		denies: flag(b.denies),
		accused: flag(speaksOf(a, b)),
		body: flag(isSpokenOf(a, b)),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		promised: flag(unkept),
		due: flag(unkept && isDue(b)),
		oneAhead: flag(aAhead !== bAhead && !unkept),
		ahead: flag(aAhead && bAhead),
		calls: flag(a.claim.act === "calls_for" || b.claim.act === "calls_for"),
		conditional: flag(open.conditional),
		doubt: flag(open.doubt),
		contrast: flag(areContrasted(a, b)),
		otherPlaces: flag(otherPlaces(a, b)),
		otherNames: flag(otherNames(a, b, relation)),
		followed: flag(!b.denies && !unkept && haveFollowed(a, b, relation)),
		before: flag(relation.same && a.order < b.order),
		beside: relation.same ? 1 / (1 + Math.abs(a.passage - b.passage)) : 0,
		...setting(a, b, relation),
	};
}

/** Of a denial of two words another claim must tell two. */
function isOfOneWord(things: readonly Term[], kin: readonly Matched[]): boolean {
	const told = new Set(kin.map(({ other }) => other.at));
	return told.size < Math.min(2, new Set(things.map(({ stem }) => stem)).size);
}

/** Not a cent of it, not a step. */
function isOfTheLeast({ marked, terms }: Statement): boolean {
	const isDenied = (at: number) => terms.some((term) => term.at === at - 1 && term.negated);
	return marked.some(
		({ mark, from }) =>
			mark === "minimals" &&
			marked.some((m) => m.mark === "negations" && m.to <= from && m.to > from - leastReach) &&
			(isDenied(from) || isDenied(from + 1) || isDenied(from + 2)),
	);
}

/** Somebody promised it, or an article tells that somebody did. */
function isPromise({ claim, marks }: Statement): boolean {
	return claim.act === "promises" || (marks.has("future") && marks.has("overdue"));
}

/** Time has gone by. */
function isDue({ marks, aroundMarks, quantities }: Statement): boolean {
	return (
		marks.has("overdue") ||
		aroundMarks.has("overdue") ||
		marks.has("later") ||
		quantities.some(({ measure }) => measure)
	);
}

/** Whether the one speaks of what the other's speaker is called: the ministry, the company. */
function isSpokenOf({ terms, around }: Statement, { speaker }: Statement): boolean {
	const called = speaker.filter(({ name, general }) => !name && !general);
	return matchesOf(called, [...terms, ...around]).some(({ likeness }) => likeness === 1);
}
