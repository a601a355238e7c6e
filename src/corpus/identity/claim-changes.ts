import type { Article, Claim } from "../../domain/article.ts";
import { fold } from "../../language/normalise.ts";

/**
 * What an article claims now and did not before, and the other way round. Ids change with the text,
 * so a claim is known by who makes it and by its words.
 */
export function claimChanges(
	before: Pick<Article, "claims"> | undefined,
	after: Pick<Article, "claims">,
): { newClaims: string[]; goneClaims: Claim[] } {
	const old = before?.claims ?? [];
	const had = new Set(old.map(keyOf));
	const has = new Set(after.claims.map(keyOf));
	return {
		newClaims: after.claims.filter((claim) => !had.has(keyOf(claim))).map(({ id }) => id),
		goneClaims: old.filter((claim) => !has.has(keyOf(claim))),
	};
}

function keyOf({ speaker, act, quote }: Claim): string {
	return [speaker.label?.en ?? speaker.name, act, quote].map(fold).join("\n");
}
