import { type Answerer, type AnswererParts, createAnswerer } from "../../answers/answerer.ts";
import { judgeOf } from "../../answers/find/judge.ts";
import type { Library } from "../../answers/library.ts";
import type { Article } from "../../domain/article.ts";
import type { Say } from "../../domain/messages.ts";
import type { PassageIndex, PassageJudge, PassageSearch } from "../../domain/passage-search.ts";
import type { TextShelf } from "../../domain/text-shelf.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { type CorpusFacts, factsOf } from "../../identity/who-is-who.ts";
import type { StopWords } from "../../language/words/index-terms.ts";
import type { QuestionReader } from "../../question/read-question.ts";
import type { CorrectionWatch } from "./correction-watch.ts";
import type { Served } from "./served.ts";

export type LiveParts = {
	served: Served;
	/** What the articles hold, where it was read already in steps; else it is read at once. */
	library?: Library | undefined;
	/** Where the text of the articles is; absent where they are held whole. */
	shelf?: TextShelf;
	/** Over all served articles. */
	index: PassageIndex;
	/** What reads questions over these articles. */
	reader: (facts: () => CorpusFacts) => QuestionReader;
	names: NameMatcher;
	stopWords: StopWords;
	say: Say;
	/** Whether answers are offered as pictures. */
	pictures?: boolean;
	/** A question in the other language; nothing is translated where it is absent. */
	translate?: AnswererParts["translate"];
	/** Looks whether an operator has corrected something; see `CorrectionWatch`. */
	watch?: CorrectionWatch;
};

/** One state of the corpus, with everything that answers from it. */
export type Generation = {
	articles: readonly Article[];
	/** Those articles themselves: the index may hold the next generation's already. */
	own: ReadonlySet<Article>;
	passages: number;
	answerer: Answerer;
	parts: AnswererParts;
	library: Library;
};

/** What answers from these articles, as one state of the corpus. */
export function generationOf(
	articles: readonly Article[],
	library: Library,
	live: LiveParts,
): Generation {
	const { names, say, stopWords, pictures = false, translate, served } = live;
	const own = new Set(articles);
	const passages = library.size;
	const search = searchIn(own, library, live);
	const reader = live.reader(() => factsOf(names.whoIn(articles), articles));
	const { takenDown } = served.corrections;
	const given = { articles, search, reader, names, stopWords, say };
	const parts = { ...given, translate, takenDown, pictures };
	return { articles, own, passages, answerer: createAnswerer(parts, library), parts, library };
}

/** The index as one generation sees it. */
function searchIn(
	own: ReadonlySet<Article>,
	library: Library,
	{ index, names }: Pick<LiveParts, "index" | "names">,
): PassageSearch {
	const judge = judgeOf(library, names);
	// The index may hold another generation's articles too, also from the middle of a search on.
	const ofOwn: PassageJudge = {
		...judge,
		accepts(within) {
			const accept = judge.accepts(within);
			return (ref) => own.has(ref.article) && accept(ref);
		},
	};
	return {
		size: library.size,
		search: (query) => index.search({ ...query, within: query.within ?? {} }, ofOwn),
	};
}
