import { atOnce } from "../../../domain/slices.ts";
import { highest, type TieOrder } from "../../rank/highest.ts";
import { tuning } from "../../tuning.ts";
import { mostPassages, type SegmentSource } from "../segment/segment-source.ts";
import type { FoundSlab } from "./found-slab.ts";

/** Which passages are wanted: the `count` best of them, from this rank on. */
export type Wanted = {
	count: number;
	accept: (passage: number) => boolean;
	tie: TieOrder;
	floor: number;
};

/** What the groups found in one segment: group n stands from `starts[n]` to `ends[n]`. */
export type SegmentFound = {
	slab: FoundSlab;
	starts: readonly number[];
	ends: readonly number[];
	/** By group: how telling it is. */
	idfs: readonly number[];
};

// One set for all segments, filled and emptied in one go: it stays in the processor's cache.
const total = new Float32Array(mostPassages);
/** 1 for passages that some group found: what all passages hold may add nothing to a total. */
const listed = new Uint8Array(mostPassages);
const ranks = new Float64Array(mostPassages);
const high = new Int32Array(mostPassages);

/** No rank is more than so many times the best total of its article, and a little for rounding. */
const mostLent = 1.000_001 * (1 + tuning.article);

/** The best passages by their totals and what their articles lend them, in no order, each with its rank. */
export function bestOfSegment(
	source: SegmentSource,
	found: SegmentFound,
	{ count, accept, tie, floor }: Wanted,
): [passage: number, rank: number][] {
	sumUp(found);
	const candidates = rankFrom(floor, source);
	const best = atOnce(highest(candidates, count, ranks, { accept, tie }));
	total.fill(0, 0, source.count);
	listed.fill(0, 0, source.count);
	return Array.from(best, (passage) => [passage, ranks[passage] ?? 0]);
}

function sumUp({ slab: { passages, values }, starts, ends, idfs }: SegmentFound): void {
	for (let group = 0; group < idfs.length; group++) {
		const idf = idfs[group] as number;
		const to = ends[group] as number;
		for (let at = starts[group] as number; at < to; at++) {
			const passage = passages[at] as number;
			total[passage] = (total[passage] as number) + idf * (values[at] as number);
			listed[passage] = 1;
		}
	}
}

/** Passages whose rank is at least the floor, in the order of their numbers; their ranks stand in `ranks`. */
function rankFrom(floor: number, source: SegmentSource): Int32Array {
	const top = new Float64Array(tuning.articleTop);
	const articles = source.articles.length;
	let found = 0;
	let from = 0;
	for (let article = 0; article < articles; article++) {
		const first = from;
		const to = source.firstOf(article + 1);
		from = to;
		let highestTotal = 0;
		for (let passage = first; passage < to; passage++)
			if ((total[passage] as number) > highestTotal) highestTotal = total[passage] as number;
		if (highestTotal * mostLent < floor) continue;
		for (let passage = first; passage < to; passage++)
			if (listed[passage] === 1) keepTop(top, total[passage] as number);
		let lent = 0;
		for (let at = 0; at < top.length; at++) {
			lent += (top[at] as number) / top.length;
			top[at] = 0;
		}
		lent *= tuning.article;
		for (let passage = first; passage < to; passage++) {
			if (listed[passage] === 0) continue;
			const rank = (total[passage] as number) + lent;
			if (rank < floor) continue;
			ranks[passage] = rank;
			high[found++] = passage;
		}
	}
	return high.subarray(0, found);
}

/** Keeps the highest scores, the highest first. */
function keepTop(top: Float64Array, found: number): void {
	let score = found;
	if (score <= (top[top.length - 1] as number)) return;
	for (let at = 0; at < top.length; at++) {
		const kept = top[at] as number;
		if (score <= kept) continue;
		top[at] = score;
		score = kept;
	}
}
