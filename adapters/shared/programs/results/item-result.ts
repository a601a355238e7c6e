import { z } from "zod";
import {
	type AnswerItem,
	type ClaimItem,
	goneHows,
	type PassageItem,
	type SourceItem,
} from "../../../../src/domain/answer.ts";
import { Article, TimelineEvent } from "../../../../src/domain/article.ts";
import { StatedDate } from "../../../../src/domain/dates.ts";
import { ArticleStanding } from "../../../../src/domain/notice.ts";
import { Language } from "../../../../src/domain/sets/languages.ts";
import {
	CitationResult,
	citationResult,
	cleanOrNull,
	glossResult,
	Quoted,
	webAddress,
} from "./citation-result.ts";
import { ClaimResult, claimResult, RivalResult, rivalResult } from "./claim-result.ts";
import { CorrectionResult, correctionResult, EarlierResult, earlierResult } from "./past-result.ts";

const cited = {
	...Quoted,
	/** Names, numbers and terms of the quotation in the asker's language, where that is another one. */
	keyWords: z
		.object({ language: Language, words: z.array(z.string()), left: z.int().min(0) })
		.optional(),
	/** The same statement elsewhere. */
	alsoIn: z.array(CitationResult),
	/** Set where the article was withdrawn, or its page is gone. */
	standing: ArticleStanding.optional(),
	corrections: z.array(CorrectionResult),
	earlier: EarlierResult.optional(),
	/** Set where the item stands behind those that name the topic. */
	weaklyRelated: z.literal(true).optional(),
	/** Set where the words do not name the topic and stand in an article about it. */
	inArticleAbout: z.literal(true).optional(),
};
const EventResult = TimelineEvent.pick({ id: true, date: true, planned: true });

const ClaimItemResult = z.object({
	kind: z.literal("claim"),
	...cited,
	claim: ClaimResult,
	contradictedBy: z.array(RivalResult),
	/** Set where the source makes the statement no more; `now`: what it says in its place. */
	gone: z.enum(goneHows).optional(),
	now: z.object(Quoted).optional(),
});
const PassageItemResult = z.object({
	kind: z.literal("passage"),
	...cited,
	/** The whole passage, where the quotation is a part of it. */
	context: z.string().optional(),
	/** Made in the quoted words. */
	claim: ClaimResult.optional(),
	contradictedBy: z.array(RivalResult),
	event: EventResult.optional(),
});
const EventItemResult = z.object({ kind: z.literal("event"), ...cited, event: EventResult });
const SourceItemResult = z.object({
	kind: z.literal("source"),
	article: Article.pick({ id: true, language: true, published: true, standing: true }).extend({
		title: z.string().nullable(),
		outlet: z.string().nullable(),
		url: z.string().nullable(),
	}),
	counts: z.object({
		passages: z.int().min(0),
		claims: z.int().min(0),
		events: z.int().min(0),
	}),
	corrected: z.object({ count: z.int().min(0), day: StatedDate }).optional(),
	edited: z.object({ until: z.string(), versions: z.int().min(0) }).optional(),
});

/** One item of an answer. Every quotation has been compared with its stored article. */
export const ItemResult = z.discriminatedUnion("kind", [
	ClaimItemResult,
	PassageItemResult,
	EventItemResult,
	SourceItemResult,
]);
export type ItemResult = z.infer<typeof ItemResult>;

export function itemResult(item: AnswerItem, language: Language): ItemResult {
	if (item.kind === "source") return sourceResult(item);
	if (item.kind === "event") {
		const { id, date, planned } = item.event;
		return {
			...{ kind: "event", ...citedResult(item) },
			event: { id, date, ...(planned === undefined ? {} : { planned }) },
		};
	}
	return item.kind === "claim" ? claimItemResult(item, language) : passageResult(item, language);
}

function citedResult(item: Exclude<AnswerItem, SourceItem>) {
	const { quote, rendering, citation, keyWords, alsoIn, standing, corrections, earlier } = item;
	const { weaklyRelated, inArticleAbout } = item;
	return {
		...{ quote, rendering, citation: citationResult(citation) },
		...glossResult(item),
		...(keyWords ? { keyWords } : {}),
		alsoIn: (alsoIn ?? []).map(citationResult),
		...(standing ? { standing } : {}),
		corrections: (corrections ?? []).map(correctionResult),
		...(earlier ? { earlier: earlierResult(earlier) } : {}),
		...(weaklyRelated ? { weaklyRelated } : {}),
		...(inArticleAbout ? { inArticleAbout } : {}),
	};
}

function claimItemResult(item: ClaimItem, language: Language): ItemResult {
	const { claim, contradictedBy, gone, now } = item;
	return {
		...{ kind: "claim", ...citedResult(item), claim: claimResult(claim) },
		contradictedBy: contradictedBy.map((rival) => rivalResult(rival, language)),
		...(gone ? { gone } : {}),
		...(now ? { now: { ...now, citation: citationResult(now.citation) } } : {}),
	};
}

function passageResult(item: PassageItem, language: Language): ItemResult {
	const { context, claim, contradictedBy = [], event } = item;
	const { id, date, planned } = event ?? {};
	return {
		...{ kind: "passage", ...citedResult(item) },
		...(context === undefined ? {} : { context }),
		...(claim ? { claim: claimResult(claim) } : {}),
		contradictedBy: contradictedBy.map((rival) => rivalResult(rival, language)),
		...(id !== undefined && date
			? { event: { id, date, ...(planned === undefined ? {} : { planned }) } }
			: {}),
	};
}

function sourceResult({ article, counts, corrected, edited }: SourceItem): ItemResult {
	const { id, language, published, standing } = article;
	return {
		kind: "source",
		article: {
			...{
				id,
				language,
				published,
				url: webAddress(article.url),
				...(standing ? { standing } : {}),
			},
			...{ title: cleanOrNull(article.title), outlet: cleanOrNull(article.outlet) },
		},
		counts,
		...(corrected ? { corrected } : {}),
		...(edited ? { edited } : {}),
	};
}
