import { z } from "zod";
import { StatedDate } from "./dates.ts";
import { Span } from "./span.ts";

/** What a publisher does with an article by a notice in it. */
export const NoticeKind = z.enum(["corrected", "withdrawn"]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Words of a notice, exactly as they stand in the source. */
export const QuotedValue = z.object({ quote: z.string().min(1), source: Span });
export type QuotedValue = z.infer<typeof QuotedValue>;

/** What a notice says; each value is null where it does not say it. */
const said = {
	kind: NoticeKind,
	quote: z.string().min(1),
	source: Span,
	/** Of the correction or withdrawal. */
	day: StatedDate,
	/** What the article had said, and what is right. */
	old: QuotedValue.nullable(),
	new: QuotedValue.nullable(),
};

/** A notice of the publisher inside its article: no passage, no claim, found by no search. */
export const Notice = z.object({
	id: z.string().min(1),
	...said,
	/** Ids of what it concerns; both empty where that cannot be told: then it is the article. */
	claims: z.array(z.string().min(1)),
	passages: z.array(z.string().min(1)),
});
export type Notice = z.infer<typeof Notice>;

/** A notice before it is known which claims it concerns. */
export type NoticeText = Omit<Notice, "id" | "claims" | "passages">;

/** The states of an article that its publisher does not stand by, or shows no more. */
export const standingKinds = ["withdrawn", "gone"] as const;

export const noticePlaces = ["text", "title", "page", "feed"] as const;

/**
 * That an article was withdrawn by its publisher, or that its page is gone: it stays, and is told as
 * such. `day`: of the withdrawal where the notice gives one, else the day on which it was noticed.
 */
export const ArticleStanding = z.object({
	kind: z.enum(standingKinds),
	day: z.iso.date(),
	basis: z.enum(["printed", "noticed"]),
	/** The words of the notice, and where they stand. */
	notice: z
		.object({
			quote: z.string().min(1),
			source: Span,
			/** The file or address that holds them. */
			file: z.string().min(1),
			/** The article's text or title, the page that took its place, or its feed. */
			from: z.enum(noticePlaces),
		})
		.optional(),
});
export type ArticleStanding = z.infer<typeof ArticleStanding>;
