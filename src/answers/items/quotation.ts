import type { Passage } from "../../domain/article.ts";
import { isInLines, partAt, placeIn } from "../../domain/passage-place.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Quotation } from "../../domain/quotation.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { type ItemPlace, wordsHash } from "../../domain/state/conversation.ts";
import type { Library } from "../library.ts";
import { closestSentence } from "../past/closest-sentence.ts";
import { versionsIn } from "../past/versions.ts";
import { citationIn, correctionsFor } from "../past/with-past.ts";
import { citationOf, counterparts, quoteOf, textOf } from "./cite.ts";
import { withNear } from "./near-quotation.ts";

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
	const quoted =
		ref && isInLines(ref.passage.source, place) && quotedPart(ref, place, library, language);
	if (!ref || !quoted || !isSame(ref, quoted, place))
		return earlierQuotation(place, library, language);
	const { standing } = ref.article;
	return {
		language,
		citation: citationOf(ref, place, language),
		rendering: ref.article.rendering,
		...(standing ? { standing } : {}),
		...correctionsBeside(ref, place, language),
		...saidIn(ref, place, quoted, library, language),
		passages: around(ref, ref.article.passages, quoted, language),
	};
}

/** The claim that was cited, or those that the quoted words hold, and what stands against them. */
function saidIn(
	ref: PassageRef,
	place: ItemPlace,
	quoted: QuotedPart,
	library: Library,
	language: Language,
): Pick<Quotation, "said" | "against"> {
	const claims = library.allClaims(ref);
	const own = claims.find(({ claim }) => claim.id === place.stated);
	const inside = claims.filter(({ claim }) => {
		const part = partAt(ref.passage, claim.source);
		return !part || quoted === "all" || (part.from < quoted.to && part.to > quoted.from);
	});
	const rivals = (own ? [own] : place.stated === null ? inside : []).flatMap((claim) =>
		counterparts(claim, library, language),
	);
	const against = [...new Map(rivals.map((rival) => [rival.claim.id, rival])).values()];
	return { ...(own ? { said: own.claim } : {}), ...(against.length > 0 ? { against } : {}) };
}

/** The words of an earlier version of the article, where they stood, and what stands there now. */
function earlierQuotation(
	place: ItemPlace,
	library: Library,
	language: Language,
): Quotation | null {
	const versions = versionsIn(library);
	for (const ref of versions.passages(place.article, place.passage)) {
		const { article, version, passage } = ref;
		const quoted = partAt(passage, place);
		if (!quoted || !isSame({ article, passage }, quoted, place)) continue;
		const now = library.passage(article.id, versions.now(passage.id));
		const words = passage.text.slice(quoted.from, quoted.to);
		const part = now && closestSentence(words, now.passage.text);
		// Only what stands around them was edited: the words are the article's still.
		const at = now && !part ? now.passage.text.indexOf(words) : -1;
		if (now && at >= 0) {
			const still = { from: at, to: at + words.length };
			const { line, start, end, end_line } = placeIn(now.passage, still.from, still.to);
			const { stated } = place;
			const current = {
				article: now.article.id,
				passage: now.passage.id,
				stated,
				line,
				start,
				end,
			};
			return quotationAt({ ...current, ...(end_line ? { end_line } : {}) }, library, language);
		}
		const { standing } = article;
		return {
			language,
			citation: citationIn(ref, place, language),
			rendering: article.rendering,
			...(standing ? { standing } : {}),
			changed: {
				until: version.until,
				now: now && part ? now.passage.text.slice(part.from, part.to) : null,
			},
			...(now ? correctionsBeside(now, place, language) : {}),
			passages: around({ article, passage }, version.passages, quoted, language),
		};
	}
	return null;
}

type QuotedPart = { from: number; to: number } | "all";

function around(
	ref: PassageRef,
	passages: readonly Passage[],
	quoted: QuotedPart,
	language: Language,
): Quotation["passages"] {
	const at = passages.indexOf(ref.passage);
	const first = Math.max(0, at - neighbours);
	const shown = passages.slice(first, at + neighbours + 1).map((passage) => ({
		kind: passage.kind,
		line: passage.source.line,
		text: textOf({ article: ref.article, passage }, language),
		...(passage === ref.passage && quoted !== "all" ? { quoted } : {}),
	}));
	return withNear(shown, at - first);
}

/** Whether these are the words that were cited, where the place remembers them. */
function isSame(
	{ article, passage }: PassageRef,
	quoted: QuotedPart,
	{ words }: ItemPlace,
): boolean {
	if (words === undefined || quoted === "all" || article.rendering === "paraphrase") return true;
	return wordsHash(passage.text.slice(quoted.from, quoted.to)) === words;
}

function correctionsBeside(
	ref: PassageRef,
	{ stated }: ItemPlace,
	language: Language,
): Pick<Quotation, "corrections"> {
	const corrections = correctionsFor(ref, stated, language);
	return corrections.length > 0 ? { corrections } : {};
}

/** Offsets of the quotation in the passage's text; `all` where our words for it are not a part of it. */
function quotedPart(
	ref: PassageRef,
	place: ItemPlace,
	library: Library,
	language: Language,
): QuotedPart | null {
	const text = textOf(ref, language);
	if (place.start !== null && place.end !== null && ref.passage.source.start !== null)
		return partAt(ref.passage, place);
	const own =
		library.allClaims(ref).find(({ claim }) => claim.id === place.stated)?.claim ??
		library.events(ref).find(({ event }) => event.id === place.stated)?.event;
	if (!own) return "all";
	const { quote } = quoteOf(ref, own, language);
	const from = text.indexOf(quote);
	return from < 0 ? "all" : { from, to: from + quote.length };
}
