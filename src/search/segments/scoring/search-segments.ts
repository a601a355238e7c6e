import type { AskedWord } from "../../../domain/passage-search.ts";
import { AskedWords, expansion } from "../../rank/asked-words.ts";
import { Closeness } from "../../rank/closeness.ts";
import { LetterScore } from "../../rank/letter-score.ts";
import { withLetters } from "../../rank/rank-passages.ts";
import type { GroupFinding } from "../../rank/word-score.ts";
import type { SearchData } from "../../search-data.ts";
import { tuning } from "../../tuning.ts";
import type { GroupReader } from "../../widen/question-groups.ts";
import { isParaphrasedIn, languageIn } from "../segment/passage-rows.ts";
import type { EngineHits, EngineJudge, EngineQuery } from "../segment-engine.ts";
import type { SegmentStore } from "../segment-store.ts";
import { type Candidate, Candidates, inOrder } from "./candidates.ts";
import { scoreSegments } from "./score-segments.ts";

type Searched = { store: SegmentStore; data: SearchData; reader: GroupReader };

const atOnce = async () => {};

/** The question's best passages, as `LocalPassageSearch` finds and scores them. */
export async function searchSegments(
	query: EngineQuery,
	{ store, data, reader }: Searched,
	judge: EngineJudge,
): Promise<EngineHits> {
	await data.lexicon.prepareFor(query.text, atOnce);
	await data.thesaurus.prepare(atOnce);
	store.prepare();
	const groups = [...reader.groups(query.text, query.light)];
	if (groups.length === 0) return { hits: [], unknownWords: [], expansions: [], asksNothing: true };
	const scores = scoreSegments(groups, store);
	const closeness = new Closeness(groups, scores.found, store.words);
	const letters = new LetterScore(query.text, query.language, store, data.stopWords);
	const { only, among } = query;
	const candidates = new Candidates(scores.segments, { only, among, accepts: judge.accepts });
	const close = await candidates.best(Math.max(tuning.depth, query.limit));
	const { norms } = store;
	const scored = close.map((candidate) => {
		const { source, lengths } = candidate.live;
		const { passage, rank } = candidate;
		const words = source.wordsOf(passage);
		const traits = source.traits(passage);
		const score = withLetters(rank + closeness.bonus(words), letters, {
			words,
			language: languageIn(traits),
			isParaphrased: isParaphrasedIn(traits),
			relativeLength: norms.relative(lengths[passage] ?? 0),
		});
		return { candidate, words, score };
	});
	const liked = judge.prefers && (await judge.prefers(Candidates.numbersOf(close)));
	for (const [n, one] of scored.entries())
		if (liked) one.score *= 1 + tuning.prefer * (liked[n] ?? 0);
	scored.sort((a, b) => b.score - a.score || inOrder(a.candidate, b.candidate));
	const asked = new AskedWords(groups, scores.found, store.words);
	const hits = scored.slice(0, query.limit).map(({ candidate, words, score }) => {
		const held = asked.of(words);
		return {
			...numberOf(candidate),
			score,
			coverage: coverageOf(held, scores.found),
			matched: closeness.matched(words),
			asked: held,
		};
	});
	scores.release();
	return {
		hits,
		unknownWords: groups.filter((_, g) => !scores.found[g]?.reached).map(({ word }) => word),
		expansions: groups.map(expansion).filter(({ to }) => to.length > 0),
		asksNothing: false,
	};
}

/** Share of the question's weight that a passage holds, 0 to 1: summed up as the index in this process does, in 32 bits. */
function coverageOf(asked: readonly AskedWord[], found: readonly GroupFinding[]): number {
	const weight = found.reduce((sum, { idf }) => sum + idf, 0) || 1;
	const held = asked.reduce(
		(sum, { held }, g) => Math.fround(sum + (found[g]?.idf ?? 0) * Math.fround(held)),
		0,
	);
	return Math.min(1, held / weight);
}

function numberOf({ live, passage }: Candidate): { article: number; place: number } {
	const article = live.source.articleOf(passage);
	return { article: live.numbers[article] ?? -1, place: passage - live.source.firstOf(article) };
}
