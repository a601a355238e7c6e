import type { Answer, Request } from "./answer.ts";
import type { Article } from "./article.ts";
import type { ItemPlace } from "./conversation.ts";
import type { Quotation } from "./quotation.ts";
import type { Language } from "./sets/languages.ts";

/** What a face that only asks needs: questions in, answers out, whatever finds them. */
export interface Answering {
	/**
	 * Answers one request. Every quotation has been compared with its stored article.
	 * Errors: `question_empty`, `question_too_long`, `date_malformed`, `request_malformed`,
	 * `citation_unverified`.
	 */
	answer(request: Request): Promise<Answer>;
	/** The passage behind an item with its neighbours; null where it stands there no more. */
	quotation(place: ItemPlace, language: Language): Quotation | null;
	/** Everything that answers come from, as it is now. */
	articles(): readonly Article[];
}
