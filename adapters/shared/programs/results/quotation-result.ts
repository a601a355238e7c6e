import { z } from "zod";
import { PassageKind } from "../../../../src/domain/article.ts";
import { ArticleStanding } from "../../../../src/domain/notice.ts";
import type { Quotation } from "../../../../src/domain/quotation.ts";
import { Language } from "../../../../src/domain/sets/languages.ts";
import { citationResult, glossResult, Quoted } from "./citation-result.ts";
import { ClaimResult, claimResult, RivalResult, rivalResult } from "./claim-result.ts";
import { CorrectionResult, correctionResult } from "./past-result.ts";
import { Untrusted, untrusted } from "./untrusted.ts";

/** A quotation in its place, compared with the stored article when it was asked for. */
export const QuotationResult = z.object({
	language: Language,
	...Quoted,
	/** Whether the words stand there today; else `changed` says until when they did. */
	stands: z.boolean(),
	changed: z.object({ until: z.iso.date(), now: z.string().nullable() }).optional(),
	standing: ArticleStanding.optional(),
	corrections: z.array(CorrectionResult),
	claim: ClaimResult.optional(),
	contradictedBy: z.array(RivalResult),
	/** The passage between its neighbours; `quoted`: where the words are in `text`, in UTF-16 units. */
	passages: z.array(
		z.object({
			kind: PassageKind,
			line: z.int().min(1),
			text: z.string(),
			quoted: z.object({ from: z.int().min(0), to: z.int().min(0) }).optional(),
		}),
	),
	untrusted: Untrusted,
});
export type QuotationResult = z.infer<typeof QuotationResult>;

export function quotationResult(quotation: Quotation): QuotationResult {
	const { language, citation, rendering, changed, standing, corrections, said, against } =
		quotation;
	return {
		...{ language, rendering, quote: wordsOf(quotation), citation: citationResult(citation) },
		...glossResult(quotation),
		stands: changed === undefined,
		...(changed ? { changed } : {}),
		...(standing ? { standing } : {}),
		corrections: (corrections ?? []).map(correctionResult),
		...(said ? { claim: claimResult(said) } : {}),
		contradictedBy: (against ?? []).map((rival) => rivalResult(rival, language)),
		passages: quotation.passages.map(({ near: _, ...passage }) => passage),
		untrusted,
	};
}

/** The marked words, or the whole passage where the citation is of all of it. */
function wordsOf({ passages, citation }: Quotation): string {
	const marked = passages.find(({ quoted }) => quoted);
	if (marked?.quoted) return marked.text.slice(marked.quoted.from, marked.quoted.to);
	return passages.find(({ line }) => line === citation.line)?.text ?? "";
}
