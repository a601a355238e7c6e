import type { Passage } from "../domain/article.ts";
import type { ClaimRef } from "./article-parts.ts";

/** What articles tell themselves, of which only the pairs know that it is there. */
export class ToldClaims {
	readonly #byId = new Map<string, ClaimRef>();
	readonly #byPassage = new Map<Passage, ClaimRef[]>();

	/** Once, whatever number of pairs it stands in; none whose words the passage no longer has. */
	add(ref: ClaimRef): void {
		const { claim, passage } = ref;
		if (this.#byId.has(claim.id) || !passage.text.includes(claim.quote)) return;
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
}
