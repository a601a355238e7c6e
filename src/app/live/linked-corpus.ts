import { linkedQuotation, withLinks } from "../../answers/with-links.ts";
import type { DigestMaterial } from "../../digest/contents/material.ts";
import type { Answer, Request } from "../../domain/answer.ts";
import type { Quotation } from "../../domain/quotation.ts";
import type { PageOfCitation } from "../../domain/reading-room.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { ItemPlace } from "../../domain/state/conversation.ts";
import type { LiveParts } from "./generation.ts";
import { LiveCorpus } from "./live-corpus.ts";

/** The same whose citations lead to pages of ours, wherever they are shown. */
export class LinkedCorpus extends LiveCorpus {
	readonly #pageOf: PageOfCitation;

	constructor(parts: LiveParts, pageOf: PageOfCitation) {
		super(parts);
		this.#pageOf = pageOf;
	}

	override async answer(request: Request): Promise<Answer> {
		return withLinks(await super.answer(request), this.#pageOf);
	}

	override async digest(material: DigestMaterial): Promise<Answer> {
		return withLinks(await super.digest(material), this.#pageOf);
	}

	override quotation(place: ItemPlace, language: Language): Quotation | null {
		const quotation = super.quotation(place, language);
		return quotation && linkedQuotation(quotation, this.#pageOf);
	}
}
