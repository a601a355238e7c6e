import type { LiveSegment } from "../segment/live-segment.ts";
import type { EngineJudge, EngineQuery, PassageNumbers } from "../segment-engine.ts";
import { bestOfSegment } from "./best-of-segment.ts";
import type { ScoredSegment } from "./score-segments.ts";

export type Candidate = { live: LiveSegment; passage: number; rank: number; at: number };

/** Best rank apart: by article and line; of one line as they stand. */
export function inOrder(one: Candidate, other: Candidate): number {
	const [a, b] = [articleOf(one), articleOf(other)];
	if (a !== b) return a < b ? -1 : 1;
	const lines = one.live.source.lineOf(one.passage) - other.live.source.lineOf(other.passage);
	return lines || one.passage - other.passage;
}

function articleOf({ live, passage }: Candidate): string {
	return live.source.articles[live.source.articleOf(passage)] ?? "";
}

const [unjudged, accepted, refused] = [0, 1, 2];
/** Where the best are refused, so many times as many are asked about next. */
const more = 10;

/** What a candidate must be beside found. */
type Conditions = Pick<EngineQuery, "only" | "among"> & Pick<EngineJudge, "accepts">;

/** The passages that a question found, of all segments. */
export class Candidates {
	readonly #segments: readonly ScoredSegment[];
	/** By segment and passage: what the judge said; none where all is accepted. */
	readonly #verdicts: readonly Uint8Array[];
	readonly #accepts: EngineJudge["accepts"];

	constructor(segments: readonly ScoredSegment[], { only, among, accepts }: Conditions) {
		this.#segments = segments;
		this.#accepts = accepts;
		if (!only && !accepts) {
			this.#verdicts = [];
			return;
		}
		const named = only && placesOf(only);
		this.#verdicts = segments.map(({ live }) => {
			const verdicts = new Uint8Array(live.source.count);
			if (among) refuseOthers(verdicts, live, among);
			if (!named) return verdicts;
			verdicts.fill(refused);
			for (const [article, number] of live.numbers.entries())
				for (const place of named.get(number) ?? [])
					verdicts[live.source.firstOf(article) + place] = unjudged;
			return verdicts;
		});
	}

	/** The `count` best that the judge accepts, in no order. Only those that would be among them are asked about. */
	async best(count: number): Promise<Candidate[]> {
		const accepts = this.#accepts;
		for (let asked = count; ; asked *= more) {
			const best = this.#best(count);
			const isUnjudged = (one: Candidate) => this.#verdict(one) === unjudged;
			if (!accepts || !best.some(isUnjudged)) return best;
			const unknown = (asked === count ? best : this.#best(asked)).filter(isUnjudged);
			const verdicts = await accepts(Candidates.numbersOf(unknown));
			for (const [n, { at, passage }] of unknown.entries()) {
				const own = this.#verdicts[at];
				if (own) own[passage] = (verdicts[n] ?? 0) > 0 ? accepted : refused;
			}
			if (best.every((one) => this.#verdict(one) === accepted)) return best;
		}
	}

	#verdict({ at, passage }: Candidate): number {
		return this.#verdicts[at]?.[passage] ?? refused;
	}

	/** The best that are not refused: those of each segment, and of these the best. */
	#best(count: number): Candidate[] {
		const all: Candidate[] = [];
		// What is below the best of the first segments need not be looked at in the next ones.
		let floor = Number.NEGATIVE_INFINITY;
		for (const [at, { live, found }] of this.#segments.entries()) {
			const verdicts = this.#verdicts[at];
			const candidate = (passage: number, rank: number) => ({ live, passage, at, rank });
			const accept = (passage: number) => verdicts?.[passage] !== refused && live.isLive(passage);
			const tie = (one: number, other: number) => inOrder(candidate(one, 0), candidate(other, 0));
			const wanted = { count, accept, tie, floor };
			for (const [passage, rank] of bestOfSegment(live.source, found, wanted))
				all.push(candidate(passage, rank));
			if (all.length < count) continue;
			all.sort((a, b) => b.rank - a.rank || inOrder(a, b));
			all.length = count;
			floor = all.at(-1)?.rank ?? floor;
		}
		return all;
	}

	static numbersOf(candidates: readonly Candidate[]): PassageNumbers {
		const articles = new Int32Array(candidates.length);
		const places = new Int32Array(candidates.length);
		for (const [n, { live, passage }] of candidates.entries()) {
			const article = live.source.articleOf(passage);
			articles[n] = live.numbers[article] ?? -1;
			places[n] = passage - live.source.firstOf(article);
		}
		return { articles, places };
	}
}

/** Articles of which no passage can be accepted. */
function refuseOthers(verdicts: Uint8Array, live: LiveSegment, among: Uint8Array): void {
	for (const [article, number] of live.numbers.entries()) {
		// One that came in meanwhile is not in there yet.
		if (among[number] !== 0) continue;
		const { from, to } = live.passagesOf(article);
		verdicts.fill(refused, from, to);
	}
}

function placesOf({ articles, places }: PassageNumbers): Map<number, Set<number>> {
	const out = new Map<number, Set<number>>();
	for (const [n, article] of articles.entries()) {
		const place = places[n] ?? 0;
		const own = out.get(article);
		if (own) own.add(place);
		else out.set(article, new Set([place]));
	}
	return out;
}
