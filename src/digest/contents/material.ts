import type { Request } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import type { ArticleHead } from "../../domain/change-journal.ts";
import type { Language } from "../../domain/sets/languages.ts";

/** A statement that its source makes no more, as it stood. */
export type GoneClaim = {
	claim: Claim;
	article: string;
	/** `corrected`: the article stands and says something else; `withdrawn`: it is gone as a whole. */
	how: "corrected" | "withdrawn";
	head: ArticleHead | undefined;
};

/** What a digest is made of. */
export type DigestMaterial = {
	/** Topic and filters. */
	request: Request;
	language: Language;
	/** The local day that the digest is for, ISO. */
	day: string;
	/** Day of the last digest that was delivered. */
	since: string | null;
	/** Days that it makes up for. */
	missed: { from: string; count: number } | null;
	/** Ids of claims that articles make since then. */
	newClaims: ReadonlySet<string>;
	gone: readonly GoneClaim[];
	/** Claims that earlier digests told this channel. */
	told: ReadonlySet<string>;
	/** Articles that were new or had changed. */
	articles: number;
};
