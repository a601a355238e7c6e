import type { AnswerItem, ToldClaim } from "../domain/answer.ts";
import type { Claim } from "../domain/article.ts";
import type { Quotation } from "../domain/quotation.ts";
import type { Language } from "../domain/sets/languages.ts";
import { keyOf } from "../identity/identity.ts";
import type { IdentityTable } from "../identity/identity-table.ts";
import { isSameScript } from "./in-line.ts";

/** Who relayed a claim, as the asker's language has the names, and which one of several its speaker is. */
export class ToldNames {
	readonly #who: IdentityTable;
	readonly #language: Language;

	constructor(who: IdentityTable, language: Language) {
		this.#who = who;
		this.#language = language;
	}

	/** The name as it is printed where it is in the language already, or nobody knows it in that. */
	nameOf(printed: string): string {
		if (isSameScript(printed, this.#language)) return printed;
		const names = this.#who.named(printed).flatMap(({ name }) => name[this.#language] ?? []);
		const [only, ...others] = new Set(names);
		return only !== undefined && others.length === 0 ? only : printed;
	}

	claim(claim: Claim): ToldClaim {
		const viaLabel = claim.via.map((printed) => this.nameOf(printed));
		const isOther = viaLabel.some((name, at) => name !== claim.via[at]);
		const speakerKey = this.#keyOf(claim);
		if (!isOther && speakerKey === undefined) return claim;
		return {
			...claim,
			...(isOther ? { viaLabel } : {}),
			...(speakerKey === undefined ? {} : { speakerKey }),
		};
	}

	/** None where the name alone tells who it is. */
	#keyOf(claim: Claim): string | undefined {
		const { label, name } = claim.speaker;
		const shown = label?.[this.#language] ?? name;
		// Most bear it alone, which is a look-up; only for the others is anybody searched for.
		if (this.#who.named(shown).length === 1) return undefined;
		const bearers = this.#who.find(shown).identities;
		if (bearers.length < 2) return undefined;
		const [speaker] = this.#who.speakers(claim).filter((one) => bearers.includes(one));
		return speaker && keyOf(speaker);
	}

	item<T extends AnswerItem>(item: T): T {
		if (item.kind === "source" || item.kind === "event") return item;
		const { claim, contradictedBy } = item;
		return {
			...item,
			...(claim ? { claim: this.claim(claim) } : {}),
			...(contradictedBy ? { contradictedBy: contradictedBy.map((each) => this.#of(each)) } : {}),
		};
	}

	quotation(quotation: Quotation): Quotation {
		const { said, against } = quotation;
		return {
			...quotation,
			...(said ? { said: this.claim(said) } : {}),
			...(against ? { against: against.map((each) => this.#of(each)) } : {}),
		};
	}

	#of<T extends { claim: Claim }>(told: T): T {
		return { ...told, claim: this.claim(told.claim) };
	}
}
