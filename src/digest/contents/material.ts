import type { GoneHow, Request } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { ArticleHead } from "../../domain/state/change-journal.ts";

/** A statement that its source makes no more, as it stood. */
export type GoneClaim = {
	claim: Claim;
	article: string;
	how: GoneHow;
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
	/** Ids of claims that stand, and that a correction which is new concerns. */
	corrected?: ReadonlySet<string>;
	/** Claims that earlier digests told this channel. */
	told: ReadonlySet<string>;
	/** Articles that were new or had changed. */
	articles: number;
	/** Set where it is told at once; `isLast`: the hour takes no more after it. */
	alert?: { isLast: boolean };
};
