import type { Claim } from "../domain/article.ts";
import type { ToldSide } from "../domain/article-outline.ts";
import { type PassageRef, passageKey } from "../domain/passage-search.ts";
import type { ClaimRef } from "./article-parts.ts";

/** What articles tell themselves, of which only the pairs know that it is there. */
export class ToldClaims {
	readonly #byId = new Map<string, ToldSide>();
	/** By `passageKey`. */
	readonly #byPassage = new Map<string, Claim[]>();
	/** Those that no claim stands against, beside which they would be shown. */
	readonly #alone = new Set<string>();

	/** Once, whatever number of pairs it stands in. */
	add(side: ToldSide): void {
		const { article, claim, isAlone } = side;
		if (isAlone) this.#alone.add(claim.id);
		if (this.#byId.has(claim.id)) return;
		this.#byId.set(claim.id, side);
		const key = passageKey({ article: { id: article }, passage: { id: claim.passage } });
		const list = this.#byPassage.get(key);
		if (list) list.push(claim);
		else this.#byPassage.set(key, [claim]);
	}

	withId(id: string): ToldSide | undefined {
		return this.#byId.get(id);
	}

	/** None whose words the passage no longer has. */
	in(ref: PassageRef): readonly ClaimRef[] {
		const claims = this.#byPassage.get(passageKey(ref)) ?? [];
		return claims.flatMap((claim) => toldHere(ref, claim) ?? []);
	}

	aloneIn(ref: PassageRef): readonly ClaimRef[] {
		return this.in(ref).filter(({ claim }) => this.#alone.has(claim.id));
	}
}

/** The claim in its passage; undefined where its words are no longer there. */
export function toldHere(ref: PassageRef, claim: Claim): ClaimRef | undefined {
	return ref.passage.text.includes(claim.quote) ? { ...ref, claim } : undefined;
}
