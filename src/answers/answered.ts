import type { PassageHit } from "../domain/ports.ts";
import { textOf } from "./cite.ts";
import { type Findings, unknownWords } from "./finding.ts";
import { bestPart } from "./sentence.ts";
import { thresholds } from "./thresholds.ts";

/** So many of the best hits may hold the answer. */
const looked = 3;

/**
 * Whether the corpus says what was asked. It does not where the best passages hold too little of
 * the question, less so where a word of it is in no passage at all; and where a number was asked
 * for, a sentence that holds enough must give one.
 */
export function isAnswered(findings: Findings): boolean {
	const { hits, searched, reading, command } = findings;
	if (!searched) return hits.length > 0;
	const unknown = Math.min(3, unknownWords(findings).length);
	const enough = hits.slice(0, looked).filter((hit) => {
		const base = command === "ask" ? neededOf(hit, findings) : thresholds.topicCoverage;
		return hit.coverage >= base + thresholds.unknownWord * unknown;
	});
	if (enough.length === 0) return false;
	return reading.type !== "how_many" || enough.some((hit) => hasNumber(hit, findings));
}

/** Words that had to be translated are found less surely. */
function neededOf({ article, passage }: PassageHit, { reading }: Findings): number {
	const own = article.language === reading.language || passage.paraphrase !== undefined;
	return own ? thresholds.coverage : thresholds.coverageAcross;
}

function hasNumber(hit: PassageHit, { library, reading }: Findings): boolean {
	const text = textOf(hit, reading.language);
	const part = bestPart(text, hit.matched, reading.type) ?? { from: 0, to: text.length };
	if (/\p{Nd}/u.test(text.slice(part.from, part.to))) return true;
	// Numbers in words; those of a paraphrase have no place inside the line.
	const base = hit.passage.source.start;
	return library.figures(hit).some(({ source: { start, end } }) => {
		if (start === null || end === null || base === null) return true;
		return start < base + part.to && end > base + part.from;
	});
}
