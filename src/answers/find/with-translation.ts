import {
	type AskedWord,
	type PassageHit,
	type PassageHits,
	type PassageQuery,
	type PassageSearch,
	passageKey,
} from "../../domain/passage-search.ts";
import type { TranslatedQuestion } from "../../domain/translator.ts";

/** `translated`: the question was looked for in the other language too. */
export type FoundPassages = PassageHits & { translated?: true };

/** What a share of the translation's best score counts beside the same of the question's own. */
const weight = 2.5;

/**
 * What the question finds, and what its translation finds beside it. The two are searched one after the
 * other and joined: the first of the question's own hits stays first or second, the second among the
 * first four, and so on, so that a translation which asks something else cannot push out what stands first.
 */
export async function searchWithTranslation(
	search: PassageSearch,
	query: PassageQuery,
	coming: Promise<TranslatedQuestion | null> | undefined,
): Promise<FoundPassages> {
	const own = await search.search(query);
	const translated = await coming;
	if (!translated) return own;
	const theirs = await search.search({ ...query, ...translated, light: undefined });
	return theirs.hits.length === 0 ? own : joined(own, theirs, query.limit);
}

function joined(own: PassageHits, theirs: PassageHits, limit: number): FoundPassages {
	const [first] = own.hits;
	if (!first) return { ...theirs, unknownWords: own.unknownWords, translated: true };
	const blank = first.asked.map(
		({ word, share }): AskedWord => ({ word, share, held: 0, ways: [] }),
	);
	const [ownBest, theirBest] = [bestOf(own), bestOf(theirs)];
	const byKey = new Map(theirs.hits.map((hit) => [passageKey(hit), hit]));
	const all = own.hits.map((hit): PassageHit => {
		const other = byKey.get(passageKey(hit));
		byKey.delete(passageKey(hit));
		return other
			? held(hit, other, share(hit, ownBest) + weight * share(other, theirBest))
			: { ...hit, score: share(hit, ownBest) };
	});
	for (const other of byKey.values()) {
		const bare = { ...other, coverage: 0, matched: new Set<string>(), asked: blank };
		all.push(held(bare, other, weight * share(other, theirBest)));
	}
	const order = keepingFirst(all.slice(0, own.hits.length), byScore(all)).slice(0, limit);
	let last = Number.POSITIVE_INFINITY;
	const hits = order.map((hit) => {
		last = Math.min(last, (ownBest * hit.score) / (1 + weight));
		return { ...hit, score: last };
	});
	return { ...own, hits, unknownWords: stillUnknown(own.unknownWords, hits), translated: true };
}

function bestOf({ hits }: PassageHits): number {
	return Math.max(Number.MIN_VALUE, ...hits.map(({ score }) => score));
}

function share({ score }: PassageHit, best: number): number {
	return score / best;
}

/** Best first; sorting is stable, so that equal ones keep the order in which they were found. */
function byScore(hits: readonly PassageHit[]): PassageHit[] {
	return [...hits].sort((a, b) => b.score - a.score);
}

/** The order, but each of the first ones, counted from 0, no further back than twice its place and one. */
function keepingFirst(first: readonly PassageHit[], order: readonly PassageHit[]): PassageHit[] {
	const out = new Set<PassageHit>();
	const waiting = order.values();
	while (out.size < order.length) {
		const due = first.findIndex((hit) => !out.has(hit));
		const isDue = due >= 0 && 2 * due + 1 <= out.size;
		const next = isDue ? first[due] : waiting.next().value;
		if (!next) break;
		out.add(next);
	}
	return [...out];
}

/** A passage that holds the question in the words of both languages. */
function held(hit: PassageHit, other: PassageHit, score: number): PassageHit {
	const asked = inBoth(hit.asked, other.asked);
	const coverage = asked.reduce((sum, word) => sum + word.share * word.held, 0);
	const matched = new Set([...hit.matched, ...other.matched]);
	return { ...hit, score, asked, matched, coverage: Math.min(1, Math.max(hit.coverage, coverage)) };
}

/**
 * The question's words, each as surely there as the word of the translation that it was found to be: by a
 * term of the passage that both were found by, or else the nearest by its place in the sentence.
 */
function inBoth(own: readonly AskedWord[], theirs: readonly AskedWord[]): AskedWord[] {
	const known = theirs.map((word) => own.findIndex((each) => shareTerm(each, word)));
	const taken = new Set(known);
	const open = own.flatMap((_, at) => (taken.has(at) ? [] : [at]));
	const out = own.map((word) => ({ ...word, ways: [...(word.ways ?? [])] }));
	for (const [at, word] of theirs.entries()) {
		if (word.held === 0) continue;
		const place = known[at] ?? -1;
		const target = out[place >= 0 ? place : nearest(open, (at * own.length) / theirs.length)];
		if (!target) continue;
		target.held = Math.max(target.held, word.held);
		target.ways.push(...(word.ways ?? []));
	}
	return out;
}

function shareTerm(one: AskedWord, other: AskedWord): boolean {
	const terms = new Set(other.ways?.flatMap((way) => way.terms));
	return one.ways?.some((way) => way.terms.some((term) => terms.has(term))) ?? false;
}

function nearest(open: readonly number[], place: number): number {
	return open.reduce(
		(best, at) => (best < 0 || Math.abs(at - place) < Math.abs(best - place) ? at : best),
		-1,
	);
}

/** Hits that are looked at, and how surely one has to hold a word that is unknown in its own language. */
const looked = 3;
const sure = 0.5;

function stillUnknown(words: readonly string[], hits: readonly PassageHit[]): string[] {
	const found = hits
		.slice(0, looked)
		.flatMap(({ asked }) => asked.filter(({ held }) => held >= sure));
	return words.filter((word) => !found.some((each) => each.word === word));
}
