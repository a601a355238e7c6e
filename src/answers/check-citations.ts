import type { Answer, AnswerItem, Citation, ClaimItem } from "../domain/answer.ts";
import type { Span } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";
import { isInLines, partAt } from "../domain/passage-place.ts";
import type { PassageRef } from "../domain/passage-search.ts";
import type { Bilingual } from "../domain/sets/languages.ts";
import type { Library } from "./library.ts";
import { versionsIn } from "./past/versions.ts";

type PastOf = Pick<ClaimItem, "corrections" | "earlier">;
export type Quoted = { quote: string; rendering: "verbatim" | "paraphrase"; citation: Citation };

/**
 * Compares every quotation of an answer with the stored article, word for word. An answer in which
 * one differs is not sent: `citation_unverified` names the place.
 */
export function verifyCitations(answer: Pick<Answer, "items">, library: Library): void {
	for (const item of answer.items) verifyItem(item, library);
}

function verifyItem(item: AnswerItem, library: Library): void {
	if (item.kind === "source") {
		if (!library.article(item.article.id)) fail(item.article.id, "no such article is stored");
		return;
	}
	verifyPast(item, library);
	// What its source makes no more is stored nowhere: the journal kept it as it stood.
	if (item.kind === "claim" && item.gone) {
		verifyGone(item);
		if (item.now) verifyQuote(item.now, null, library);
		return;
	}
	const stated = item.kind === "claim" ? item.claim : item.kind === "event" ? item.event : null;
	verifyQuote(item, stated, library);
	for (const citation of item.alsoIn ?? []) verifyPlace(citation, library);
	if (item.kind === "event") return;
	for (const rival of item.contradictedBy ?? []) verifyQuote(rival, rival.claim, library);
	if (item.kind === "passage" && item.context !== undefined) {
		const { passage } = verifyPlace(item.citation, library);
		if (!textsOf(passage).includes(item.context))
			fail(place(item), "its context is not the passage");
	}
}

/** Notices and earlier wordings are quoted like all else: word for word from what is stored. */
function verifyPast({ corrections = [], earlier }: PastOf, library: Library): void {
	for (const { id, quote, citation } of corrections) {
		const notice = library.article(citation.article)?.notices?.find((one) => one.id === id);
		if (notice?.quote !== quote || !isInLines(notice.source, citation))
			fail(place({ citation }), "the notice reads otherwise");
	}
	if (!earlier) return;
	const { citation, quote } = earlier;
	const isStored = versionsIn(library)
		.passages(citation.article, citation.passage)
		.some(({ passage }) => {
			const part = partAt(passage, citation);
			return part !== null && passage.text.slice(part.from, part.to) === quote;
		});
	if (!isStored) fail(place(earlier), "the earlier version reads otherwise");
}

function verifyGone(item: ClaimItem): void {
	const { claim, quote } = item;
	if (!textsOf({ text: claim.quote, paraphrase: claim.paraphrase }).includes(quote))
		fail(place(item), "the kept words differ");
}

type Stated = { quote: string; source: Span; paraphrase?: Bilingual | undefined };

/** One quotation; `stated`: the claim, event or figure that its words are. Errors: `citation_unverified`. */
export function verifyQuote(item: Quoted, stated: Stated | null, library: Library): void {
	const { article, passage } = verifyPlace(item.citation, library);
	if (item.rendering !== article.rendering) fail(place(item), "it says the wrong rendering");
	if (!item.quote) fail(place(item), "its quotation is empty");
	if (item.rendering === "paraphrase") {
		const stored = stated ? textsOf({ text: stated.quote, ...stated }) : textsOf(passage);
		const found = stated ? stored.includes(item.quote) : stored.some((t) => t.includes(item.quote));
		if (!found) fail(place(item), "the stored paraphrase differs");
		return;
	}
	const { start, end } = item.citation;
	if (start === null || end === null || passage.source.start === null)
		fail(place(item), "it has no offsets");
	const part = partAt(passage, item.citation);
	if (!part) fail(place(item), "it is not inside its passage");
	if (passage.text.slice(part.from, part.to) !== item.quote)
		fail(place(item), "the stored words differ");
}

/** The passage that a citation names, whose line it must give. */
function verifyPlace(citation: Citation, library: Library): PassageRef {
	const ref = library.passage(citation.article, citation.passage);
	if (!ref) return fail(`${citation.article}, line ${citation.line}`, "no such passage is stored");
	if (!isInLines(ref.passage.source, citation) || ref.article.source.file !== citation.file)
		fail(`${citation.article}, line ${citation.line}`, "its passage stands elsewhere");
	return ref;
}

function textsOf(stored: { text: string; paraphrase?: Bilingual | undefined }): string[] {
	const { text, paraphrase } = stored;
	return paraphrase ? [text, paraphrase.ar, paraphrase.en] : [text];
}

function place({ citation }: Pick<Quoted, "citation">): string {
	return `${citation.article}, line ${citation.line}`;
}

function fail(where: string, why: string): never {
	throw new IsnadError(
		"citation_unverified",
		`The answer was held back because a quotation (${where}) failed its check: ${why}; ingest the article again.`,
	);
}
