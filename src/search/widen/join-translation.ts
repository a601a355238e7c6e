import type { PassageStore } from "../index/passage-index.ts";
import { tuning } from "../tuning.ts";
import type { Alternative, Group } from "./word-group.ts";

/** A word of the translation, and the question's word that it was found to translate; -1: none. */
type Aligned = { group: Group; to: number; alike: number };

/**
 * The question's groups, each with the words of a translation of the question as further alternatives.
 * A word joins the group that is known to mean it (by the lexicon, a name's sound, a figure); one that
 * nothing knows joins the words that nothing translates, the nearest by its place in the sentence. No
 * group is added and no alternative taken away or made lighter: what was found without it still is.
 * Undefined where too little of the translation agrees with the question: it is another's.
 */
export function joinTranslation(
	groups: readonly Group[],
	translation: readonly Group[],
	store: PassageStore,
): Group[] | undefined {
	const aligned = translation.map((group): Aligned => ({ group, ...closest(groups, group) }));
	if (agreement(groups, aligned, store) < tuning.translationAgrees) return undefined;
	const known = aligned.filter(({ to }) => to >= 0);
	const taken = new Set(known.map(({ to }) => to));
	const open = groups.flatMap((_, at) => (taken.has(at) ? [] : [at]));
	const joined = groups.map(() => new Map<string, Alternative>());
	for (const [at, { group, to }] of aligned.entries()) {
		const among = open.length > 0 ? open : groups.map((_, place) => place);
		const place = to >= 0 ? to : nearest(among, (at * groups.length) / translation.length);
		const sink = joined[place];
		if (!sink) continue;
		for (const alternative of group.alternatives) {
			const weight = alternative.weight * tuning.translated;
			const key = alternative.terms.join(" ");
			if ((sink.get(key)?.weight ?? 0) < weight) sink.set(key, { ...alternative, weight });
		}
	}
	return groups.map((group, at) => withMore(group, joined[at] ?? new Map()));
}

function withMore(group: Group, more: Map<string, Alternative>): Group {
	if (more.size === 0) return group;
	const kept = group.alternatives.map((alternative) => {
		const key = alternative.terms.join(" ");
		const other = more.get(key);
		more.delete(key);
		return other && other.weight > alternative.weight
			? {
					...alternative,
					weight: other.weight,
					guess: alternative.guess === true && other.guess === true,
				}
			: alternative;
	});
	return { ...group, alternatives: [...kept, ...more.values()] };
}

/** How much of the question and of its translation mean each other, 0 to 1. */
function agreement(
	groups: readonly Group[],
	aligned: readonly Aligned[],
	store: PassageStore,
): number {
	const best = groups.map(() => 0);
	let agreed = 0;
	let all = 0;
	const count = (group: Group, alike: number) => {
		const rarity = rarityOf(group, store);
		agreed += rarity * alike;
		all += rarity;
	};
	for (const { group, to, alike } of aligned) {
		count(group, alike);
		if (to >= 0) best[to] = Math.max(best[to] ?? 0, alike);
	}
	for (const [at, group] of groups.entries()) count(group, best[at] ?? 0);
	return all === 0 ? 0 : agreed / all;
}

/** Alternatives that say as much as the word itself. */
const sure = 0.5;
/** Of a word that no passage has: the question may name what the corpus does not. */
const rarityOfUnknown = 1.5;

/** Two questions share "year" by chance, and no rare word. */
function rarityOf({ alternatives }: Group, { words, postings, size }: PassageStore): number {
	let most = 0;
	for (const { terms, weight } of alternatives)
		if (weight >= sure) most = Math.max(most, postings.count(words.numberOfTerm(terms[0] ?? "")));
	return most === 0 ? rarityOfUnknown : Math.log(1 + size / most);
}

/** The group whose alternatives hold most of the word's own; -1 where none holds any. */
function closest(groups: readonly Group[], { alternatives }: Group): Omit<Aligned, "group"> {
	const own = new Map(alternatives.map(({ terms, weight }) => [terms.join(" "), weight]));
	let best = -1;
	let most = 0;
	for (const [at, group] of groups.entries()) {
		for (const { terms, weight } of group.alternatives) {
			const alike = weight * (own.get(terms.join(" ")) ?? 0);
			if (alike <= most) continue;
			most = alike;
			best = at;
		}
	}
	const isSure = most > tuning.translationAlike;
	return { to: isSure ? best : -1, alike: isSure ? Math.min(1, most) : 0 };
}

function nearest(open: readonly number[], place: number): number {
	return open.reduce(
		(best, at) => (best < 0 || Math.abs(at - place) < Math.abs(best - place) ? at : best),
		-1,
	);
}
