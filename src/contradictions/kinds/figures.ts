import { onDemand } from "../../language/text/memo.ts";
import type { Relation } from "../articles/article-view.ts";
import { type Matched, massOf, matchesOf, shareOf, weightOf } from "../statements/overlap.ts";
import { areApart, type Quantity } from "../statements/quantities.ts";
import type { Statement } from "../statements/statement.ts";
import { kinship, type Term } from "../statements/terms.ts";
import { areContrasted, isAhead, otherNames, otherPeriod, otherPlaces } from "./gates.ts";
import { flag, isDisputed, isOwnVoice, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

export type RivalFigures = { a: Quantity; b: Quantity; signals: Signals };

/** Figures of two claims that count one thing and leave no value that both allow. */
export function rivalFigures(a: Statement, b: Statement, relation: Relation): RivalFigures[] {
	if (a.quantities.length === 0 || b.quantities.length === 0) return [];
	if (a.denies || b.denies || (relation.same && onOtherDays(a, b))) return [];
	if (!a.quantities.some((x) => b.quantities.some((y) => areRivals(x, y)))) return [];
	if (otherPeriod(a, b)) return [];
	// It is the same whichever figure of the claims is asked about.
	const whole = onDemand(
		(): Whole => ({
			forth: matchesOf(a.terms, [...b.terms, ...b.around]),
			back: matchesOf(b.terms, [...a.terms, ...a.around]),
			signals: {
				contrast: flag(areContrasted(a, b)),
				otherPlaces: flag(otherPlaces(a, b)),
				otherNames: flag(otherNames(a, b, relation)),
			},
		}),
	);
	return a.quantities.flatMap((x) =>
		b.quantities.flatMap((y) => {
			const rivals = areRivals(x, y) && !areOfTwo([a, x], [b, y]);
			const signals = rivals ? figureSignals([a, x], [b, y], relation, whole) : undefined;
			return signals ? [{ a: x, b: y, signals }] : [];
		}),
	);
}

const areRivals = (x: Quantity, y: Quantity): boolean => x.unit === y.unit && areApart(x, y);

/** Whether another figure of either agrees with this one, or with the other: the two are of two things. */
function areOfTwo([a, x]: [Statement, Quantity], [b, y]: [Statement, Quantity]): boolean {
	const isLike = (own: Quantity, other: Quantity) =>
		own.unit === other.unit &&
		(own.unit !== "" || matchesOf(own.counted, other.counted).length > 0) &&
		Math.max(own.low, other.low) <= Math.min(own.high, other.high);
	return (
		a.quantities.some((other) => other !== x && isLike(other, y)) ||
		b.quantities.some((other) => other !== y && isLike(x, other))
	);
}

/** Of two claims, whichever figure: what of each the other and its surroundings speak of too. */
type Whole = { forth: readonly Matched[]; back: readonly Matched[]; signals: Signals };

function figureSignals(
	[a, x]: [Statement, Quantity],
	[b, y]: [Statement, Quantity],
	relation: Relation,
	whole: () => Whole,
): Signals | undefined {
	if (isReplaced(b, x) || isReplaced(a, y)) return undefined;
	const dimensionsShared = [...x.dimensions].some((d) => y.dimensions.has(d));
	if (x.dimensions.size > 0 && y.dimensions.size > 0 && !dimensionsShared) return undefined;
	const units = matchesOf(x.counted, y.counted);
	const counts = x.unit !== "" ? 0.5 : units.length > 0 ? 1 : 0;
	const fits =
		(x.anybody && !y.measure) || (y.anybody && !x.measure) || (dimensionsShared && !x.measure);
	if (x.unit === "" && units.length === 0 && !fits) return undefined;
	const [own, other] = [about(a, x), about(b, y)];
	const { forth: ofA, back: ofB, signals } = whole();
	const [ab, ba] = [among(ofA, own), among(ofB, other)];
	const strict = matchesOf(own, other).filter(({ own: t }) => !t.general);
	const [forth, back] = [shareOf(own, ab), shareOf(other, ba)];
	return {
		counts,
		anybody: flag(x.unit === "" && units.length === 0),
		percent: flag(x.unit === "percent"),
		dimension: flag(dimensionsShared),
		oneDimension: flag(x.dimensions.size > 0 !== y.dimensions.size > 0),
		shared: Math.min(
			4,
			strict.reduce((sum, m) => sum + weightOf(m.own) * m.likeness, 0),
		),
		most: Math.max(forth, back),
		least: Math.min(forth, back),
		kin: Math.min(2, massOf(matchesOf(own, other, kinship)) - massOf(matchesOf(own, other))),
		disputed: flag(isDisputed(a) || isDisputed(b)),
		sameDay: flag(
			(a.days.length > 0 && b.days.length > 0) || (a.asOf.length > 0 && b.asOf.length > 0),
		),
		change: flag(x.change),
		oneAhead: flag(isAhead(a, x.from) !== isAhead(b, y.from)),
		ahead: flag(isAhead(a, x.from) && isAhead(b, y.from)),
		passing: flag(isPassing(a) || isPassing(b)),
		onePeriod: flag(x.hasPeriod !== y.hasPeriod),
		...signals,
		close: (closeShare(own, x, ab) + closeShare(other, y, ba)) / 2,
		calls: flag(a.claim.act === "calls_for" || b.claim.act === "calls_for"),
		...setting(a, b, relation),
		bothTold: flag(isOwnVoice(a) && isOwnVoice(b)),
		otherDays: flag(!relation.same && onOtherDays(a, b)),
		grown: flag(hasGrown([a, x], [b, y], relation)),
		corrected: flag(isCorrected(a) || isCorrected(b)),
		otherStuff: flag(isOfOtherStuff([a, x], [b, y])),
		small: flag(Math.max(x.value, y.value) < 12 && x.unit === ""),
	};
}

/** What an article that came out later counts more of. */
function hasGrown(
	[a, x]: [Statement, Quantity],
	[b, y]: [Statement, Quantity],
	{ later }: Relation,
): boolean {
	if (later === 0) return false;
	const [before, after] = later > 0 ? [x, y] : [y, x];
	const told = later > 0 ? b : a;
	return after.value > before.value && told.marks.has("growing");
}

/** Words behind a measure in which it says of what it is so much: of the medicines. */
const stuffReach = 3;

/** Tonnes of one thing and tonnes of another. */
function isOfOtherStuff([a, x]: [Statement, Quantity], [b, y]: [Statement, Quantity]): boolean {
	const stuff = ({ terms, marked }: Statement, { measure, to }: Quantity) => {
		const isSaid = measure && marked.some((m) => m.mark === "stuffs" && m.from === to);
		return isSaid ? terms.filter(({ at }) => at >= to && at < to + stuffReach).slice(0, 1) : [];
	};
	const [own, other] = [stuff(a, x), stuff(b, y)];
	return own.length > 0 && other.length > 0 && matchesOf(own, other).length === 0;
}

/** The correct number is 460 and not 640. */
function isReplaced(statement: Statement, { value, unit }: Quantity): boolean {
	const { quantities } = statement;
	return isCorrected(statement) && quantities.some((q) => q.value === value && q.unit === unit);
}

function isCorrected({ marks, aroundMarks }: Statement): boolean {
	return marks.has("corrections") || aroundMarks.has("corrections");
}

function among(matches: readonly Matched[], terms: readonly Term[]): Matched[] {
	const wanted = new Set(terms);
	return matches.filter(({ own }) => wanted.has(own));
}

/** Words on either side of a figure that say most of what it is of. */
const closeBy = 6;

/** How much of what stands close by a figure the other speaks of. */
function closeShare(terms: readonly Term[], { from, to }: Quantity, matches: readonly Matched[]) {
	const isClose = ({ at }: Term) => at >= from - closeBy && at < to + closeBy;
	const own = terms.filter(isClose);
	return shareOf(
		own,
		matches.filter((m) => isClose(m.own)),
	);
}

/** A toll that grows from day to day is news, not a contradiction. */
function onOtherDays({ claim: a }: Statement, { claim: b }: Statement): boolean {
	return a.saidOn.value !== null && b.saidOn.value !== null && a.saidOn.value !== b.saidOn.value;
}

/** What the figure is of: the claim's words without its number and what stands for it. */
function about({ terms }: Statement, { from, to, counted }: Quantity): Term[] {
	return terms.filter((term) => term.at < from || term.at >= to || counted.includes(term));
}

function isPassing({ marks }: Statement): boolean {
	return marks.has("passing");
}
