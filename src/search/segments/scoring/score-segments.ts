import type { GroupFinding } from "../../rank/word-score.ts";
import type { Alternative, Group } from "../../widen/word-group.ts";
import type { LiveSegment } from "../segment/live-segment.ts";
import { together } from "../segment/term-list.ts";
import type { SegmentStore } from "../segment-store.ts";
import type { SegmentFound } from "./best-of-segment.ts";
import { type FoundSlab, giveBackSlab, takeSlab } from "./found-slab.ts";
import { GroupScratch } from "./group-scratch.ts";

/** What a question found in one segment. */
export type ScoredSegment = { live: LiveSegment; found: SegmentFound };

export type SegmentScores = {
	segments: readonly ScoredSegment[];
	/** In the order of the groups. */
	found: readonly GroupFinding[];
	/** Hands the memory back for the next search: nothing may be read from here after it. */
	release(): void;
};

/** One search after the other scores, each without a pause. */
const scratch = new GroupScratch();

/**
 * The formula of `scoreGroups` over segments: group by group, since how telling one is depends on all
 * segments; within a group segment by segment. What each passage comes to is summed up when all
 * groups are known (`bestOfSegment`).
 */
export function scoreSegments(groups: readonly Group[], store: SegmentStore): SegmentScores {
	const slab = takeSlab();
	const scored = store.lives.map((live) => ({
		live,
		found: { slab, starts: [] as number[], ends: [] as number[], idfs: [] as number[] },
	}));
	const found = groups.map((group) => scoreGroup(group, scored, { store, slab }));
	return { segments: scored, found, release: () => giveBackSlab(slab) };
}

type Filling = {
	live: LiveSegment;
	found: { starts: number[]; ends: number[]; idfs: number[] };
};

function scoreGroup(
	group: Group,
	segments: readonly Filling[],
	{ store, slab }: { store: SegmentStore; slab: FoundSlab },
): GroupFinding {
	const wanted = group.alternatives.flatMap((alternative) => numbered(alternative, store));
	const { norm } = store.norms;
	let reached = false;
	let frequency = 0;
	for (const { live, found } of segments) {
		for (const { terms, weight, guess } of wanted) {
			const list = listOf(terms, live);
			if (!list) continue;
			const isHeld = scratch.add({ list, weight }, live, norm);
			if (isHeld && !guess) reached = true;
		}
		frequency += scratch.frequency;
		found.starts.push(slab.count);
		scratch.moveTo(slab);
		found.ends.push(slab.count);
	}
	// The sum of fractions depends on their order, and that on the order in which articles came in.
	frequency = Math.round(frequency * 1e6) / 1e6;
	const idf = Math.log(1 + Math.max(0, store.size - frequency + 0.5) / (frequency + 0.5));
	for (const { found } of segments) found.idfs.push(idf);
	return { idf, reached };
}

type Numbered = { terms: number[]; weight: number; guess: boolean | undefined };

/** Nothing where the corpus lacks a term of it. */
function numbered({ terms, weight, guess }: Alternative, store: SegmentStore): Numbered[] {
	if (weight <= 0) return [];
	const numbers = terms.map((term) => store.words.numberOfTerm(term));
	return numbers.includes(0) ? [] : [{ terms: numbers, weight, guess }];
}

function listOf(terms: readonly number[], { source }: LiveSegment) {
	const [only] = terms;
	if (only !== undefined && terms.length === 1) return source.list(only);
	const lists = terms.flatMap((term) => source.list(term) ?? []);
	return lists.length < terms.length ? undefined : together(lists);
}
