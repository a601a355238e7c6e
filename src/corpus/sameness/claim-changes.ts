import type { Article, Claim } from "../../domain/article.ts";
import { fold } from "../../language/text/normalise.ts";

/**
 * What an article claims now and did not before, and the other way round. Ids change with the text,
 * so a claim is known by its words and what is done with them. Its speaker does not count: what an
 * article calls him, and who is taken for him, hangs on the rest of the text.
 */
export function claimChanges(
	before: Pick<Article, "claims"> | undefined,
	after: Pick<Article, "claims">,
): { newClaims: string[]; goneClaims: Claim[] } {
	const old = before?.claims ?? [];
	if (old.length === 0) return { newClaims: after.claims.map(({ id }) => id), goneClaims: [] };
	const had = new Set(old.map(claimKey));
	const has = new Set(after.claims.map(claimKey));
	return {
		newClaims: after.claims.filter((claim) => !had.has(claimKey(claim))).map(({ id }) => id),
		goneClaims: old.filter((claim) => !has.has(claimKey(claim))),
	};
}

/** What a claim is known by in another version of its article. */
export function claimKey({ act, quote }: Claim): string {
	return `${act}\n${fold(quote)}`;
}
