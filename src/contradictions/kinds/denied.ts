import { type Matched, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import type { Term } from "../statements/terms.ts";

/** Of what is denied, the share that the other claim must speak of: one of weapons is none of chips. */
const sameThing = 0.4;

/**
 * What a claim says is not so: all of one that denies, else what stands behind its negations; not
 * since when.
 */
export function deniedTerms({ denies, terms, marked }: Statement): readonly Term[] {
	const time = marked.find(({ mark }) => mark === "sinces" || mark === "befores");
	const own = denies ? terms : terms.filter(({ negated }) => negated);
	const before = own.filter(({ at }) => time === undefined || at < time.from);
	return before.length > 0 ? before : own;
}

/** What neither says to be so. */
export function agreed(matches: readonly Matched[]): readonly Matched[] {
	const isPlain = ({ negated, inPassing, name }: Term) => negated && !inPassing && !name;
	return matches.filter(({ own, other }) => isPlain(own) && isPlain(other));
}

/** How much of what is denied the other claim speaks of. */
export type Denied = {
	/** All of it, also in what the other's sentence names. */
	core: number;
	/** The first word, which mostly tells what was not done. */
	deed: number;
	/** What it was not done to, or with. */
	object: number;
	/** How surely the word that is most like one of its own means the same. */
	surest: number;
	/** Only by words such as "without". */
	inPassing: boolean;
};

export function deniedOf(
	denial: Statement,
	other: Statement,
	hinges: readonly Pick<Matched, "own" | "other">[],
): Denied {
	const things = deniedTerms(denial).filter(({ name }) => !name);
	const near = [...other.terms, ...other.around, ...other.speaker];
	const [first, ...rest] = things;
	const objects = rest.filter(({ general }) => !general);
	return {
		core: shareOf(things, matchesOf(things, near)),
		deed: first ? (matchesOf([first], other.terms)[0]?.likeness ?? 0) : 0,
		object: shareOf(objects, matchesOf(objects, other.terms)),
		surest: Math.max(0, ...matchesOf(things, other.terms).map((m) => m.likeness)),
		inPassing:
			hinges.length > 0 && hinges.every(({ own, other }) => own.inPassing || other.inPassing),
	};
}

/** Words that only take in, or stand under, what is denied: a manoeuvre with bombs is no supply of weapons. */
const widest = 0.6;

/** Whether the other claim has a word for what is denied, and not alone kinds of it. */
export function isPlainlyTold({ surest }: Denied): boolean {
	return surest > widest;
}

/** A claim that names states or bodies, and whoever denies is none of them. */
export function isOfAnother({ denies, speaker }: Statement, { terms }: Statement): boolean {
	return denies && areOthers(entitiesOf(speaker), entitiesOf(terms));
}

const entitiesOf = (terms: readonly Term[]) => terms.flatMap(({ entity }) => entity ?? []);

/** Both are told, and they have nobody in common. */
function areOthers<T>(some: readonly T[], others: readonly T[]): boolean {
	return some.length > 0 && others.length > 0 && !some.some((one) => others.includes(one));
}

/** A denial of something else, or by somebody of whom the other article does not speak. */
export function isOfOther(denial: Statement, other: Statement, same: boolean): boolean {
	if (!denial.denies) return false;
	const told = deniedTerms(denial).filter(({ name, general }) => !name && !general);
	const near = [...other.terms, ...other.around];
	if (isOfOneWord(denial, same ? near : other.terms)) return true;
	if (told.length > 0 && shareOf(told, matchesOf(told, near)) < sameThing) return true;
	// Who is meant is told by the claim itself where it names anybody.
	const named = entitiesOf(other.terms);
	const accused = named.length > 0 ? named : entitiesOf(near);
	return !same && areOthers(entitiesOf(denial.speaker), accused);
}

/** Weapons alone are no supply of weapons: of a denial of two words another claim must tell two. */
function isOfOneWord(denial: Statement, terms: readonly Term[]): boolean {
	const things = deniedTerms(denial).filter(({ name }) => !name);
	const told = new Set(matchesOf(things, terms).map(({ other }) => other.at));
	return told.size < Math.min(2, new Set(things.map(({ stem }) => stem)).size);
}
