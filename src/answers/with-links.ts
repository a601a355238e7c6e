import type { Answer, AnswerItem, Citation, Counterpart } from "../domain/answer.ts";
import type { Quotation } from "../domain/quotation.ts";
import type { PageOfCitation } from "../domain/reading-room.ts";
import type { Language } from "../domain/sets/languages.ts";
import { placeOf } from "../domain/state/conversation.ts";

type Quoting = { quote: string; citation: Citation };

/** An answer whose citations lead to the page that shows the words where they stand. */
export function withLinks(answer: Answer, pageOf: PageOfCitation): Answer {
	const linker = new Linker(answer.language, pageOf);
	return { ...answer, items: answer.items.map((item) => linker.item(item)) };
}

/** The same for a quotation in its place. */
export function linkedQuotation(quotation: Quotation, pageOf: PageOfCitation): Quotation {
	const linker = new Linker(quotation.language, pageOf);
	const { citation, passages, said, against, corrections } = quotation;
	const cited = passages.find(({ quoted }) => quoted);
	const quote = cited?.quoted && cited.text.slice(cited.quoted.from, cited.quoted.to);
	return {
		...quotation,
		citation: linker.citation(citation, { quote, stated: said?.id }),
		...(against ? { against: against.map((rival) => linker.rival(rival)) } : {}),
		...(corrections ? { corrections: corrections.map((each) => linker.notice(each)) } : {}),
	};
}

class Linker {
	readonly #language: Language;
	readonly #pageOf: PageOfCitation;

	constructor(language: Language, pageOf: PageOfCitation) {
		this.#language = language;
		this.#pageOf = pageOf;
	}

	citation(citation: Citation, of: Parameters<PageOfCitation>[2] = {}): Citation {
		return { ...citation, reader: this.#pageOf(citation, this.#language, of) };
	}

	item(item: AnswerItem): AnswerItem {
		if (item.kind === "source") return item;
		const { quote, alsoIn, corrections, earlier } = item;
		const stated = item.kind === "passage" ? item.claim?.id : (placeOf(item).stated ?? undefined);
		const linked = {
			...item,
			// What its source makes no more stands nowhere.
			...(item.kind === "claim" && item.gone
				? {}
				: { citation: this.citation(item.citation, { stated, quote }) }),
			...(alsoIn ? { alsoIn: alsoIn.map((each) => this.citation(each)) } : {}),
			...(corrections ? { corrections: corrections.map((each) => this.notice(each)) } : {}),
			...(earlier ? { earlier: this.#words(earlier) } : {}),
		};
		if (linked.kind === "event") return linked;
		const against = linked.contradictedBy?.map((rival) => this.rival(rival));
		if (linked.kind === "passage") return against ? { ...linked, contradictedBy: against } : linked;
		const { now } = linked;
		return { ...linked, contradictedBy: against ?? [], ...(now ? { now: this.#words(now) } : {}) };
	}

	rival(rival: Counterpart): Counterpart {
		const { claim, quote, citation } = rival;
		return { ...rival, citation: this.citation(citation, { stated: claim.id, quote }) };
	}

	/** A notice is no passage: it is told at the head of its article. */
	notice<T extends Quoting>(notice: T): T {
		const { citation } = notice;
		const ofArticle = { ...citation, passage: "", start: null, end: null };
		const reader = this.#pageOf(ofArticle, this.#language, {});
		return { ...notice, citation: { ...citation, reader } };
	}

	#words<T extends Quoting>(quoting: T): T {
		const { quote, citation } = quoting;
		return { ...quoting, citation: this.citation(citation, { quote }) };
	}
}
