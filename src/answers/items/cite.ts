import type { Citation, ClaimItem, Counterpart, EventItem } from "../../domain/answer.ts";
import type { Claim, Span, TimelineEvent } from "../../domain/article.ts";
import { placeIn } from "../../domain/passage-place.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { strengthOf } from "../denial-scope.ts";
import type { ClaimRef, EventRef, Library } from "../library.ts";

/** A part of a passage's text, `[from, to)` in UTF-16 units. */
export type Part = { from: number; to: number };

/**
 * Where words of this passage stand; `source` is the passage's own span, or one inside it. Where the
 * words are ours, so is the title, in the asker's language.
 */
export function citationOf(
	{ article, passage }: PassageRef,
	source: Span,
	language: Language,
): Citation {
	const ours = article.rendering === "paraphrase";
	return {
		article: article.id,
		passage: passage.id,
		title: (ours ? article.titleParaphrase?.[language] : undefined) ?? article.title,
		outlet: (ours ? article.outletLabel?.[language] : undefined) ?? article.outlet,
		published: article.published,
		file: article.source.file,
		line: source.line,
		start: source.start,
		end: source.end,
		...(source.end_line === undefined ? {} : { end_line: source.end_line }),
		url: article.url,
	};
}

type Quoted = { quote: string; rendering: "verbatim" | "paraphrase"; citation: Citation };

/** A claim or an event in the words that the reader may see. */
export function quoteOf(
	ref: PassageRef,
	stated: Pick<Claim | TimelineEvent, "quote" | "source" | "paraphrase">,
	language: Language,
): Quoted {
	const { rendering } = ref.article;
	const ours = rendering === "paraphrase" ? stated.paraphrase?.[language] : undefined;
	return {
		quote: ours ?? stated.quote,
		rendering,
		citation: citationOf(ref, stated.source, language),
	};
}

/** The text of a passage that an answer quotes from: its own, or ours in the asker's language. */
export function textOf({ article, passage }: PassageRef, language: Language): string {
	const ours = article.rendering === "paraphrase" ? passage.paraphrase?.[language] : undefined;
	return ours ?? passage.text;
}

/** A passage, or the part of its `textOf` that answers. */
export function quotePart(ref: PassageRef, part: Part | null, language: Language): Quoted {
	const text = textOf(ref, language);
	const from = part?.from ?? 0;
	const to = part?.to ?? text.length;
	return {
		quote: text.slice(from, to),
		rendering: ref.article.rendering,
		citation: citationOf(ref, placeIn(ref.passage, from, to), language),
	};
}

/** What stands against a claim. */
export function counterparts(own: ClaimRef, library: Library, language: Language): Counterpart[] {
	return library.rivals(own.claim).map(({ contradiction, ...rival }) => ({
		...quoteOf(rival, rival.claim, language),
		claim: rival.claim,
		kind: contradiction.kind,
		strength: strengthOf(own, { contradiction, ...rival }, library),
		why: contradiction.why,
	}));
}

export function claimItem(ref: ClaimRef, library: Library, language: Language): ClaimItem {
	return {
		kind: "claim",
		...quoteOf(ref, ref.claim, language),
		claim: ref.claim,
		contradictedBy: counterparts(ref, library, language),
	};
}

export function eventItem(
	ref: EventRef,
	language: Language,
	also: readonly EventRef[] = [],
): EventItem {
	const item: EventItem = { kind: "event", ...quoteOf(ref, ref.event, language), event: ref.event };
	if (also.length > 0)
		item.alsoIn = also.map((other) => citationOf(other, other.event.source, language));
	return item;
}
