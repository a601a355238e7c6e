import { z } from "zod";
import type { ClaimItem } from "../../../../src/domain/answer.ts";
import { Article, PassageKind } from "../../../../src/domain/article.ts";
import type { ReadArticle } from "../../../../src/domain/reading-room.ts";
import { CitationResult, citationResult, cleanOrNull, webAddress } from "./citation-result.ts";
import { ClaimResult, claimResult } from "./claim-result.ts";
import { CorrectionResult, correctionResult } from "./past-result.ts";
import { Untrusted, untrusted } from "./untrusted.ts";

const ReprintResult = z.object({
	outlet: z.string().nullable(),
	title: z.string().nullable(),
	url: z.string().nullable(),
	published: Article.shape.published,
});

/** An article as far as an operator allows it to be shown: the rule of copyright is the reader's. */
export const ArticleResult = z.object({
	...Article.pick({ id: true, language: true, published: true, standing: true }).shape,
	rendering: z.enum(["verbatim", "paraphrase"]),
	title: z.string().nullable(),
	outlet: z.string().nullable(),
	url: z.string().nullable(),
	file: z.string(),
	/** The same text elsewhere. */
	reprints: z.array(ReprintResult),
	corrections: z.array(CorrectionResult),
	/** ISO days on which an edit of its text was noticed, the newest first. */
	edited: z.array(z.string()),
	/** Parts that an operator took down. */
	takenDown: z.int().min(0),
	/** Whether the text is shown: only where ISNAD_READER is `articles`. */
	whole: z.boolean(),
	/** Passages of this page of the article; empty where the text is not shown. */
	passages: z.array(
		z.object({ id: z.string(), kind: PassageKind, line: z.int().min(1), text: z.string() }),
	),
	/** Who says something in these passages, and where; the words are behind each place. */
	claims: z.array(
		z.object({ claim: ClaimResult, citation: CitationResult, contested: z.boolean() }),
	),
	/** Passages of the article in all, and the first one of this page, counted from 0. */
	total: z.int().min(0),
	offset: z.int().min(0),
	next: z.int().min(0).nullable(),
	untrusted: Untrusted,
});
export type ArticleResult = z.infer<typeof ArticleResult>;

export type ArticlePage = { offset: number; limit: number; isWhole: boolean };

/** `claimsIn`: those of a passage of this article. */
export function articleResult(
	article: ReadArticle,
	claimsIn: (passage: string) => readonly ClaimItem[],
	{ offset, limit, isWhole }: ArticlePage,
): ArticleResult {
	const { id, language, published, standing, rendering, file, edited, takenDown } = article;
	const page = article.passages.slice(offset, offset + limit);
	const total = article.passages.length;
	return {
		...{ id, language, published, rendering, file, edited, takenDown },
		url: webAddress(article.url),
		...(standing ? { standing } : {}),
		...{ title: cleanOrNull(article.title), outlet: cleanOrNull(article.outlet) },
		reprints: (article.reprints ?? []).map((one) => ({
			...{ url: webAddress(one.url), published: one.published },
			...{ outlet: cleanOrNull(one.outlet), title: cleanOrNull(one.title) },
		})),
		corrections: article.corrections.map(correctionResult),
		whole: isWhole,
		passages: isWhole ? page : [],
		claims: page
			.flatMap((passage) => claimsIn(passage.id))
			.map(({ claim, citation, contradictedBy }) => ({
				...{ claim: claimResult(claim), citation: citationResult(citation) },
				contested: contradictedBy.length > 0,
			})),
		...{ total, offset, next: offset + limit < total ? offset + limit : null, untrusted },
	};
}
