import { isInLines, partAt } from "../../domain/passage-place.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Quotation } from "../../domain/quotation.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { ItemPlace } from "../../domain/state/conversation.ts";
import type { Library } from "../library.ts";
import { citationOf, quoteOf, textOf } from "./cite.ts";

/** Passages shown before and behind the quoted one. */
const neighbours = 1;

/**
 * The passage that an item was quoted from, with its neighbours. Null where the corpus has it no
 * more, or has other words there: what cannot be checked is not shown.
 */
export function quotationAt(
	place: ItemPlace,
	library: Library,
	language: Language,
): Quotation | null {
	const ref = library.passage(place.article, place.passage);
	if (!ref || !isInLines(ref.passage.source, place)) return null;
	const quoted = quotedPart(ref, place, library, language);
	if (!quoted) return null;
	const { passages } = ref.article;
	const at = passages.indexOf(ref.passage);
	return {
		language,
		citation: citationOf(ref, place, language),
		rendering: ref.article.rendering,
		passages: passages.slice(Math.max(0, at - neighbours), at + neighbours + 1).map((passage) => ({
			kind: passage.kind,
			line: passage.source.line,
			text: textOf({ article: ref.article, passage }, language),
			...(passage === ref.passage && quoted !== "all" ? { quoted } : {}),
		})),
	};
}

/** Offsets of the quotation in the passage's text; `all` where our words for it are not a part of it. */
function quotedPart(
	ref: PassageRef,
	place: ItemPlace,
	library: Library,
	language: Language,
): { from: number; to: number } | "all" | null {
	const text = textOf(ref, language);
	if (place.start !== null && place.end !== null && ref.passage.source.start !== null)
		return partAt(ref.passage, place);
	const own =
		library.claims(ref).find(({ claim }) => claim.id === place.stated)?.claim ??
		library.events(ref).find(({ event }) => event.id === place.stated)?.event;
	if (!own) return "all";
	const { quote } = quoteOf(ref, own, language);
	const from = text.indexOf(quote);
	return from < 0 ? "all" : { from, to: from + quote.length };
}
