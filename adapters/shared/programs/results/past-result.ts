import { z } from "zod";
import type { Correction, EarlierWords } from "../../../../src/domain/answer.ts";
import { StatedDate } from "../../../../src/domain/dates.ts";
import { CitationResult, citationResult } from "./citation-result.ts";

/** A correction that the publisher announced, in the notice's own words. */
export const CorrectionResult = z.object({
	id: z.string(),
	scope: z.enum(["claim", "article"]),
	quote: z.string(),
	citation: CitationResult,
	old: z.string().nullable(),
	new: z.string().nullable(),
	day: StatedDate,
});

/** What stood in the place before the source was edited. */
export const EarlierResult = z.object({
	quote: z.string(),
	until: z.iso.date(),
	citation: CitationResult,
});

export function correctionResult(of: Correction): z.infer<typeof CorrectionResult> {
	const { id, scope, quote, old, day } = of;
	return { id, scope, quote, old, new: of.new, day, citation: citationResult(of.citation) };
}

export function earlierResult(of: EarlierWords): z.infer<typeof EarlierResult> {
	return { quote: of.quote, until: of.until, citation: citationResult(of.citation) };
}
