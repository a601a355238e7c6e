import type { Passage } from "../domain/article.ts";
import type { ClaimRef } from "./article-parts.ts";

/** What articles tell themselves, of which only the pairs know that it is there. */
export class ToldClaims {
	readonly #byId = new Map<string, ClaimRef>();
	readonly #byPassage = new Map<Passage, ClaimRef[]>();
	/** Those that no claim stands against, beside which they would be shown. */
	readonly #alone = new Set<string>();

	/** Once, whatever number of pairs it stands in; none whose words the passage no longer has. */
	add(ref: ClaimRef, isAlone: boolean): void {
		const { claim, passage } = ref;
		if (!passage.text.includes(claim.quote)) return;
		if (isAlone) this.#alone.add(claim.id);
		if (this.#byId.has(claim.id)) return;
		this.#byId.set(claim.id, ref);
		const list = this.#byPassage.get(passage);
		if (list) list.push(ref);
		else this.#byPassage.set(passage, [ref]);
	}

	withId(id: string): ClaimRef | undefined {
		return this.#byId.get(id);
	}

	in(passage: Passage): readonly ClaimRef[] {
		return this.#byPassage.get(passage) ?? [];
	}

	aloneIn(passage: Passage): readonly ClaimRef[] {
		return this.in(passage).filter(({ claim }) => this.#alone.has(claim.id));
	}
}
