import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import type { Known } from "../../speakers/known.ts";
import { comparedWord } from "../../speakers/names/compared.ts";
import type { ContentPieces } from "../parts.ts";

/** A claim of the article that a later one may answer. */
export type ClaimBefore = {
	act: string;
	speaker: Known | undefined;
	passage: number;
	/** Keys of how the words begin that it is about. */
	topic: ReadonlySet<number>;
	/** Its words as names are compared. */
	words: ReadonlySet<string>;
	/** It holds a negation. */
	not: boolean;
};

/** So many claims back an article is remembered, so that the work stays linear. */
export const mostBefore = 40;

export const claimBefore = (
	view: PassageView,
	content: ContentPieces,
	told: Pick<ClaimBefore, "act" | "speaker" | "passage">,
): ClaimBefore => ({
	...told,
	topic: topicOf(view, content),
	words: new Set(tokensOf(content).map((t) => comparedWord(view.tokens[t]?.word ?? ""))),
	not: isNegated(view, content),
});

/** Of a longer content the first words tell what it is about. */
const longest = 120;

const tokensOf = ({ pieces }: ContentPieces): number[] =>
	pieces
		.flatMap(({ from, to }) =>
			Array.from({ length: Math.min(longest, to - from) }, (_, i) => from + i),
		)
		.slice(0, longest);

/** Shorter words are seldom what is spoken of. */
const shortest = 4;

/** Keys of how the words begin that a content is about: an inspection and "inspected" are one. */
export function topicOf(view: PassageView, content: ContentPieces): Set<number> {
	const topic = new Set<number>();
	for (const t of tokensOf(content)) {
		const facts = view.facts[t];
		if (!facts || facts.stem.length < shortest) continue;
		const { kinds } = facts;
		if (["prepositions", "modals", "complementisers", "finite"].some((kind) => kinds.has(kind)))
			continue;
		topic.add(keysAt(view, t).begin5);
	}
	return topic;
}

/** Nobody had been told; nothing, no: also where no verb is negated. */
export const isNegated = (view: PassageView, content: ContentPieces): boolean =>
	tokensOf(content).some((t) => {
		const facts = view.facts[t];
		return (
			facts?.kinds.has("negations") ||
			facts?.kinds.has("negativeSubjects") ||
			facts?.stem.endsWith("n't")
		);
	});
