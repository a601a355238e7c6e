import type { GroupFinding } from "../rank/word-score.ts";
import type { Alternative, Group } from "../widen/word-group.ts";
import { GroupScratch } from "./group-scratch.ts";
import type { LiveSegment } from "./live-segment.ts";
import { giveBack, type SegmentSheet, takeSheet } from "./segment-sheet.ts";
import type { SegmentStore } from "./segment-store.ts";
import { together } from "./term-list.ts";

/** One search after the other scores, each without a pause. */
const scratch = new GroupScratch();

type Scored = { live: LiveSegment; sheet: SegmentSheet };

export type SegmentScores = {
	segments: readonly Scored[];
	/** In the order of the groups. */
	found: readonly GroupFinding[];
	/** Hands the sheets back for the next search: nothing may be read from here after it. */
	release(): void;
};

/**
 * The formula of `scoreGroups` over segments: group by group, since how telling one is depends on all
 * segments; within a group segment by segment.
 */
export function scoreSegments(groups: readonly Group[], store: SegmentStore): SegmentScores {
	const segments = store.lives.map((live) => ({ live, sheet: takeSheet(live) }));
	const found = groups.map((group) => scoreGroup(group, segments, store));
	return {
		segments,
		found,
		release: () => {
			for (const { live, sheet } of segments) giveBack(live, sheet);
		},
	};
}

function scoreGroup(group: Group, segments: readonly Scored[], store: SegmentStore): GroupFinding {
	const wanted = group.alternatives.flatMap((alternative) => numbered(alternative, store));
	const { norm } = store.norms;
	let reached = false;
	let frequency = 0;
	const found = segments.map(({ live }) => {
		for (const { terms, weight, guess } of wanted) {
			const list = listOf(terms, live);
			if (!list) continue;
			const isHeld = scratch.add({ list, weight }, live.lengths, norm);
			if (isHeld && !guess) reached = true;
		}
		frequency += scratch.frequency;
		return scratch.take();
	});
	// The sum of fractions depends on their order, and that on the order in which articles came in.
	frequency = Math.round(frequency * 1e6) / 1e6;
	const idf = Math.log(1 + Math.max(0, store.size - frequency + 0.5) / (frequency + 0.5));
	for (const [at, { sheet }] of segments.entries()) {
		const own = found[at];
		if (own) sheet.add(own, idf);
	}
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
