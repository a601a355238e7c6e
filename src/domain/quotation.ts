import type { Citation, Correction, Counterpart, Gloss, ToldClaim } from "./answer.ts";
import type { PassageKind } from "./article.ts";
import type { ArticleStanding } from "./notice.ts";
import type { Language } from "./sets/languages.ts";

/** The place of a quotation: its passage with its neighbours, in the order of the page. */
export type Quotation = {
	language: Language;
	citation: Citation;
	rendering: "verbatim" | "paraphrase";
	/** The words stood there until then; `now`: what stands in their place, where something does. */
	changed?: { until: string; now: string | null };
	standing?: ArticleStanding;
	corrections?: Correction[];
	/** The claim that the quoted words are. */
	said?: ToldClaim;
	/** A machine's translation of the quoted words; in none that was not given to a glosser. */
	gloss?: Gloss;
	/** Claims that stand against what is said in the quoted words. */
	against?: Counterpart[];
	passages: {
		kind: PassageKind;
		line: number;
		text: string;
		/** The quoted words inside `text`, in UTF-16 units; only in the quoted passage. */
		quoted?: { from: number; to: number };
		/** What of `text` is near the quotation, for where there is little room; null: nothing; absent: all. */
		near?: { from: number; to: number } | null;
	}[];
};
