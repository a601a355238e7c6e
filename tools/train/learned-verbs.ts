import { viewOf } from "../../src/attribution/sequence/passage-view.ts";
import { textTokens } from "../../src/attribution/sequence/tokens.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";

/** The stems of the words of saying that the articles mark, sorted: of others the weights know nothing. */
export function learnedVerbs(
	articles: readonly AnnotatedArticle[],
	words: WordKnowledge,
): ReadonlySet<string> {
	const stems = articles.flatMap(({ marks, paragraphs }) =>
		marks.flatMap(({ letter, paragraph, start, end }) => {
			if (letter !== "q") return [];
			const { facts } = viewOf(textTokens((paragraphs[paragraph] ?? "").slice(start, end)), words);
			return facts.flatMap(({ cue, stem }) => (cue ? [stem] : []));
		}),
	);
	return new Set(stems.sort());
}
