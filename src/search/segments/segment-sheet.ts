import { atOnce } from "../../domain/slices.ts";
import { highest, type TieOrder } from "../rank/highest.ts";
import { tuning } from "../tuning.ts";
import type { GroupFound } from "./group-scratch.ts";
import type { LiveSegment } from "./live-segment.ts";
import { mostPassages } from "./segment-source.ts";

/** Which passages are wanted: the `count` best of them, from this rank on. */
export type Wanted = {
	count: number;
	accept: (passage: number) => boolean;
	tie: TieOrder;
	floor: number;
};

/** By passage: its rank, where it is high enough. Written anew for each segment. */
const ranks = new Float64Array(mostPassages);
const high = new Int32Array(mostPassages);

/** What one search found in one segment, by passage. */
export class SegmentSheet {
	readonly room: number;
	readonly #total: Float32Array;
	/** 1 for passages that some group found: what all passages hold may add nothing to a total. */
	readonly #listed: Uint8Array;

	constructor(room: number) {
		this.room = room;
		this.#total = new Float32Array(room);
		this.#listed = new Uint8Array(room);
	}

	/** Adds a group, whose inverse frequency this is. */
	add({ passages, values }: GroupFound, idf: number): void {
		const total = this.#total;
		const listed = this.#listed;
		for (let n = 0; n < passages.length; n++) {
			const passage = passages[n] as number;
			total[passage] = (total[passage] as number) + idf * (values[n] as number);
			listed[passage] = 1;
		}
	}

	/** The best passages by their totals and what their articles lend them, in no order, each with its rank. */
	best({ source }: LiveSegment, { count, accept, tie, floor }: Wanted): [number, number][] {
		const total = this.#total;
		const listed = this.#listed;
		const top = new Float64Array(tuning.articleTop);
		const articles = source.articles.length;
		let found = 0;
		let from = 0;
		for (let article = 0; article < articles; article++) {
			const to = source.firstOf(article + 1);
			let isFound = 0;
			for (let passage = from; passage < to; passage++) {
				if (listed[passage] === 0) continue;
				isFound = 1;
				keepTop(top, total[passage] as number);
			}
			if (isFound === 1) {
				let lent = 0;
				for (let at = 0; at < top.length; at++) {
					lent += (top[at] as number) / top.length;
					top[at] = 0;
				}
				lent *= tuning.article;
				for (let passage = from; passage < to; passage++) {
					if (listed[passage] === 0) continue;
					const rank = (total[passage] as number) + lent;
					if (rank < floor) continue;
					ranks[passage] = rank;
					high[found++] = passage;
				}
			}
			from = to;
		}
		const best = atOnce(highest(high.subarray(0, found), count, ranks, { accept, tie }));
		return Array.from(best, (passage) => [passage, ranks[passage] ?? 0]);
	}

	clear(): void {
		this.#total.fill(0);
		this.#listed.fill(0);
	}
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

/** As many as there are searches at a time, but for a crowd. */
const mostSheets = 4;

/** A sheet for all passages of a segment. */
export function takeSheet(live: LiveSegment): SegmentSheet {
	const { count, file } = live.source;
	const free = live.sheets.pop();
	// Room for what comes in next: else each new article would make the sheet too small.
	const spare = file === null ? count : 0;
	return free && free.room >= count ? free : new SegmentSheet(count + spare);
}

export function giveBack(live: LiveSegment, sheet: SegmentSheet): void {
	sheet.clear();
	if (live.sheets.length < mostSheets) live.sheets.push(sheet);
}
