import type { AnswerItem, Citation, Correction, EarlierWords } from "../../domain/answer.ts";
import type { Article, Span } from "../../domain/article.ts";
import type { Notice } from "../../domain/notice.ts";
import { placeIn } from "../../domain/passage-place.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { citationOf } from "../items/cite.ts";
import type { Library } from "../library.ts";
import { closestSentence } from "./closest-sentence.ts";
import { type EarlierRef, versionsIn } from "./versions.ts";

type QuotingItem = Exclude<AnswerItem, { kind: "source" }>;

/**
 * Notes beside an item what became of its article: corrections that concern it, that it was withdrawn
 * or its page is gone, what stood there before. What has no past stays as it is.
 */
export function withPast<T extends AnswerItem>(item: T, library: Library, language: Language): T {
	if (item.kind === "source") return item;
	const ref = library.passage(item.citation.article, item.citation.passage);
	if (!ref) return item;
	const { standing } = ref.article;
	const claim = item.kind === "event" ? null : (item.claim?.id ?? null);
	const corrections = correctionsFor(ref, claim, language);
	const earlier = earlierWords(item, ref, library, language);
	const rivals = "contradictedBy" in item ? (item.contradictedBy ?? []) : [];
	for (const rival of rivals) {
		const other = library.article(rival.citation.article)?.standing;
		if (other) rival.standing = other;
	}
	return {
		...item,
		...(standing ? { standing } : {}),
		...(corrections.length > 0 ? { corrections } : {}),
		...(earlier ? { earlier } : {}),
	};
}

/** Corrections that concern a claim, or a passage where no claim is named, or the whole article. */
export function correctionsFor(
	ref: PassageRef,
	claim: string | null,
	language: Language,
): Correction[] {
	return (ref.article.notices ?? []).flatMap((notice) => {
		const scope = notice.kind === "corrected" ? scopeOf(notice, claim, ref.passage.id) : null;
		return scope ? [correctionOf(notice, scope, ref, language)] : [];
	});
}

function scopeOf(
	{ claims, passages }: Notice,
	claim: string | null,
	passage: string,
): Correction["scope"] | null {
	if (claims.length + passages.length === 0) return "article";
	if (claim !== null && claims.length > 0) return claims.includes(claim) ? "claim" : null;
	return passages.includes(passage) ? "claim" : null;
}

function correctionOf(
	notice: Notice,
	scope: Correction["scope"],
	ref: PassageRef,
	language: Language,
): Correction {
	return {
		...{ id: notice.id, scope, quote: notice.quote },
		citation: { ...citationOf(ref, notice.source, language), passage: notice.id },
		...{ old: notice.old?.quote ?? null, new: notice.new?.quote ?? null, day: notice.day },
	};
}

function earlierWords(
	item: QuotingItem,
	ref: PassageRef,
	library: Library,
	language: Language,
): EarlierWords | null {
	const { earlier } = ref.article;
	if (!earlier || item.rendering === "paraphrase") return null;
	const before = versionsIn(library).before(ref, ({ passage }) =>
		closestSentence(item.quote, passage.text),
	);
	if (!before) return null;
	const { passage, version } = before.ref;
	const { from, to } = before.found;
	return {
		quote: passage.text.slice(from, to),
		until: version.until,
		citation: citationIn(before.ref, placeIn(passage, from, to), language),
	};
}

/** A place in an earlier version of an article. */
export function citationIn(
	{ article, version, passage }: EarlierRef,
	source: Span,
	language: Language,
): Citation {
	const { id, title, source: file, published } = version;
	const then: Article = { ...article, id, title, source: file, published };
	return citationOf({ article: then, passage }, source, language);
}
