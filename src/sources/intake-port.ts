import type { SaidOf } from "../corpus/notices/said-withdrawn.ts";
import type { ArticleChange } from "../corpus/sameness/article-changes.ts";
import type { KnownBody } from "../corpus/sameness/shared-bodies.ts";
import type { WebPage } from "../corpus/web-page.ts";
import type { SourceProblem } from "../domain/sources.ts";
import type { Body, FeedOrPage } from "./feed-or-page.ts";

/** Pages to be taken in, and articles whose page was taken down. */
export type TakeOrder = {
	pages: {
		/** The caller's own name for it. */
		key: string;
		page: WebPage;
		/** Its item's address, before redirects; the page's own where absent. */
		asked?: string | undefined;
		/** The article that the same item gave before. */
		replaces: string | null;
		/** The item's address is another one than it was then. */
		hasMoved?: boolean | undefined;
	}[];
	gone: { article: string; address: string }[];
	/** What a feed says anew of articles that it gave before; `feed`: its address. */
	said?: readonly (SaidOf & { article: string; feed: string })[] | undefined;
	/** What earlier looks at the source found to be no article's text. */
	known?: readonly KnownBody[] | undefined;
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
	/**
	 * What stands at an address. Errors: `feed_malformed`, `file_binary`, `file_encoding`, `file_empty`,
	 * `page_unreadable`.
	 */
	readFeedOrPage(body: Body): Promise<FeedOrPage>;
	/**
	 * Takes all of it into the corpus in one step; a page that cannot be read, or that breaks the reader,
	 * is an outcome. Errors: `corpus_unwritable` and the like.
	 */
	take(order: TakeOrder): Promise<Taken>;
}
