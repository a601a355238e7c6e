import type { PageBudget } from "../../corpus/read/page-budget.ts";
import type { Article } from "../../domain/article.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import type { Body } from "../../sources/feed-or-page.ts";
import type { TakeOrder } from "../../sources/intake-port.ts";
import type { IntakeParts } from "./corpus-intake.ts";

export type WorkerSettings = Pick<IntakeParts, "corpusDir" | "served" | "intents"> & {
	/** Folder of the language data. */
	indexData: string;
	/** Folder for what is noted of pages while they are read. */
	notes: string;
	/** What one page may cost, where it is not what is usual. */
	budget?: Partial<PageBudget> | undefined;
};

/** What the server asks of the intake's thread. */
export type WorkerOrder = { id: number } & (
	| { kind: "readFeedOrPage"; body: Body }
	| { kind: "take"; order: TakeOrder }
	| { kind: "news" }
	/** The article was taken, or the page may be read: the next one may come. */
	| { kind: "next" }
);

/** What comes back; articles come before the end of the order that they belong to. */
export type WorkerAnswer = { id: number } & (
	| { kind: "article"; article: Article }
	/** Which page of the order is read once `next` has come, by its key; null, without an answer, once all are. */
	| { kind: "page"; page: string | null }
	| { kind: "done"; value: unknown }
	| {
			kind: "failed";
			error: {
				code: ErrorCode;
				message: string;
				key: string;
				params: Record<string, string | number>;
			};
	  }
);
