import type { PassageStore } from "../index/passage-index.ts";
import { tuning } from "../tuning.ts";
import { TurnPace } from "../turns.ts";
import type { Alternative, Group } from "../widen/word-group.ts";

/** What one group found: how telling it is, and whether a passage holds it by more than a guess. */
export type GroupFinding = { idf: number; reached: boolean };

export type Scores = {
	/** Numbers of the passages that hold something. */
	passages: Int32Array;
	/** By passage. */
	total: Float32Array;
	/** By passage, for whoever ranks them to write into. */
	ranks: Float64Array;
	/** Share of the question's weight that the passage holds, 0 to 1. */
	coverage(passage: number): number;
	/** In the order of the groups. */
	found: readonly GroupFinding[];
	/** Hands the arrays back for the next search: nothing may be read from here after it. */
	release(): void;
};

/** Passages looked at between two turns of the event loop: some 2 ms. */
const passagesPerTurn = 20_000;

/**
 * BM25 over groups: all alternatives of a word share one document frequency, and a passage gets the
 * best of them and a little of the rest, so that many synonyms of one word do not outvote another.
 * A passage that holds only a doubtful alternative counts towards the frequency by its weight.
 * After Pirkola (1998) and Darwish and Oard (2003), structured queries.
 */
export async function scoreGroups(
	groups: readonly Group[],
	store: PassageStore,
	sheets: Sheets,
	turn?: () => Promise<void>,
): Promise<Scores> {
	const sheet = sheets.take(store.passages.length);
	const pace = new TurnPace(passagesPerTurn, turn);
	const found: GroupFinding[] = [];
	for (const group of groups) {
		for (const alternative of group.alternatives) {
			const pause = pace.spend(sheet.add(alternative, store));
			if (pause) await pause;
		}
		found.push(sheet.flush(store));
	}
	const weight = found.reduce((sum, { idf }) => sum + idf, 0) || 1;
	return {
		found,
		passages: sheet.passages,
		total: sheet.total,
		ranks: sheet.ranks,
		coverage: (passage) => Math.min(1, (sheet.coverage[passage] ?? 0) / weight),
		release: () => sheets.giveBack(sheet),
	};
}

/** As many as there are searches at a time, but for a crowd. */
const mostSheets = 8;

/** Sheets that are not in use: a search that finds one makes no garbage of the corpus's size. */
export class Sheets {
	#free: Sheet[] = [];

	/** With room for so many passages. */
	take(passages: number): Sheet {
		const free = this.#free.pop();
		// Room for what comes in next: else each new article would make every sheet too small.
		const sheet = free && free.size >= passages ? free : new Sheet(passages + (passages >> 4));
		sheet.count = passages;
		return sheet;
	}

	giveBack(sheet: Sheet): void {
		sheet.clear();
		if (this.#free.length < mostSheets) this.#free.push(sheet);
	}
}

/** One search's findings by passage, and one group's on top of them. */
class Sheet {
	readonly size: number;
	/** Passages that the search is made among. */
	count = 0;
	readonly total: Float32Array;
	readonly coverage: Float32Array;
	readonly ranks: Float64Array;
	readonly #passages: Int32Array;
	#found = 0;
	/** 1 for passages that an earlier group found already. */
	readonly #listed: Uint8Array;
	readonly #best: Float32Array;
	readonly #rest: Float32Array;
	readonly #weight: Float32Array;
	readonly #touched: Int32Array;
	#touches = 0;
	#reached = false;

	constructor(size: number) {
		this.size = size;
		this.total = new Float32Array(size);
		this.coverage = new Float32Array(size);
		this.ranks = new Float64Array(size);
		this.#passages = new Int32Array(size);
		this.#touched = new Int32Array(size);
		this.#listed = new Uint8Array(size);
		this.#best = new Float32Array(size);
		this.#rest = new Float32Array(size);
		this.#weight = new Float32Array(size);
	}

	/** Numbers of the passages that hold something. */
	get passages(): Int32Array {
		return this.#passages.subarray(0, this.#found);
	}

	/** The passages it looked at. */
	add({ terms, weight, guess }: Alternative, store: PassageStore): number {
		if (weight <= 0) return 0;
		const { words, postings, relativeLengths: lengths } = store;
		let seen = 0;
		const see = (passage: number, times: number) => {
			seen++;
			const long = lengths[passage] ?? 0;
			// Removed, or added since the search began.
			if (long === 0 || passage >= this.count) return;
			if (!guess) this.#reached = true;
			this.#see(passage, times, weight, long);
		};
		const [only = 0, ...others] = terms.map((term) => words.numberOfTerm(term));
		if (others.length === 0) postings.each(only, see);
		else for (const [passage, times] of postings.together([only, ...others])) see(passage, times);
		return seen;
	}

	#see(passage: number, times: number, weight: number, long: number): void {
		const { k1, b } = tuning;
		const value = (weight * times * (k1 + 1)) / (times + k1 * (1 - b + b * long));
		const known = this.#best[passage] ?? 0;
		if (this.#weight[passage] === 0) this.#touched[this.#touches++] = passage;
		if (value > known) {
			this.#best[passage] = value;
			this.#rest[passage] = (this.#rest[passage] ?? 0) + known;
		} else this.#rest[passage] = (this.#rest[passage] ?? 0) + value;
		if (weight > (this.#weight[passage] ?? 0)) this.#weight[passage] = weight;
	}

	/** Ends a group. */
	flush(store: PassageStore): GroupFinding {
		const touched = this.#touched.subarray(0, this.#touches);
		let frequency = 0;
		for (const passage of touched) frequency += this.#weight[passage] ?? 0;
		// The sum of fractions depends on their order, and that on the order in which articles came in.
		frequency = Math.round(frequency * 1e6) / 1e6;
		const idf = Math.log(1 + Math.max(0, store.size - frequency + 0.5) / (frequency + 0.5));
		for (const passage of touched) {
			const value = (this.#best[passage] ?? 0) + tuning.rest * (this.#rest[passage] ?? 0);
			if (this.#listed[passage] === 0) this.#passages[this.#found++] = passage;
			this.#listed[passage] = 1;
			this.total[passage] = (this.total[passage] ?? 0) + idf * value;
			this.coverage[passage] =
				(this.coverage[passage] ?? 0) + idf * Math.min(1, this.#weight[passage] ?? 0);
			this.#best[passage] = 0;
			this.#rest[passage] = 0;
			this.#weight[passage] = 0;
		}
		const reached = this.#reached;
		this.#touches = 0;
		this.#reached = false;
		return { idf, reached };
	}

	clear(): void {
		for (const passage of this.passages) {
			this.total[passage] = 0;
			this.coverage[passage] = 0;
			this.#listed[passage] = 0;
		}
		this.#found = 0;
	}
}
