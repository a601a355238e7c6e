import type { ItemPlace } from "../../domain/conversation.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Quotation } from "../../domain/quotation.ts";
import type { Language } from "../../domain/sets/languages.ts";
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
	if (!ref || ref.passage.source.line !== place.line) return null;
	const quoted = quotedPart(ref, place, library, language);
	if (!quoted) return null;
	const { passages } = ref.article;
	const at = passages.indexOf(ref.passage);
	return {
		language,
		citation: citationOf(ref, { line: place.line, start: place.start, end: place.end }, language),
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
	{ start, end, stated }: ItemPlace,
	library: Library,
	language: Language,
): { from: number; to: number } | "all" | null {
	const text = textOf(ref, language);
	const base = ref.passage.source.start;
	if (start !== null && end !== null && base !== null) {
		const [from, to] = [start - base, end - base];
		return from >= 0 && to <= text.length && from < to ? { from, to } : null;
	}
	const own =
		library.claims(ref).find(({ claim }) => claim.id === stated)?.claim ??
		library.events(ref).find(({ event }) => event.id === stated)?.event;
	if (!own) return "all";
	const { quote } = quoteOf(ref, own, language);
	const from = text.indexOf(quote);
	return from < 0 ? "all" : { from, to: from + quote.length };
}
