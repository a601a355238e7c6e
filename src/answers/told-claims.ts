import type { Claim } from "../domain/article.ts";
import type { ToldSide } from "../domain/article-outline.ts";
import type { PassageRef } from "../domain/passage-search.ts";
import type { ClaimRef } from "./article-parts.ts";

const none: readonly ClaimRef[] = [];

/** What articles tell themselves, of which only the pairs know that it is there. */
export class ToldClaims {
	readonly #byId = new Map<string, ToldSide>();
	/** By article and passage: most articles have none. */
	readonly #byPassage = new Map<string, Map<string, Claim[]>>();
	/** Those that no claim stands against, beside which they would be shown. */
	readonly #alone = new Set<string>();

	/** Once, whatever number of pairs it stands in. */
	add(side: ToldSide): void {
		const { article, claim, isAlone } = side;
		if (isAlone) this.#alone.add(claim.id);
		if (this.#byId.has(claim.id)) return;
		this.#byId.set(claim.id, side);
		const passages = this.#byPassage.get(article) ?? new Map<string, Claim[]>();
		this.#byPassage.set(article, passages);
		const list = passages.get(claim.passage);
		if (list) list.push(claim);
		else passages.set(claim.passage, [claim]);
	}

	withId(id: string): ToldSide | undefined {
		return this.#byId.get(id);
	}

	/** None whose words the passage no longer has. */
	in(ref: PassageRef): readonly ClaimRef[] {
		const claims = this.#byPassage.get(ref.article.id)?.get(ref.passage.id);
		return claims?.flatMap((claim) => toldHere(ref, claim) ?? []) ?? none;
	}

	aloneIn(ref: PassageRef): readonly ClaimRef[] {
		const told = this.in(ref);
		return told.length > 0 ? told.filter(({ claim }) => this.#alone.has(claim.id)) : none;
	}
}

/** The claim in its passage; undefined where its words are no longer there. */
export function toldHere(ref: PassageRef, claim: Claim): ClaimRef | undefined {
	return ref.passage.text.includes(claim.quote) ? { ...ref, claim } : undefined;
}
