import type { AnswerItem } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";

/** What the first page of an answer shows. */
export type FirstPage = {
	answered: boolean;
	/** Those alone that are more than weakly related. */
	items: readonly AnswerItem[];
	/** The claims on the topic of all pages. */
	topical: readonly Claim[];
};
