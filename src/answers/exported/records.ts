import type { Claim, Figure, Span } from "../../domain/article.ts";
import { standingOf } from "../../domain/claim-standing.ts";
import type {
	ExportedArticle,
	ExportedAttribution,
	ExportedClaim,
	ExportedEvent,
	ExportedFigure,
	ExportedPlace,
} from "../../domain/exported.ts";
import { partAt } from "../../domain/passage-place.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { PageOfCitation } from "../../domain/reading-room.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { type Quoted, verifyQuote } from "../check-citations.ts";
import { quoteOf } from "../items/cite.ts";
import type { ClaimRef, EventRef, Library } from "../library.ts";
import { correctionsFor } from "../past/with-past.ts";

export type FigureRef = PassageRef & { figure: Figure };

export type RecordParts = {
	library: Library;
	/** Of titles, labels and words of ours; an article's own words stay as they are. */
	language: Language;
	/** Null where no pages are served. */
	pageOf: PageOfCitation | null;
};

/** A claim as it leaves, compared with its article. Errors: `citation_unverified`. */
export function claimRecord(ref: ClaimRef, parts: RecordParts): ExportedClaim {
	const { claim } = ref;
	const { library, language } = parts;
	const quoted = quoteOf(ref, claim, language);
	verifyQuote(quoted, claim, library);
	return {
		kind: "claims",
		id: claim.id,
		...placeRecord(ref, quoted, { ...parts, stated: claim.id }),
		...attributionOf(claim),
		confidence: claim.confidence ?? null,
		sureness: standingOf(claim),
		contradictedBy: library.rivals(claim).map(({ claim: other, contradiction }) => ({
			id: other.id,
			kind: contradiction.kind,
			strength: contradiction.strength,
		})),
		corrected: claim.corrected ?? [],
		corrections: correctionsFor(ref, claim.id, language).map(({ quote, scope, day }) => ({
			...{ quote, scope, day: day.value },
		})),
	};
}

export function eventRecord(ref: EventRef, parts: RecordParts): ExportedEvent {
	const { event } = ref;
	const quoted = quoteOf(ref, event, parts.language);
	verifyQuote(quoted, event, parts.library);
	const { value, precision, basis, expression } = event.date;
	return {
		kind: "events",
		id: event.id,
		...placeRecord(ref, quoted, { ...parts, stated: event.id }),
		date: { value, precision, basis, expression },
		planned: event.planned ?? false,
		said: saidIn(ref, event.source, parts.library),
	};
}

export function figureRecord(ref: FigureRef, parts: RecordParts): ExportedFigure {
	const { figure } = ref;
	const quoted = quoteOf(ref, figure, parts.language);
	const { value, unit, qualifier } = figure;
	// Of a paraphrased article the words of a figure are the original's: nothing is there to compare them with.
	if (quoted.rendering === "verbatim") verifyQuote(quoted, figure, parts.library);
	return {
		kind: "figures",
		...placeRecord(ref, quoted, parts),
		...{ value, unit, qualifier },
		said: saidIn(ref, figure.source, parts.library),
	};
}

type PlaceParts = RecordParts & { stated?: string };

function placeRecord(
	{ article }: PassageRef,
	{ quote, rendering, citation }: Quoted,
	{ pageOf, language, stated }: PlaceParts,
): ExportedPlace {
	const { file, line, start, end, end_line, title, outlet } = citation;
	return {
		...{ quote, rendering, gloss: null, file, line, start, end, endLine: end_line ?? line },
		article: articleRecord({ ...article, title, outlet }),
		reader: pageOf ? pageOf(citation, language, { stated, quote }) : null,
	};
}

function articleRecord(article: PassageRef["article"]): ExportedArticle {
	const { id, title, outlet, url, language, published, standing } = article;
	return { id, title, outlet, url, language, published, standing: standing?.kind ?? null };
}

function attributionOf(claim: Claim): ExportedAttribution {
	const { speaker, act, hedged, via, saidOn } = claim;
	const { name, kind, label = null } = speaker;
	return { speaker: { name, kind, label }, act, hedged, via, saidOn };
}

/** Whose words they are: the narrowest claim that holds the place. */
export function claimAround(ref: PassageRef, source: Span, library: Library): ClaimRef | null {
	const part = partAt(ref.passage, source);
	if (!part) return null;
	let best: { claim: ClaimRef; length: number } | null = null;
	for (const claim of library.claims(ref)) {
		const whole = partAt(ref.passage, claim.claim.source);
		if (!whole || whole.from > part.from || whole.to < part.to) continue;
		const length = whole.to - whole.from;
		if (!best || length < best.length) best = { claim, length };
	}
	return best?.claim ?? null;
}

function saidIn(ref: PassageRef, source: Span, library: Library): ExportedEvent["said"] {
	const around = claimAround(ref, source, library);
	return around ? { id: around.claim.id, ...attributionOf(around.claim) } : null;
}
