import type { ArticleChange } from "../corpus/merge-articles.ts";
import type { WebPage } from "../corpus/web-page.ts";
import type { SourceProblem } from "../domain/sources.ts";
import type { Body, Told } from "./feed-or-page.ts";

/** Pages to be taken in, and articles whose page was taken down. */
export type TakeOrder = {
	pages: {
		/** The caller's own name for it. */
		key: string;
		page: WebPage;
		/** The article that the same item gave before. */
		replaces: string | null;
	}[];
	gone: { article: string; address: string }[];
};

export type Taken = {
	/** One a page: the article that holds its text, or why there is none. */
	outcomes: { key: string; article: string | null; copy: boolean; problem: SourceProblem | null }[];
	changes: ArticleChange[];
	/** Where the changes are kept until the journal has them. */
	intent: string | null;
};

/** The heavy part of reading sources, wherever it runs. */
export interface IntakeWork {
	/** What stands at an address. Errors: `feed_malformed`, `file_binary`, `file_encoding`, `file_empty`. */
	tell(body: Body): Promise<Told>;
	/** Takes all of it into the corpus in one step. Errors: `corpus_unwritable` and the like. */
	take(order: TakeOrder): Promise<Taken>;
}
