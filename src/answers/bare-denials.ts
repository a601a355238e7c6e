import type { Claim } from "../domain/article.ts";
import type { PassageRef } from "../domain/passage-search.ts";
import { rememberedOf } from "../language/text/memo.ts";
import { analyse } from "../language/words/index-terms.ts";
import type { ClaimRef, Library } from "./library.ts";

/** "The union denied this": a denial that names nothing of its own, and the claim of a passage that it denies. */
export type BareDenial = { denial: ClaimRef; denied: ClaimRef };

/** A denial with more telling words names what it denies, and is found by these. */
const mostTerms = 2;

const known = rememberedOf<boolean>();

/** Denials, wherever they stand, that are about what this passage says and can be found by nothing else. */
export function bareDenialsOf(ref: PassageRef, library: Library): BareDenial[] {
	return library.claims(ref).flatMap((denied) =>
		library
			.rivals(denied.claim)
			.filter(
				({ claim, contradiction, passage }) =>
					contradiction.kind === "denial" &&
					claim.act === "denies" &&
					passage !== ref.passage &&
					isBare(claim, library),
			)
			.map((denial) => ({ denial, denied })),
	);
}

function isBare(claim: Claim, { stopWords }: Library): boolean {
	return known(claim, () => {
		const terms = new Set(analyse(claim.quote, stopWords).map(({ term }) => term));
		terms.delete("");
		return terms.size <= mostTerms;
	});
}
