import { speakerNames } from "../../answers/find/filters.ts";
import { citationOf } from "../../answers/items/cite.ts";
import type { ClaimRef, Library } from "../../answers/library.ts";
import type { ClaimItem } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import { unknownPublished } from "../../domain/dates.ts";
import { analyse, type StopWords } from "../../language/words/index-terms.ts";
import type { DigestBase } from "./digest-base.ts";
import type { GoneClaim } from "./material.ts";

/** Least share of the topic's terms that a statement must hold which the index holds no more. */
const shareOfTopic = 0.5;

/** Statements that were told to the channel, or are on its topic, and that their source makes no more. */
export function goneItems(base: DigestBase, stopWords: StopWords): ClaimItem[] {
	const { material, tests, reading, topicTerms, library } = base;
	return material.gone.flatMap((gone): ClaimItem[] => {
		const ref = refOf(gone, library);
		const isTold = material.told.has(gone.claim.id);
		if (!isTold && !(tests.claim(ref) && isOnTopic(ref, topicTerms, stopWords))) return [];
		const { claim } = gone;
		const { rendering } = ref.article;
		const ours = rendering === "paraphrase" ? claim.paraphrase?.[reading.language] : undefined;
		return [
			{
				kind: "claim",
				quote: ours ?? claim.quote,
				rendering,
				citation: citationOf(ref, claim.source, reading.language),
				claim,
				contradictedBy: [],
				gone: gone.how,
			},
		];
	});
}

function isOnTopic({ claim }: ClaimRef, topic: ReadonlySet<string>, stopWords: StopWords): boolean {
	if (topic.size === 0) return true;
	const { quote, paraphrase, about, topics } = claim;
	const texts = [
		quote,
		paraphrase?.ar,
		paraphrase?.en,
		...speakerNames(claim),
		...about,
		...topics,
	];
	const own = termsOf(texts, stopWords);
	const held = [...topic].filter((term) => own.has(term));
	return held.length >= shareOfTopic * topic.size;
}

/** Index terms of texts, without stop words. */
export function termsOf(
	texts: readonly (string | null | undefined)[],
	stopWords: StopWords,
): ReadonlySet<string> {
	const all = texts.flatMap((text) => (text ? analyse(text, stopWords) : []));
	return new Set(all.map(({ term }) => term).filter(Boolean));
}

/** The place where it stood: the corpus may have neither the passage nor the article any more. */
function refOf({ claim, article: id, head }: GoneClaim, library: Library): ClaimRef {
	const stored = library.article(id);
	const article: Article = {
		id,
		language: head?.language ?? stored?.language ?? "en",
		title: head?.title ?? stored?.title ?? null,
		outlet: head?.outlet ?? stored?.outlet ?? null,
		url: head?.url ?? stored?.url ?? null,
		source: { file: head?.file ?? stored?.source.file ?? id, sha256: "" },
		published: head?.published ?? stored?.published ?? unknownPublished,
		rendering: head?.rendering ?? stored?.rendering ?? "verbatim",
		passages: [],
		claims: [],
		events: [],
		figures: [],
		contradictions: [],
	};
	const passage = {
		id: claim.passage,
		kind: "body",
		text: claim.quote,
		source: claim.source,
	} as const;
	return { article, passage, claim };
}
