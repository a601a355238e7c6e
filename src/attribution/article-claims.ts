import type { Claim } from "../domain/article.ts";
import { fold } from "../language/text/normalise.ts";
import { type ArticleText, type ExtractorParts, telling } from "./article-text.ts";
import { readClaims } from "./engine.ts";
import type { LanguageEngine } from "./language-engine.ts";
import { nestedAmong } from "./nested-among.ts";
import type { ReadClaim } from "./read-claim.ts";
import { Days } from "./speakers/days.ts";
import { Relays } from "./speakers/relays.ts";

/**
 * Less probable than this a card is not shown at all: a missing one is better than a false one. What
 * stands below in Arabic newspapers are mostly no claims; in English ones 94 of 100 are claims with this bound.
 */
export const leastCard = { ar: 0.2, en: 0.15 };

/** Less probable than this, a speaker is not named: a wrong one is worse than none. */
export const leastNamed = 0.25;

/** The attributed claims of an article, in the order of its text; a quotation is always a slice of its passage. */
export function articleClaims(
	parts: ExtractorParts,
	engine: LanguageEngine,
	article: ArticleText,
): Claim[] {
	const passages = article.passages.filter((p) => telling.has(p.kind));
	const read = readClaims(
		passages.map((p) => p.text),
		engine.words,
		engine.weights,
		engine.rules,
		engine.entities,
	);
	const people = [...new Set(read.map((c) => c.speaker))].flatMap((k) =>
		k?.kind === "person" ? [{ name: k.name, last: fold(k.name).split(" ").at(-1) ?? "" }] : [],
	);
	const relay = new Relays();
	const days = new Days(parts, article);
	const nested = nestedAmong(read);
	return read.flatMap((claim, index) => {
		const passage = passages[claim.passage];
		if (!passage || claim.confidence < leastCard[article.language]) return [];
		const [start, end] = extent(claim);
		const quote = passage.text.slice(start, end);
		const offset = passage.source.start ?? 0;
		const name = claim.named < leastNamed ? undefined : claim.speaker?.name;
		const label = labelOf(parts, name ?? "");
		const via = relay.of(claim, name ?? "");
		return [
			{
				id: `${article.id}-c${index + 1}`,
				passage: passage.id,
				quote,
				source: { line: passage.source.line, start: offset + start, end: offset + end },
				speaker:
					claim.speaker && name
						? { name, kind: claim.speaker.kind, ...(label ? { label } : {}) }
						: {
								name: parts.unnamed[article.language],
								kind: "anonymous" as const,
								label: parts.unnamed,
								unread: true,
							},
				via,
				act: claim.act,
				hedged: claim.hedged,
				confidence: Math.round(claim.confidence * 1000) / 1000,
				saidOn: days.of(claim, passage, nested.has(claim)),
				...parts.subjects.of(quote, people),
			},
		];
	});
}

function labelOf(parts: ExtractorParts, name: string) {
	const words = fold(name).split(" ");
	const hit = parts.entities.match(words, 0);
	return hit?.length === words.length ? { ar: hit.value.ar, en: hit.value.en } : undefined;
}

/**
 * UTF-16 offsets in the passage, from the first piece to the last, without a quotation mark at an end
 * whose other one stands outside.
 */
function extent({ content, view: { tokens } }: ReadClaim): [number, number] {
	let from = content.pieces[0]?.from ?? 0;
	let to = content.pieces.at(-1)?.to ?? from + 1;
	const holds = (mark: string) => tokens.slice(from, to).some(({ text }) => text === mark);
	const [opening, closing] = [tokens[from]?.text ?? "", tokens[to - 1]?.text ?? ""];
	if (to - from > 1 && closing in openings && !holds(openings[closing] ?? "")) to--;
	if (to - from > 1 && opening in closings && !holds(closings[opening] ?? "")) from++;
	return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

const openings: Readonly<Record<string, string>> = { "»": "«", "”": "“" };
const closings: Readonly<Record<string, string>> = { "«": "»", "“": "”" };
