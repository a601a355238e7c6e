import type { Relation } from "../articles/article-view.ts";
import type { Mark } from "../statements/marks.ts";
import { areOpposite } from "../statements/opposites.ts";
import { matchesOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import { likeness, type Term } from "../statements/terms.ts";

/** Whose words they are: the same name, in either language. */
export function sameSpeaker(a: Statement, b: Statement): boolean {
	const [x, y] = [a.claim.speaker, b.claim.speaker];
	if (a.told || b.told) return false;
	if (x.name === y.name) return true;
	if (x.label !== undefined && x.label.en === y.label?.en) return true;
	if (x.kind !== "person" || y.kind !== "person") return false;
	const [last, other] = [a.speaker.at(-1), b.speaker.at(-1)];
	return last !== undefined && other !== undefined && last.name && likeness(last, other) === 1;
}

/** Names of no listed state or body that a text has in one piece, each as its words. */
function namesOf(terms: readonly Term[]): Term[][] {
	const out: Term[][] = [];
	for (const term of terms) {
		if (!term.name || term.entity !== undefined) continue;
		if (term.goesOn && out.length > 0) out.at(-1)?.push(term);
		else out.push([term]);
	}
	return out;
}

/** One surname behind two different first names: two people. */
export function areNamesakes(a: readonly Term[], b: readonly Term[]): boolean {
	for (const own of namesOf(a)) {
		if (own.length < 2) continue;
		for (const other of namesOf(b)) {
			if (other.length < 2) continue;
			const last = likeness(own.at(-1) as Term, other.at(-1) as Term);
			if (last === 1 && likeness(own[0] as Term, other[0] as Term) === 0) return true;
		}
	}
	return false;
}

/** Days, months or parts of a year of both that do not meet. */
export function otherPeriod(a: Statement, b: Statement): boolean {
	if (a.periods.size > 0 || b.periods.size > 0) {
		const shared = [...a.periods].some((period) => b.periods.has(period));
		if (!shared && a.periods.size > 0 && b.periods.size > 0) return true;
	}
	if (a.asOf.length > 0 && b.asOf.length > 0 && !doMeet(a.asOf, b.asOf)) return true;
	return otherDays(a, b);
}

export function otherDays({ days: a }: Statement, { days: b }: Statement): boolean {
	return a.length > 0 && b.length > 0 && !doMeet(a, b);
}

function doMeet(a: readonly string[], b: readonly string[]): boolean {
	return a.some((x) => b.some((y) => meet(x, y)));
}

/** Words of one that tell another thing of its kind than a word of the other: the north, the south. */
export function areContrasted(a: Statement, b: Statement): boolean {
	const of = (own: Statement, other: Statement) =>
		own.terms.filter(
			({ contrasts, stem }) =>
				contrasts.length > 0 && !other.terms.some((term) => term.stem === stem),
		);
	const others = of(b, a);
	return of(a, b).some((x) => others.some((y) => areOpposite(x.contrasts, y.contrasts)));
}

/** Names of places that each of them gives, none of them of both. */
export function otherPlaces(a: Statement, b: Statement): boolean {
	const [own, other] = [a.places, b.places];
	return own.length > 0 && other.length > 0 && matchesOf(own, other).length === 0;
}

function meet(a: string, b: string): boolean {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return x[0] <= y[1] && y[0] <= x[1];
}

/** An ISO day, month, year or interval as its first and last day. */
function boundsOf(value: string): [string, string] {
	const [from = "", to = from] = value.split("/");
	return [`${from}-01-01`.slice(0, 10), to.length >= 10 ? to : `${to}-99-99`.slice(0, 10)];
}

/** Names beside which the two have nothing in common: another place, another project. */
export function otherNames(a: Statement, b: Statement, { same }: Relation): boolean {
	const own = a.terms.filter(({ name }) => name);
	const other = b.terms.filter(({ name }) => name);
	const near = (s: Statement) => [
		...(same ? [] : s.paragraph),
		...s.terms,
		...s.around,
		...s.speaker,
	];
	if (own.length === 0 || other.length === 0) return false;
	return matchesOf(own, near(b)).length === 0 && matchesOf(other, near(a)).length === 0;
}

/** Whether the one speaks of whoever says the other. */
export function speaksOf({ terms, around }: Statement, { speaker }: Statement): boolean {
	const names = speaker.filter(({ name }) => name);
	return matchesOf(names, terms).length > 0 || matchesOf(names, around).length > 0;
}

/** The one is so where something else is; or it is held to be unlikely by the other, which denies nothing. */
export function isOpen(a: Statement, b: Statement): { conditional: boolean; doubt: boolean } {
	const has = (s: Statement, mark: Mark) => s.marks.has(mark) || s.aroundMarks.has(mark);
	return {
		conditional: a.marks.has("conditions") || b.marks.has("conditions"),
		doubt: has(a, "doubts") || has(b, "doubts"),
	};
}

/** Words before one that say when it is to be. */
const aheadReach = 8;

/** What is planned stands against nothing that has come to pass. `at`: the word that it is asked of. */
export function isAhead({ claim, marked }: Statement, at: number): boolean {
	if (claim.act === "predicts" || claim.act === "calls_for") return true;
	const isPast = ({ from }: { from: number }) =>
		marked.some((m) => m.mark === "pastNegations" && m.to === from);
	return marked.some(
		(m) => m.mark === "future" && m.to <= at && m.to > at - aheadReach && !isPast(m),
	);
}

export function isLater(statement: Statement): boolean {
	return statement.marks.has("later") || statement.aroundMarks.has("later");
}

/** One came to be behind the other: both can be true. */
export function haveFollowed(a: Statement, b: Statement, { same }: Relation): boolean {
	return same && (isLater(a) || isLater(b));
}
