import type { Relation } from "../articles/article-view.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import { isCount } from "../statements/quantities.ts";
import type { Statement } from "../statements/statement.ts";
import {
	areContrasted,
	areNamesakes,
	isAhead,
	otherDays,
	otherNames,
	otherPlaces,
} from "./gates.ts";
import { flag, isDisputed, isOwnVoice, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** What the two must share, by the weight of its words: much happens on other days. */
const leastShared = 2;
/** The same where a word says that the day matters. */
const leastSaid = 1;

const areYears = ({ days }: Statement): boolean => days.every((day) => day.length === 4);

/** Two days on which one thing came to pass. */
export function rivalTimes(a: Statement, b: Statement, relation: Relation): Signals | undefined {
	if (a.rejects || b.rejects || a.denies || b.denies || !otherDays(a, b)) return undefined;
	const timing = a.marks.has("timings") || b.marks.has("timings");
	const disputed = isDisputed(a) || isDisputed(b);
	const matches = matchesOf(a.terms, b.terms);
	const once = matches.some(({ own, other }) => own.once || other.once);
	if (!timing && !disputed && (relation.same || !once)) return undefined;
	// Much comes to pass in a year.
	if (!timing && !disputed && (areYears(a) || areYears(b))) return undefined;
	// On other days other things are counted.
	if (a.quantities.some(isCount) && b.quantities.some(isCount)) return undefined;
	// An article tells of many days: one of its own is a rival one where it says so.
	if (!disputed && (isOwnVoice(a) || isOwnVoice(b))) return undefined;
	// A day that is put off is news.
	const at = (s: Statement) => s.terms.at(-1)?.at ?? 0;
	if (isAhead(a, at(a)) || isAhead(b, at(b)) || areNamesakes(a.terms, b.terms)) return undefined;
	if (massOf(matches) < (timing || disputed || once ? leastSaid : leastShared)) return undefined;
	const [forth, back] = [shareOf(a.terms, matches), shareOf(b.terms, matchesOf(b.terms, a.terms))];
	return {
		shared: Math.min(4, massOf(matches)),
		plain: Math.min(3, matches.filter(({ own }) => !own.general && !own.name).length),
		most: Math.max(forth, back),
		least: Math.min(forth, back),
		once: flag(once),
		timing: flag(timing),
		disputed: flag(disputed),
		contrast: flag(areContrasted(a, b)),
		otherNames: flag(otherNames(a, b, relation)),
		otherPlaces: flag(otherPlaces(a, b)),
		...setting(a, b, relation),
	};
}
